/// An image stretched between two values of x and two of y, its first row at the end of y that lies on top.
public struct ImageMark: Mark {
  public var image: PixelImage
  public var x: ClosedRange<Double>
  public var y: ClosedRange<Double>

  public init(_ image: PixelImage, x: ClosedRange<Double>, y: ClosedRange<Double>) {
    self.image = image
    self.x = x
    self.y = y
  }

  public var seriesCount: Int { 0 }

  public func drawing(in plot: PlotArea, series: Int) throws(PlottingError) -> MarkDrawing {
    var drawing = MarkDrawing()
    guard let rect = try plot.rect(x: x, y: y), rect.intersects(plot.rect) else { return drawing }
    drawing.elements = [.image(image, in: rect)]
    return drawing
  }
}
