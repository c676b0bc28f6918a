import Foundation
import Grading
import Localization
import Testing

@testable import Sessions

@Suite struct NameMatchingTests {
  private let matching = NameMatching([["김민지"], ["Lee, Seojun", "Lee, Seojun"], ["박/별", "박_별"], ["김민지 A"], ["Minji"]])

  @Test(
    "a folder is somebody's by its name, however it is composed, spelt and decorated",
    arguments: [
      ("김민지", 0), ("김 민지", 0), ("김민지_3장 제출", 0), ("Exercises3-김민지.swift", 0), ("[3장] 김민지 (2).txt", 0),
      ("lee seojun", 1), ("Lee, Seojun", 1), ("LEE_SEOJUN_answers.txt", 1), ("박_별", 2), ("박/별", 2), ("김민지A", 3),
      ("김민지_A_final", 3), ("minji.swift", 4), ("김민지".decomposedStringWithCanonicalMapping, 0),
      ("３장_김민지", 0),
    ])
  func found(_ name: String, _ person: Int) {
    #expect(matching.person(of: name) == .person(person))
  }

  @Test("nobody is guessed from a part of a word, and two names are nobody's", arguments: ["민지", "김민지우", "Leeseo", ""])
  func nobody(_ name: String) {
    #expect(matching.person(of: name) == .nobody)
    #expect(matching.person(of: "김민지_minji") == .several([0, 4]))
  }
}

@Suite struct FolderWalkTests {
  @Test("links are not followed, pipes not opened, folders without end left")
  func strange() throws {
    let desk = try Desk()
    try desk.write("answers", to: "kim/a/b/answers.txt")
    try desk.write("secret", to: "secret.txt")
    let manager = FileManager.default
    try manager.createSymbolicLink(
      atPath: desk.path + "/kim/Exercises.swift", withDestinationPath: desk.path + "/secret.txt")
    try manager.createSymbolicLink(atPath: desk.path + "/kim/loop", withDestinationPath: desk.path)
    #expect(mkfifo(desk.path + "/kim/answers2.txt", 0o644) == 0)
    try desk.write("deep", to: "kim/" + String(repeating: "d/", count: 40) + "answers.txt")
    try desk.write("git", to: "kim/.git/answers.txt")
    let walk = FolderWalk("kim", in: desk.path)
    #expect(walk.files.map(\.path) == ["kim/a/b/answers.txt"])
    #expect(walk.files[0].depth == 2)
    #expect(
      Set(walk.remarks).isSuperset(of: [.link("kim/Exercises.swift"), .link("kim/loop"), .special("kim/answers2.txt")]))
    #expect(walk.remarks.contains { if case .tooDeep = $0 { true } else { false } })
    #expect(FolderWalk.bytes(of: desk.path + "/kim/answers2.txt", limit: 10) == nil)
    #expect(FolderWalk.bytes(of: desk.path + "/kim/Exercises.swift", limit: 10) == nil)
  }

  @Test("ten thousand files are looked through, and a name that is not UTF-8 is told")
  func many() throws {
    let desk = try Desk()
    try desk.write("", to: "kim/x/0")
    for index in 1..<10_000 { close(open(desk.path + "/kim/x/\(index)", O_CREAT | O_WRONLY, 0o644)) }
    #if os(Linux)
      let name: [UInt8] = Array((desk.path + "/kim/").utf8) + [0xB1, 0xE8, 0]
      name.map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { path in
        if let start = path.baseAddress { close(open(start, O_CREAT | O_WRONLY, 0o644)) }
      }
    #endif
    let walk = FolderWalk("kim", in: desk.path)
    #expect(walk.files.count == 10_000)
    #if os(Linux)
      #expect(walk.remarks.count == 1)
    #endif
  }

  @Test("a huge file is only read as far as asked for")
  func huge() throws {
    let desk = try Desk()
    let path = try desk.write("", to: "answers.txt")
    #expect(truncate(path, 1 << 40) == 0)
    #expect(FolderWalk.bytes(of: path, limit: 1000)?.count == 1000)
  }

  @Test("what may not be read is told", .enabled(if: getuid() != 0))
  func locked() throws {
    let desk = try Desk()
    try desk.write("x", to: "kim/locked/answers.txt")
    chmod(desk.path + "/kim/locked", 0)
    defer { chmod(desk.path + "/kim/locked", 0o755) }
    #expect(FolderWalk("kim", in: desk.path).remarks == [.unreadable("kim/locked")])
  }
}

@Suite struct SubmissionFolderTests {
  @Test("entries are somebody's, or it is told why they are nobody's")
  func entries() throws {
    let desk = try Desk()
    for name in ["김민지/answers.txt", "김민지.swift", "이서쥰/a.txt", "b.zip", "scan.pdf", ".DS_Store", "session.json"] {
      try desk.write("", to: name)
    }
    try FileManager.default.createSymbolicLink(atPath: desk.path + "/이서준", withDestinationPath: "/etc")
    let record = Handout.of(group("김민지", "이서준")).record
    let folder = SubmissionFolder(desk.path, names: try SubmissionFolder.names(in: desk.path), people: record.people)
    #expect(folder.entries == [["김민지", "김민지.swift"], []])
    let reasons = Dictionary(uniqueKeysWithValues: folder.strays.map { ($0.name, $0.reason) })
    #expect(reasons == ["이서쥰": .nobody(nearest: "이서준"), "b.zip": .archive, "scan.pdf": .otherKind, "이서준": .link])
    #expect(throws: GradeError.noSubmissions(desk.path + "/none")) {
      try SubmissionFolder.names(in: desk.path + "/none")
    }
  }

  @Test("results may not be written among the submissions, however the path is spelt")
  func out() throws {
    let desk = try Desk()
    try desk.write("", to: "subs/김민지/answers.txt")
    try desk.write("", to: "other/file")
    try FileManager.default.createSymbolicLink(atPath: desk.path + "/link", withDestinationPath: desk.path + "/subs")
    for out in ["subs", "subs/", "subs/report", "subs/../subs/a/b", "link", "link/report"] {
      #expect(throws: GradeError.self, "\(out)") {
        try ResultStore(out: "\(desk.path)/\(out)").check(submissions: desk.path + "/subs")
      }
    }
    #expect(throws: GradeError.otherFolder(desk.path)) {
      try ResultStore(out: desk.path).check(submissions: desk.path + "/subs")
    }
    try ResultStore(out: desk.path + "/subs2").check(submissions: desk.path + "/subs")
  }
}
