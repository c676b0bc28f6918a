import Boxes
import Detection
import Localization
import PNGCoding
import Plotting

/// A photograph with the boxes of what was found in it, and what each is.
struct DetectionPicture {
  let photo: PixelGrid
  /// By descending score; boxes in pixels of the photograph.
  let objects: [FoundObject]
  let classes: [DetectedClass]
  let language: Language

  /// The longer side of what is drawn, in points: a small photograph is enlarged, so that labels can be read, and a large one
  /// made smaller.
  private static let sides = 960.0...1920.0
  /// Room for a label, however narrow the photograph is.
  private static let smallest = Size(width: 360, height: 160)

  func scene(measurer: any TextMeasuring) -> Scene {
    let longer = Double(max(photo.width, photo.height))
    let scale = min(max(longer, Self.sides.lowerBound), Self.sides.upperBound) / longer
    let (width, height) = (scale * Double(photo.width), scale * Double(photo.height))
    let size = Size(
      width: max(width, Self.smallest.width).rounded(), height: max(height, Self.smallest.height).rounded())
    let frame = Rect(x: (size.width - width) / 2, y: (size.height - height) / 2, width: width, height: height)

    let image = PixelImage(width: photo.width, height: photo.height, rgba: photo.rgba)
    let labels = labels(in: frame, of: size, scale: scale, measurer: measurer)
    // The surest lies on top.
    let boxes = objects.indices.reversed().flatMap { outline(objects[$0], in: frame, scale: scale, type: type(size)) }
    return Scene(
      size: size, background: Theme.light.panel,
      elements: (image.map { [.image($0, in: frame)] } ?? []) + boxes + labels.reversed().flatMap { $0 })
  }

  private func type(_ size: Size) -> Double { max(size.width, size.height) * 20 / Self.sides.lowerBound }

  private func color(of object: FoundObject) -> Color {
    Theme.light.series[object.label % Theme.light.series.count]
  }

  private func place(_ box: Box, in frame: Rect, scale: Double) -> Rect {
    Rect(
      x: frame.x + scale * box.xMin, y: frame.y + scale * box.yMin, width: scale * box.width,
      height: scale * box.height)
  }

  /// A line in the colour of the class with a pale rim, to be seen on any photograph.
  private func outline(_ object: FoundObject, in frame: Rect, scale: Double, type: Double) -> [SceneElement] {
    let path = Path.rect(place(object.box, in: frame, scale: scale)), line = type / 6
    return [
      .path(path, stroke: Stroke(Color(hex: 0xFFFFFF, opacity: 0.8), width: line + type / 8)),
      .path(path, stroke: Stroke(color(of: object), width: line)),
    ]
  }

  // MARK: - Labels

  /// Name and score of each object on a plate in the colour of its class.
  private func labels(
    in frame: Rect, of size: Size, scale: Double, measurer: any TextMeasuring
  ) -> [[SceneElement]] {
    let font = Font(size: type(size), weight: .bold), padding = font.size / 4
    var places = LabelPlaces(in: Rect(x: 0, y: 0, width: size.width, height: size.height))
    return objects.map { object in
      let text = shortened(
        classes[object.label].name[language], " " + object.scoreText, to: size.width - 2 * padding
      ) {
        measurer.extent(of: $0, font: font).width
      }
      let extent = measurer.extent(of: text, font: font)
      let plate = places.place(
        Size(width: extent.width + 2 * padding, height: extent.ascent + extent.descent),
        at: place(object.box, in: frame, scale: scale))
      let origin = Point(x: plate.minX + padding, y: plate.minY + extent.ascent)
      let rim = Stroke(Color(hex: 0xFFFFFF, opacity: 0.8), width: font.size / 16)
      return [
        .path(.rect(plate), fill: color(of: object), stroke: rim),
        .text(TextRun(text, font: font, color: Color(hex: 0xFFFFFF), origin: origin)),
      ]
    }
  }

  /// A name that fits with what stands behind it, cut where it is too long.
  private func shortened(_ name: String, _ end: String, to width: Double, measure: (String) -> Double) -> String {
    var name = name, text = name + end
    while measure(text) > width, !name.isEmpty {
      name.removeLast()
      text = name + "…" + end
    }
    return text
  }
}
