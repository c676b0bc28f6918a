import Kernels
import Testing

@testable import ToyDetector

@Suite struct WindowTests {
  let pictures = (1...20).map { PictureGenerator().picture(seed: $0) }

  @Test("every picture has windows of its object, all of them at it")
  func objects() throws {
    for picture in pictures {
      let disc = try #require(picture.shapes.first { $0.kind.isObject })
      let found = Window.all(of: picture).filter { $0.kind == .object }
      #expect((1...4).contains(found.count))
      for window in found { #expect(max(abs(Double(window.x) - disc.x), abs(Double(window.y) - disc.y)) <= 1) }
    }
  }

  @Test("windows are the grid without gaps, and only those beside the object are ignored")
  func grid() {
    for picture in pictures {
      let windows = Window.all(of: picture)
      #expect(windows.count == 34 * 34)
      #expect(Set(windows).count == windows.count)
      #expect((1...16).contains(windows.count { $0.kind == .ignored }))
      #expect(Candidate.all(of: picture).count == windows.count { $0.kind != .ignored })
    }
  }

  @Test("a picture without objects has nothing but background")
  func empty() {
    let picture = Picture(side: 20, pixels: Array(repeating: 0, count: 400))
    #expect(Window.all(of: picture).allSatisfy { $0.kind == .background })
  }

  @Test("the object stands out more than a plain background does")
  func contrast() {
    for picture in pictures {
      let candidates = Candidate.all(of: picture)
      let backgrounds = candidates.filter { $0.window.kind == .background }.map(\.contrast).sorted()
      for object in candidates where object.window.kind == .object {
        #expect(object.contrast > backgrounds[backgrounds.count / 2])
      }
    }
  }

  @Test("a candidate's logit is the one that the candidate set gives for it")
  func logit() {
    let classifier = WindowClassifier(prior: 0.5, seed: 3)
    let set = CandidateSet(pictures: [pictures[0]], negatives: 1, batchSize: 1, seed: 1)
    let logits = classifier.logits(of: set, blocks: 0..<set.blocks)
    let objects = Candidate.all(of: pictures[0]).filter { $0.window.kind == .object }
    for (lane, object) in objects.enumerated() { #expect(classifier.logit(of: object) == logits[0][lane]) }
  }
}
