import Kernels

/// How many anchors a matcher made what.
public struct AssignmentCounts: Sendable, Hashable {
  /// How many anchors each object has.
  public private(set) var ofObjects: [Int]
  public private(set) var ignored = 0
  public private(set) var background = 0

  /// - Parameter objects: how many boxes the anchors were matched to.
  public init(_ matches: some Sequence<AnchorMatch>, objects: Int) {
    ofObjects = Array(repeating: 0, count: objects)
    for match in matches {
      switch match {
      case .object(let index):
        require(index, <, objects, "a match names one of the objects")
        ofObjects[index] += 1
      case .ignored: ignored += 1
      case .background: background += 1
      }
    }
  }

  /// The anchors of all objects together.
  public var object: Int { ofObjects.reduce(0, +) }

  /// The objects that have no anchor.
  public var orphans: [Int] { ofObjects.indices.filter { ofObjects[$0] == 0 } }

  /// Background anchors for each anchor of an object; infinite where there is none, not a number without any anchors.
  public var backgroundsPerObject: Double { Double(background) / Double(object) }
}
