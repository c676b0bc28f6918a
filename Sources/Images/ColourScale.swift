import Kernels

/// What a network sees of a colour in [0, 1]: (x − mean) / deviation, for each of red, green and blue.
public struct ColourScale: Sendable, Hashable {
  /// In [0, 1], red, green, blue.
  public let mean: [Float]
  /// Above 0.
  public let deviation: [Float]

  /// Of ImageNet's photographs, with which all of torchvision's networks were trained.
  public static let imageNet = ColourScale(mean: [0.485, 0.456, 0.406], deviation: [0.229, 0.224, 0.225])

  public init(mean: [Float], deviation: [Float]) {
    require([mean.count, deviation.count], ==, [3, 3], "one mean and one deviation for each of red, green, blue")
    require(deviation.min() ?? 0, >, 0, "a deviation is above 0")
    (self.mean, self.deviation) = (mean, deviation)
  }
}
