import Boxes
import Detection
import DrawnShapes
import Plotting
import Workbook

extension ShapePicture {
  /// The picture, each pixel a square, with marks over it in its own pixels.
  ///
  /// - Parameter margin: room for labels at the left and right, and a quarter of it above, in pixels.
  public func chart(margin: Double = 0, @MarkBuilder marks: () -> [any Mark] = { [] }) -> Chart {
    var image = image
    image.enlargement = .squares
    var chart = pictureChart(image, size: (image.width, image.height), marks: marks)
    chart.x = .hidden(.linear(-margin...Double(image.width) + margin))
    chart.y = .hidden(.linear(-margin / 4...Double(image.height)), direction: .descending)
    return chart
  }

  /// The boxes of its objects, with their names.
  public var namedBoxes: [RectMark] {
    objects.map { $0.box.mark.tint(.series($0.shape.rawValue)).width(5).label($0.shape.name) }
  }
}

extension Box {
  /// Its outline in a picture.
  public var mark: RectMark { RectMark(x: xMin...max(xMin, xMax), y: yMin...max(yMin, yMax)) }
}

extension FoundObject {
  /// Its box, in the colour and the dashes of its class.
  public func frame(width: Double) -> RectMark { box.mark.tint(.series(label)).dash(.series(label)).width(width) }

  /// The same for a shape, with its name and score.
  public var namedFrame: RectMark {
    frame(width: 5).label(ShapeClass.allCases[label].name.map { "\($0) \(Double(score), .fixed(2), in: .prose)" })
  }
}
