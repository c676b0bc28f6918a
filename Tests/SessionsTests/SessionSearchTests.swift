import Grading
import Localization
import Testing

@testable import Sessions

@Suite struct SessionSearchTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.write("3.1: 1", to: "subs/김민지/answers.txt")
  }

  private func record(title: String) throws -> [UInt8] {
    var record = Handout.of(group("김민지"), [id("3.1")]).record
    record.title = title
    return try record.json
  }

  private func found(_ said: String? = nil) throws -> String? {
    try SessionSearch(submissions: desk.path + "/subs").record(said.map { "\(desk.path)/\($0)" })?.record.title
  }

  @Test("what was handed out is found as said, among the submissions, beside them, and in a folder beside them")
  func places() throws {
    #expect(try found() == nil)
    try desk.write(try record(title: "folder"), to: "s5/session.json")
    #expect(try found() == "folder")
    try desk.write(try record(title: "said"), to: "s6/session.json")
    #expect(try found("s6") == "said" && found("s6/session.json") == "said")
    #expect(throws: GradeError.self) { try found() }
    try desk.write(try record(title: "beside"), to: "session.json")
    #expect(try found() == "beside")
    try desk.write(try record(title: "among"), to: "subs/session.json")
    #expect(try found() == "among")
    #expect(throws: GradeError.noSession(desk.path + "/subs/김민지")) { try found("subs/김민지") }
  }

  @Test("what somebody hands in is never taken for it")
  func handedIn() throws {
    try desk.write(try record(title: "forged"), to: "subs/김민지/session.json")
    #expect(try found() == nil)
  }

  @Test("exercises that have changed since are known")
  func changed() throws {
    var record = Handout.of(group("김민지")).record
    #expect(record.changed(in: theBook) == [])
    record.digests[id("3.3")] = "0000000000000000"
    #expect(record.changed(in: theBook) == [id("3.3")])
  }
}

@Suite struct HandoutImagesTests {
  private let images = HandoutImages(
    folders: [theBook.repository.root.appending(path: "chapters/3-balanced-cross-entropy")])
  private let address = "../../figures/3-balanced-cross-entropy/balanceTipsBack.ko.png"

  @Test("a figure of the book is shown on pages, and lies beside the Markdown")
  func figure() throws {
    let image = try #require(images.pixels(address))
    #expect(image.width == 1920 && image.height == 1080)
    let (markdown, files) = images.moved("![α|β](<\(address)>)\n\n![x](\(address)) [link](\(address))", way: "../")
    #expect(
      markdown.hasPrefix("![α|β](<../figures/balanceTipsBack.ko.png>)\n\n![x](<../figures/balanceTipsBack.ko.png>)"))
    #expect(Array(files.keys) == ["balanceTipsBack.ko.png"])
  }

  @Test("what there is not stays as it is", arguments: ["none.png", "https://example.org/a.png", "main.swift"])
  func missing(_ address: String) {
    #expect(images.pixels(address) == nil)
    #expect(images.moved("![x](\(address))", way: "") == ("![x](\(address))", [:]))
  }
}
