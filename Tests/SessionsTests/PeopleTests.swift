import Foundation
import Grading
import Localization
import Testing

@testable import Sessions

@Suite struct PeopleTests {
  private func people(_ text: String) throws -> [Person] { try People(text, file: "people.csv", language: .ko).all }

  @Test("names, languages and seeds are read, other columns left alone")
  func reading() throws {
    let people = try people(
      "학번,이름,언어,seed,e-mail\r\n1,김민지,,,a@b\r\n2,\"Lee, Seojun\",English,0x2a\r\n\r\n3,  \"박 \"\"별\"\"\" ,한국어,7\r\n"
        .replacing("  \"박 \"\"별\"\"\" ", with: "\"박 \"\"별\"\"\""))
    #expect(people.map(\.name) == ["김민지", "Lee, Seojun", "박 \"별\""])
    #expect(people.map(\.language) == [.ko, .en, .ko])
    #expect(people.map(\.seed) == [Seed(name: "김민지"), Seed(42), Seed(7)])
  }

  @Test("a name alone is enough, with a byte order mark and without")
  func names() throws {
    for mark in [[], [0xEF, 0xBB, 0xBF] as [UInt8]] {
      let bytes = mark + Array("Name\n김민지\n이서준\n".utf8)
      #expect(try People(bytes, file: "p", language: .en).all.map(\.language) == [.en, .en])
    }
  }

  @Test("a name has one seed, however it is composed, and it is that of the name")
  func composition() throws {
    let composed = try people("name\n김민지"),
      decomposed = try people("name\n" + "김민지".decomposedStringWithCanonicalMapping)
    #expect(composed == decomposed)
    #expect(composed[0].seed == Seed(name: "김민지"))
  }

  @Test(
    "the same name twice is an error that says both lines",
    arguments: ["김민지", "김 민지", " 김민지 ", "김민지".decomposedStringWithCanonicalMapping])
  func duplicates(_ second: String) throws {
    let error = #expect(throws: PeopleError.self) { try people("name\n김민지\n\n이서준\n\(second)\n") }
    guard case .duplicate(_, let lines)? = error?.problem else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(lines == [2, 5])
    #expect(error?.message.ko.contains("2번째와 5번째") == true)
    #expect(error?.message.en.contains("2 and 5") == true)
  }

  @Test("what is wrong is told with its line", arguments: Language.allCases)
  func errors(_ language: Language) throws {
    let wrong: [(String, String)] = [
      ("", ""), ("name\n", ""), ("student\n김민지", "student"), ("nmae\n김민지", "nmae"), ("name;lang\n김;ko", "(;)"),
      ("name,name\n가,나", "name"), ("name\n김, 민지\n", "2"), ("name,lang\n가,ko\n나,fr\n", "3"),
      ("name,seed\n가,x\n", "2"), ("name,lang\n,ko\n", "2"), ("name\n\"가\u{7}\"\n", "2"), ("name\n\"김\n", "2"),
    ]
    for (text, words) in wrong {
      let error = #expect(throws: PeopleError.self, "\(text)") { try people(text) }
      let message = try #require(error?.message[language])
      #expect(message.hasPrefix("people.csv: "))
      if !words.isEmpty, words != "(;)" || language == .ko { #expect(message.contains(words), "\(message)") }
    }
  }

  @Test("other encodings are told apart, and how to save again")
  func encodings() throws {
    let text = "name\n김민지\n이서준\n"
    let utf16 = try #require(text.data(using: .utf16LittleEndian)).map { $0 }
    for bytes in [[0xFF, 0xFE] + utf16, utf16] {
      let error = #expect(throws: TextFile.Problem.self) { try People(bytes, file: "p", language: .ko) }
      #expect(error?.message.ko.contains("UTF-16") == true)
    }
    // "김민지" as Korean Windows saves it.
    let cp949: [UInt8] = Array("name\n".utf8) + [0xB1, 0xE8, 0xB9, 0xCE, 0xC1, 0xF6]
    let error = #expect(throws: TextFile.Problem.self) { try People(cp949, file: "p", language: .ko) }
    #expect(error?.message.ko.contains("CP949") == true)
  }
}

@Suite struct FileNameTests {
  @Test("a file name is safe, and keeps what it can")
  func safe() {
    var names = FileNames()
    for (name, file) in [
      ("김민지", "김민지"), ("Lee, Seojun", "Lee, Seojun"), ("../../etc/passwd", "_.._etc_passwd"), ("a/b\\c:d", "a_b_c_d"),
      ("...", "_"), ("", "_-2"), ("con.txt", "_con.txt"), ("-rf", "_rf"), ("tab\there", "tab_here"), (" 끝. ", "끝"),
      ("김민지".decomposedStringWithCanonicalMapping, "김민지-2"), ("LEE, seojun", "LEE, seojun-2"),
    ] {
      #expect(names.name(for: name) == file, "\(name)")
    }
  }

  @Test("no two people share a file, whatever they are called")
  func unique() {
    var names = FileNames(taken: ["session.json"])
    let people = ["a", "A", "a/", "a:", "a-2", "a", "session.json", "SESSION.JSON", String(repeating: "가", count: 300)]
    let files = people.map { names.name(for: $0) }
    #expect(Set(files.map { $0.lowercased() }).count == people.count)
    #expect(!files.contains { $0.lowercased() == "session.json" || $0.utf8.count > 200 || $0.contains("/") })
  }
}
