import Literate
import Plotting

extension BlockSetter {
  /// The image that a paragraph consists of, with its words below it; nil where it holds anything else, or where there is no
  /// such image.
  func picture(_ inlines: [Inline]) throws(PlottingError) -> [Slab]? {
    guard inlines.count == 1, case .image(let link, let alt) = inlines[0],
      let image = picture(link.destination.string)
    else { return nil }
    let aspect = Double(image.height) / Double(image.width)
    let size = Size(width: min(width, 260 / aspect), height: min(width * aspect, 260))
    let frame = Rect(x: (width - size.width) / 2, y: 0, width: size.width, height: size.height)
    var slabs = [Slab(Ink(height: size.height, elements: [.image(image, in: frame)]), keepsNext: true)]
    slabs += try text(alt, TextStyle(size: format.small, tint: .muted), line: format.small * 1.5).spaced(
      before: 4, after: 0)
    return slabs.keeping(leading: slabs.count, trailing: 0).spaced(before: 10, after: 10)
  }
}
