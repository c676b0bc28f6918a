/// How the pieces of a stack stand across it.
struct StackBreadth {
  /// What the stack needs across.
  let breadth: Double
  /// Where its middle line lies, by which it is itself lined up.
  let center: Double
  private let axis: DiagramAxis
  private let alignment: StackAlignment

  /// - Parameter axis: the one across the stack.
  init(_ children: [MeasuredItem], axis: DiagramAxis, alignment: StackAlignment) {
    self.axis = axis
    self.alignment = alignment
    switch alignment {
    case .center:
      // Middle lines coincide: room for the most that lies before it and the most that lies after it.
      let before = children.map { axis.length(of: $0.center) }.max() ?? 0
      let after = children.map { axis.length(of: $0.size) - axis.length(of: $0.center) }.max() ?? 0
      breadth = before + after
      center = before
    case .leading, .trailing, .stretch:
      breadth = children.map { axis.length(of: $0.size) }.max() ?? 0
      center = breadth / 2
    }
  }

  /// Where a piece lies across, in a place at least as broad as the stack.
  func place(of child: MeasuredItem, in room: ClosedRange<Double>) -> ClosedRange<Double> {
    let own = axis.length(of: child.size)
    let spare = room.upperBound - room.lowerBound - breadth
    let start: Double =
      switch alignment {
      case .leading, .stretch: room.lowerBound
      case .center: room.lowerBound + spare / 2 + center - axis.length(of: child.center)
      case .trailing: room.upperBound - own
      }
    return alignment == .stretch ? room : start...(start + own)
  }
}
