import Kernels
import Tensors

/// How large a picture is made before a network sees it.
public struct ResizeRule: Sendable, Hashable {
  /// The shorter side becomes so long, …
  public let shorterSide: Int
  /// … unless the longer one would then be longer than this.
  public let longerSide: Int

  /// What torchvision's detectors do unless told otherwise.
  public static let torchvision = ResizeRule(shorterSide: 800, longerSide: 1333)

  /// - Parameters: both in pixels, 1 or more.
  public init(shorterSide: Int, longerSide: Int) {
    require(shorterSide, >=, 1, "a side is 1 pixel or longer")
    require(longerSide, >=, 1, "a side is 1 pixel or longer")
    (self.shorterSide, self.longerSide) = (shorterSide, longerSide)
  }

  /// The size that a picture of this size gets: the same proportions, in whole pixels, rounded down but not to 0.
  /// (torchvision refuses a picture so narrow that nothing would be left of a side.)
  public func size(height: Int, width: Int) -> (height: Int, width: Int) {
    let scale = min(
      Double(shorterSide) / Double(min(height, width)), Double(longerSide) / Double(max(height, width)))
    return (max(1, Int(Double(height) * scale)), max(1, Int(Double(width) * scale)))
  }
}

/// A picture as a detector takes it: resized, normalised, padded.
public struct DetectorInput: Sendable, Hashable {
  /// 1 × 3 × H × W, with H and W multiples of 32.
  public let batch: Tensor<Float>
  /// How much of it is the picture; the rest, on the right and below, is 0.
  public let height: Int, width: Int
  /// The size of the picture as it came, to which boxes are scaled back.
  public let originalHeight: Int, originalWidth: Int

  /// - Parameters:
  ///   - picture: red, green, blue in [0, 1], 3 × H × W.
  ///   - rule: how large it becomes.
  ///   - scale: what its colours become.
  /// - Source: torchvision, `GeneralizedRCNNTransform`, which normalises before it resizes: the same up to rounding, with more work.
  public init(_ picture: Tensor<Float>, rule: ResizeRule = .torchvision, scale: ColourScale = .imageNet) {
    require(picture.shape.count, ==, 3, "a picture is C × H × W")
    (originalHeight, originalWidth) = (picture.shape[1], picture.shape[2])
    (height, width) = rule.size(height: originalHeight, width: originalWidth)
    let seen = picture.resized(height: height, width: width).normalized(scale).padded(toMultipleOf: 32)
    batch = seen.reshaped(to: [1] + seen.shape)
  }
}

extension Tensor<Float> {
  /// (x − mean) / deviation for each channel of a picture, 3 × H × W.
  public func normalized(_ scale: ColourScale = .imageNet) -> Tensor {
    let (mean, deviation) = (scale.mean, scale.deviation)
    require(shape.first, ==, mean.count, "one mean for each channel")
    let area = count / mean.count
    let normalized = filled(count) { [scalars] normalized in
      for channel in mean.indices {
        for place in channel * area..<(channel + 1) * area {
          normalized[place] = (scalars[place] - mean[channel]) / deviation[channel]
        }
      }
    }
    return Tensor(shape: shape, normalized)
  }

  /// A picture, C × H × W, with 0 added on the right and below until both sides are multiples of a number.
  public func padded(toMultipleOf multiple: Int) -> Tensor {
    require(shape.count, ==, 3, "a picture is C × H × W")
    require(multiple, >=, 1, "a multiple of 1 or more")
    let (channels, height, width) = (shape[0], shape[1], shape[2])
    let rows = (height + multiple - 1) / multiple * multiple
    let columns = (width + multiple - 1) / multiple * multiple
    var padded = Tensor(shape: [channels, rows, columns], repeating: 0)
    for row in 0..<channels * height {
      let start = (row / height * rows + row % height) * columns
      padded.scalars.replaceSubrange(start..<start + width, with: scalars[row * width..<(row + 1) * width])
    }
    return padded
  }
}
