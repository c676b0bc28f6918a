import Plotting

/// A picture with marks over it, in the picture's own pixels from its upper left corner on; or a map, stretched over as many.
///
/// - Parameters:
///   - size: of the picture, width and height.
///   - marks: over the picture.
public func pictureChart(
  _ image: PixelImage?, size: (width: Int, height: Int), @MarkBuilder marks: () -> [any Mark] = { [] }
) -> Chart {
  let (x, y) = (0...Double(max(size.width, 1)), 0...Double(max(size.height, 1))), over = marks()
  return Chart(x: .hidden(.linear(x)), y: .hidden(.linear(y), direction: .descending), aspect: .equal) {
    if let image { ImageMark(image, x: x, y: y) }
    over
  }
}
