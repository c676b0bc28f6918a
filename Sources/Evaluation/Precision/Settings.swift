/// The sizes of objects that COCO looks at apart, both bounds included.
public enum AreaRange: Int, CaseIterable, Sendable {
  case all, small, medium, large

  /// In square pixels: up to 32², from 32² to 96², from 96² on; never above 100,000².
  public var bounds: ClosedRange<Double> {
    switch self {
    case .all: 0...1e10
    case .small: 0...1024
    case .medium: 1024...9216
    case .large: 9216...1e10
    }
  }
}

/// The IoU from which on a detection has found an object: 0.50, 0.55, …, 0.95.
public enum OverlapThreshold: Int, CaseIterable, Sendable {
  case iou50, iou55, iou60, iou65, iou70, iou75, iou80, iou85, iou90, iou95

  /// As NumPy spaces them, to the last bit: an IoU may be exactly 0.6.
  public var value: Double {
    self == .iou95 ? 0.95 : Double(rawValue) * ((0.95 - 0.5) / 9) + 0.5
  }
}

/// How many detections of a category count in one image, those with the highest scores first.
public enum DetectionLimit: Int, CaseIterable, Sendable {
  case one, ten, hundred

  public var count: Int {
    switch self {
    case .one: 1
    case .ten: 10
    case .hundred: 100
    }
  }
}

/// The recalls at which precision is read off: 0, 0.01, …, 1.
enum RecallPoints {
  static let values = (0..<100).map { Double($0) * 0.01 } + [1]
}

/// A set of thresholds, one bit each.
struct ThresholdSet: OptionSet, Sendable {
  let rawValue: UInt16

  static let all = ThresholdSet(rawValue: 1 << UInt16(OverlapThreshold.allCases.count) - 1)

  init(rawValue: UInt16) { self.rawValue = rawValue }
  init(_ threshold: Int) { rawValue = 1 << UInt16(threshold) }
}
