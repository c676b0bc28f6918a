/// A diagram being laid out: where its pieces lie, and what they look like.
struct DiagramPlan {
  /// Nodes and groups, by name.
  var frames: [String: Rect] = [:]
  /// What arrows lead around: boxes and their labels, but not the groups that hold them.
  var obstacles: [Obstacle] = []
  /// Panels, painted first.
  var backdrop: [SceneElement] = []
  var elements: [SceneElement] = []
  /// Along which axis two pieces follow each other: that of the innermost stack that holds both.
  private(set) var stacks: [(axis: DiagramAxis, members: [Set<String>])] = []

  struct Obstacle {
    /// The name of the node; nil for labels.
    var id: String?
    var rect: Rect
  }

  mutating func noteStack(_ axis: DiagramAxis, members: [Set<String>]) {
    stacks.append((axis, members))
  }

  /// Stacks note themselves from the outside in, so the last one that parts the two is the innermost.
  func axis(from: String, to: String) -> DiagramAxis? {
    stacks.last { stack in
      let places = [from, to].map { id in stack.members.firstIndex { $0.contains(id) } }
      return places[0] != nil && places[1] != nil && places[0] != places[1]
    }?.axis
  }
}

/// A piece of known size, ready to be put into a rectangle at least as large.
struct MeasuredItem {
  var size: Size
  /// The point by which stacks line it up, from its upper left corner: the middle of a node, whatever brace it wears.
  var center: Point
  /// The names of all nodes and groups in it.
  var names: [String]
  /// The smallest type in it, in units.
  var smallestType: Double
  var place: (Rect, inout DiagramPlan) throws(PlottingError) -> Void

  init(
    size: Size, center: Point? = nil, names: [String], smallestType: Double,
    place: @escaping (Rect, inout DiagramPlan) throws(PlottingError) -> Void
  ) {
    self.size = size
    self.center = center ?? Point(x: size.width / 2, y: size.height / 2)
    self.names = names
    self.smallestType = smallestType
    self.place = place
  }
}
