import Synchronization

/// Room for what a convolution has to keep for a while, used again by the next one.
public final class Workspace: @unchecked Sendable {
  private var memory = AlignedMemory(count: 0)
  /// How many of its numbers are taken.
  private var taken = 0

  public init() {}

  /// Room for so many numbers, which hold anything; until the next call.
  func room(for count: Int) -> UnsafeMutablePointer<Float> {
    if memory.count < taken + count {
      // What was taken of the memory so far keeps it; the next time there is room for all of it.
      memory = AlignedMemory(count: memory.count + count)
      taken = 0
    }
    return memory.start + taken
  }

  /// Memory for so many numbers, which hold anything; until the workspace goes back to where it was borrowed.
  func memory(for count: Int) -> AlignedMemory {
    _ = room(for: count)
    defer { taken += (count + 15) / 16 * 16 }
    return AlignedMemory(of: memory, at: taken, count: count)
  }

  // MARK: - Borrowing

  private static let unused = Mutex<[Workspace]>([])

  /// Lends a workspace that has room already, if there is one.
  static func borrowed<Result>(_ body: (Workspace) -> Result) -> Result {
    let workspace = unused.withLock { $0.popLast() } ?? Workspace()
    defer {
      workspace.taken = 0
      unused.withLock { $0.append(workspace) }
    }
    return body(workspace)
  }
}

extension Workspace? {
  /// Memory for so many numbers, which hold anything: of the workspace, or of its own.
  func memory(for count: Int) -> AlignedMemory { self?.memory(for: count) ?? AlignedMemory(count: count) }
}
