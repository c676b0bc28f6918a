import Foundation
import TestSupport
import Testing

/// `chapter7 detect` and `chapter7 evaluate` with the small detector that the chapter trained.
@Suite(.timeLimit(.minutes(30))) struct DetectTests {
  private let chapter = Program(name: "chapter7", environment: ["LANG": "en_US.UTF-8"])
  private let folder: TemporaryFolder
  private let weights = Program.repository.appending(path: "chapters/7-retinanet/shapes.safetensors").path
  private let picture = Program.repository.appending(path: "figures/6-anchors/nmsSteps.en.png").path

  init() throws { folder = try TemporaryFolder() }

  @Test("what is found is listed, drawn and written, and nothing else is")
  func detect() async throws {
    let (out, json) = (folder.path + "/found.png", folder.path + "/found.json")
    let outcome = try await chapter.run(
      "detect", picture, "--weights", weights, "--out", out, "--json", json, "--threshold", "0.1")
    #expect(outcome.status == 0, "\(outcome.complaint)")
    #expect(outcome.output.hasSuffix("\(out)\n\(json)\n") && outcome.output.contains("score"))
    #expect(folder.contents == ["found.json", "found.png"])
  }

  @Test("the 12 numbers of COCO are printed, and the way there is told apart from them")
  func evaluate() async throws {
    let truth = try folder.write(
      """
      {"images": [{"id": 1, "file_name": "nmsSteps.en.png"}],
       "categories": [{"id": 1, "name": "ellipse"}],
       "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [100, 100, 200, 300]}]}
      """, to: "truth.json")
    let images = URL(fileURLWithPath: picture).deletingLastPathComponent().path
    let outcome = try await chapter.run(
      "evaluate", "--weights", weights, "--annotations", truth, "--images", images)
    #expect(outcome.status == 0 && outcome.output.split(separator: "\n").count == 12, "\(outcome.complaint)")
    #expect(outcome.complaint.contains("100 %") && folder.contents == ["truth.json"])
  }

  @Test("what cannot be done is said in both languages, with a status of its own, and leaves nothing")
  func refused() async throws {
    let text = try folder.write("no weights", to: "text.pth")
    let cases: [(arguments: [String], status: Int, english: String, korean: String)] = [
      (["detect", picture], 64, "--weights is missing", "빠졌습니다: --weights"),
      (["detect", picture, "--weights", text], 1, "neither", "아닙니다"),
      (["detect", folder.path + "/none.jpg", "--weights", weights], 1, "missing", "없거나"),
      (["detect", text, "--weights", weights], 1, "not a picture", "그림 파일이 아닙니다"),
      (["detect", picture, "--weights", weights, "--out", picture], 1, "destroy", "지워집니다"),
      (
        ["evaluate", "--weights", weights, "--annotations", text, "--images", folder.path], 1, "an object", "객체"
      ),
    ]
    for (arguments, status, english, korean) in cases {
      for (language, words) in [("en", english), ("ko", korean)] {
        let outcome = try await chapter.run(arguments + ["--lang", language])
        #expect(outcome.status == status && outcome.complaint.contains(words), "\(arguments) \(outcome.complaint)")
        #expect(outcome.output.isEmpty && folder.contents == ["text.pth"])
      }
    }
  }
}
