import Boxes
import CairoRendering
import Plotting
import Testing

@testable import DrawnShapes

@Suite struct ShapePictureTests {
  @Test("the same seed draws the same picture, whatever the number of threads")
  func deterministic() throws {
    let artist = try ShapeArtist()
    let seeds = (0..<12).map { UInt64($0) }
    let alone = try artist.pictures(seeds: seeds, threads: 1), together = try artist.pictures(seeds: seeds, threads: 4)
    #expect(alone.map(\.image) == together.map(\.image))
    #expect(alone.map(\.objects) == together.map(\.objects))
    #expect(Set(alone.map(\.image)).count == seeds.count)
  }

  @Test("a box ends where its object's pixels end", arguments: ShapeClass.allCases)
  func boxes(shape: ShapeClass) throws {
    let black = Color(red: 0, green: 0, blue: 0), white = Color(red: 1, green: 1, blue: 1)
    for (index, degrees) in [-1, -0.37, 0, 0.61, 1].enumerated() {
      let box = Box(x: 20 + Double(index) * 1.3, y: 31, width: 61, height: 47.5 + Double(index))
      let object = DrawnObject(shape, in: box, degrees: degrees * shape.largestTurn, color: white)
      let scene = Scene(
        size: Size(width: 128, height: 128), background: black, elements: [.path(object.outline, fill: object.color)])
      let found = try #require(extent(of: try SceneRenderer().pixels(scene)))
      // The tip of a triangle or a star covers too little of its last pixels to be seen.
      let reach = shape == .star || shape == .triangle ? 3 : 1.5
      for edge in [\Box.xMin, \.yMin, \.xMax, \.yMax] {
        #expect(abs(box[keyPath: edge] - found[keyPath: edge]) < reach, "\(shape), \(degrees)")
      }
    }
  }

  /// The box around all pixels that are not black.
  private func extent(of image: PixelImage) -> Box? {
    let lit = (0..<image.width * image.height).filter { image.rgba[4 * $0] > 0 }
    let (x, y) = (lit.map { $0 % image.width }, lit.map { $0 / image.width })
    guard let left = x.min(), let right = x.max(), let top = y.min(), let bottom = y.max() else { return nil }
    return Box(xMin: Double(left), yMin: Double(top), xMax: Double(right) + 1, yMax: Double(bottom) + 1)
  }

  @Test("objects lie inside the picture, are of the sizes that are said, and hide little of each other")
  func layout() {
    var counts: [Int: Int] = [:], classes: [ShapeClass: Int] = [:]
    for seed in 0..<400 {
      let objects = ShapeScene(seed: UInt64(seed)).objects
      counts[objects.count, default: 0] += 1
      for (index, object) in objects.enumerated() {
        classes[object.shape, default: 0] += 1
        #expect(min(object.box.xMin, object.box.yMin) >= 1 && max(object.box.xMax, object.box.yMax) <= 127)
        #expect((19.99...80.01).contains(object.box.area.squareRoot()))
        #expect((0.66...1.51).contains(object.box.aspectRatio))
        for other in objects.dropFirst(index + 1) {
          #expect(other.box.area <= object.box.area)
          #expect(object.box.coverage(with: other.box) <= ShapeScene.largestOverlap)
        }
      }
    }
    #expect(Set(counts.keys) == Set(ShapeScene.objectCounts))
    #expect(classes.values.allSatisfy { $0 > 100 } && classes.count == ShapeClass.allCases.count)
  }

  @Test(
    "shapes cover as much of their box as geometry says: an ellipse π/4, an upright quadrilateral all, a triangle half",
    arguments: zip([ShapeClass.ellipse, .quadrilateral, .triangle], [Double.pi / 4, 1, 0.5]))
  func areas(shape: ShapeClass, share: Double) throws {
    let box = Box(x: 10, y: 20, width: 90, height: 70)
    let object = DrawnObject(shape, in: box, degrees: 0, color: Color(red: 1, green: 1, blue: 1))
    let image = try SceneRenderer().pixels(
      Scene(
        size: Size(width: 128, height: 128), background: Color(red: 0, green: 0, blue: 0),
        elements: [.path(object.outline, fill: object.color)]))
    let covered = stride(from: 0, to: image.rgba.count, by: 4).reduce(0) { $0 + Double(image.rgba[$1]) / 255 }
    #expect(abs(covered / box.area - share) < 0.004)
  }

  @Test("every object stands out: the pixels at its middle have its colour, and the backdrop has another")
  func contrast() throws {
    let artist = try ShapeArtist()
    for seed in UInt64(0)..<20 {
      let picture = try artist.picture(seed: seed)
      guard let smallest = picture.objects.last, smallest.shape != .star else { continue }
      let place = Int(smallest.box.center.y) * 128 + Int(smallest.box.center.x)
      for (channel, value) in [smallest.color.red, smallest.color.green, smallest.color.blue].enumerated() {
        #expect(abs(Double(picture.image.rgba[4 * place + channel]) - 255 * value) <= 1)
      }
    }
  }
}
