import Foundation
import TestSupport
import Testing

/// Chapter 6 with the reader's own picture and boxes.
@Suite(.timeLimit(.minutes(30))) struct OwnPictureTests {
  private let chapter = Program(name: "chapter6", environment: ["LANG": "en_US.UTF-8"])
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func boxes(_ annotations: String, _ images: String = #"{"id":1,"width":640,"height":480}"#) throws -> String {
    try folder.write(
      #"{"images":[\#(images)],"categories":[{"id":1}],"annotations":[\#(annotations)]}"#, to: "boxes.json")
  }

  private func value(_ name: String, in outcome: Program.Outcome) -> String? {
    outcome.output.split(separator: "\n").map { $0.split(separator: "\t") }.first { $0[0] == name }.map { "\($0[1])" }
  }

  /// A figure of the book, 1920 × 1080.
  private var picture: String {
    Program.repository.appending(path: "figures/6-anchors/nmsSteps.en.png").path
  }

  @Test(
    "boxes without a picture are assigned to the anchors of the image's size; what gets none is named, with the reason")
  func boxesAlone() async throws {
    let good = #"{"id":1,"image_id":1,"category_id":1,"bbox":[100,100,64,64]}"#
    let tiny = #"{"id":2,"image_id":1,"category_id":1,"bbox":[300,300,5,5]}"#
    let crowd = #"{"id":3,"image_id":1,"category_id":1,"bbox":[0,0,300,300],"iscrowd":1}"#
    let outcome = try await chapter.run("values", "--boxes", boxes("\(good),\(tiny),\(crowd)"))
    #expect(outcome.status == 0 && outcome.complaint.isEmpty)
    #expect(value("photoAnchors", in: outcome) == "57,600")
    #expect(value("objects", in: outcome) == "2" && value("orphans", in: outcome) == "1")
    #expect(try await chapter.run("--plain", "--boxes", folder.path + "/boxes.json").output.contains("│ too small"))
  }

  @Test("a picture without boxes has backgrounds alone")
  func pictureAlone() async throws {
    let outcome = try await chapter.run("values", "--image", picture)
    #expect(outcome.status == 0 && outcome.complaint.isEmpty)
    #expect(value("photoWidth", in: outcome) == "1,920" && value("objects", in: outcome) == "0")
    #expect(
      value("objectAnchors", in: outcome) == "0"
        && value("assignment[1,4]", in: outcome) == value("photoAnchors", in: outcome))
    let claims = try await chapter.run("claims", "--image", picture)
    #expect(claims.status == 0 && claims.output.contains("✗ NMS raises AP50"))
  }

  @Test("figures of one's own go where they are asked to, or to the folder that git ignores")
  func figures() async throws {
    let one = #"{"id":1,"image_id":1,"category_id":1,"bbox":[100,100,640,640]}"#
    let file = try boxes(one, #"{"id":1,"file_name":"nmsSteps.en.png"},{"id":2}"#)
    let outcome = try await chapter.run("figures", "--image", picture, "--boxes", file, "anchorAssignment", "nmsSteps")
    #expect(outcome.status == 0, "\(outcome.complaint)")
    let paths = outcome.output.split(separator: "\n")
    #expect(paths.count == 4 && paths.allSatisfy { $0.contains("figures/.play/6-anchors/") })
  }

  @Test("what cannot be used is refused in both languages, and nothing is drawn")
  func refused() async throws {
    let text = try folder.write("no PNG", to: "text.png")
    let cut = try folder.write(Data(contentsOf: URL(fileURLWithPath: picture)).prefix(4000), to: "cut.png")
    let cases: [(arguments: [String], english: String, korean: String)] = [
      (["--image", text], "not a picture", "그림 파일이 아닙니다"), (["--image", cut], "not a valid PNG", "올바른 PNG가"),
      (["--boxes", text], "an object", "객체"), (["--boxes", picture], "an object", "객체"),
      (["--image", picture, "--boxes", try boxes("")], "640×480", "640×480"),
    ]
    let drawn = folder.path + "/drawn"
    for (arguments, english, korean) in cases {
      for (language, words) in [("en", english), ("ko", korean)] {
        let outcome = try await chapter.run(["figures", "--out", drawn, "--lang", language] + arguments)
        #expect(
          outcome.status == 1 && outcome.output.isEmpty && outcome.complaint.contains(words), "\(outcome.complaint)")
      }
    }
    #expect(!FileManager.default.fileExists(atPath: drawn))
  }
}
