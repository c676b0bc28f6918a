import Testing
import ToyDetector

@testable import DenseDetector

@Suite struct DenseSceneTests {
  @Test("every picture has one object cell, ignored cells around it, and is background elsewhere", arguments: 1...20)
  func cells(seed: UInt64) {
    let scene = DenseScene(PictureGenerator().picture(seed: seed))
    #expect(scene.targets.count == 1600)
    #expect(scene.targets.count { $0 == .object(0) } == 1)
    #expect(scene.targets.count { $0 == .ignored } == 24)
  }

  @Test("the object's cell holds the centre of the disc")
  func place() throws {
    var picture = Picture(side: 80, pixels: [Double](repeating: 0, count: 6400))
    picture.draw(Shape(.disc, x: 21.6, y: 40.2, radius: 4, brightness: 1))  // pixels 22 and 40: cells 11 and 20
    let index = try #require(DenseScene(picture).targets.firstIndex(of: .object(0)))
    #expect(index == 20 * 40 + 11)
  }

  @Test("at the edge of a picture the ignored cells are cut off, and no index leaves the grid")
  func edge() {
    var picture = Picture(side: 80, pixels: [Double](repeating: 0, count: 6400))
    picture.draw(Shape(.disc, x: 79.9, y: 0, radius: 4, brightness: 1))
    let targets = DenseScene(picture).targets
    #expect(targets[39] == .object(0))
    #expect(targets.count { $0 == .ignored } == 8)
  }
}
