import CairoRendering
import Kernels
import Plotting

/// A drawn picture: its pixels, and where which objects are.
public struct ShapePicture: Sendable {
  public let seed: UInt64
  public let image: PixelImage
  /// From the largest to the smallest.
  public let objects: [DrawnObject]
}

/// Draws pictures with objects to be found.
///
/// ```swift
/// let artist = try ShapeArtist()
/// let picture = try artist.picture(seed: 1)
/// picture.objects[0].box   // where the largest one is
/// ```
public struct ShapeArtist: Sendable {
  private let renderer: SceneRenderer

  /// - Throws: `RenderingError.missingFonts`, as everything that draws.
  public init() throws(RenderingError) { renderer = try SceneRenderer() }

  /// The picture that belongs to a seed.
  public func picture(seed: UInt64) throws(RenderingError) -> ShapePicture {
    let scene = ShapeScene(seed: seed)
    return ShapePicture(seed: seed, image: try renderer.pixels(scene.scene), objects: scene.objects)
  }

  /// The pictures that belong to some seeds, in their order; the number of threads changes nothing but the time.
  public func pictures(
    seeds: [UInt64], threads: Int = Processor.threads
  ) throws(RenderingError) -> [ShapePicture] {
    let drawn = parallelMap(seeds.count, threads: threads) { index in
      Result { () throws(RenderingError) in try picture(seed: seeds[index]) }
    }
    var pictures: [ShapePicture] = []
    for result in drawn { pictures.append(try result.get()) }
    return pictures
  }
}
