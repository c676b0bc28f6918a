@testable import Plotting

/// What tests read out of a scene.
extension Scene {
  /// All elements, those inside clips too.
  var flat: [SceneElement] { elements.flatMap(\.flat) }

  var runs: [TextRun] {
    flat.compactMap { if case .text(let run) = $0 { run } else { nil } }
  }

  var strings: [String] { runs.map(\.string) }

  var strokes: [Stroke] {
    flat.compactMap { if case .path(_, _, let stroke) = $0 { stroke } else { nil } }
  }

  /// Every place that a path goes through.
  var points: [Point] {
    flat.flatMap { element -> [Point] in
      if case .path(let path, _, _) = element { path.points } else { [] }
    }
  }
}

extension SceneElement {
  var flat: [SceneElement] {
    if case .clipped(_, let elements) = self { elements.flatMap(\.flat) } else { [self] }
  }
}

extension Path {
  var points: [Point] {
    segments.flatMap { segment -> [Point] in
      switch segment {
      case .move(let point), .line(let point): [point]
      case .curve(let first, let second, let end): [first, second, end]
      case .close: []
      }
    }
  }
}

extension TextRun {
  /// About what the letters cover: from the baseline to the height of capitals.
  var ink: Rect {
    Rect(x: origin.x, y: origin.y - 0.7 * font.size, width: nominalWidth, height: 0.7 * font.size).inset(by: 0.01)
  }

  private var nominalWidth: Double {
    let measurer = NominalMeasurer()
    return switch font.role {
    case .mathItalic: measurer.extent(ofMath: string, style: .italic, size: font.size).width
    case .mathUpright: measurer.extent(ofMath: string, style: .upright, size: font.size).width
    case .text, .code: measurer.extent(of: string, font: font).width
    }
  }
}
