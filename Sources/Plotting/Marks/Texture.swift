/// What tells areas apart beside their colour: fine stripes in the background's colour.
enum Texture: Int, Sendable, CaseIterable {
  case plain, rising, falling, level, upright

  static func series(_ index: Int) -> Texture { allCases[index.wrapped(allCases.count)] }

  /// A filled rectangle with its stripes.
  func elements(in rect: Rect, tint: Tint, context: DrawingContext) -> [SceneElement] {
    let fill = SceneElement.path(.rect(rect), fill: tint.color(in: context.theme))
    let stripes = stripes(over: rect, distance: context.points(20))
    guard !stripes.isEmpty else { return [fill] }
    let stroke = context.stroke(.background.opacity(0.32), width: 3)
    return [fill, .clipped(to: rect, [.path(Path(stripes.flatMap(\.segments)), stroke: stroke)])]
  }

  private func stripes(over rect: Rect, distance: Double) -> [Path] {
    guard distance > 0, rect.width > 0, rect.height > 0, (rect.width + rect.height) / distance < 2000 else { return [] }
    let half = distance / 2
    switch self {
    case .plain:
      return []
    case .rising:
      return stride(from: rect.minX + half, to: rect.maxX + rect.height, by: distance).map {
        .line(from: Point(x: $0, y: rect.minY), to: Point(x: $0 - rect.height, y: rect.maxY))
      }
    case .falling:
      return stride(from: rect.minX - rect.height + half, to: rect.maxX, by: distance).map {
        .line(from: Point(x: $0, y: rect.minY), to: Point(x: $0 + rect.height, y: rect.maxY))
      }
    case .level:
      return stride(from: rect.maxY - half, to: rect.minY, by: -distance).map {
        .line(from: Point(x: rect.minX, y: $0), to: Point(x: rect.maxX, y: $0))
      }
    case .upright:
      return stride(from: rect.minX + half, to: rect.maxX, by: distance).map {
        .line(from: Point(x: $0, y: rect.minY), to: Point(x: $0, y: rect.maxY))
      }
    }
  }
}
