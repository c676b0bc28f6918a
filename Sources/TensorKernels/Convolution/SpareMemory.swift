import CProcessor
import Synchronization

/// Memory of tensors that are no more, for the next ones: a step of a training needs what the step before needed, and memory fresh from
/// the system costs as much time as some convolutions.
public final class SpareMemory: Sendable {
  static let shared = SpareMemory()
  private let spare = Mutex<[AlignedMemory]>([])

  /// Memory for so many numbers, which hold anything. The smallest spare one serves, if it is not twice too large.
  func lend(_ count: Int) -> AlignedMemory {
    let found = spare.withLock { spare in
      let fitting = spare.indices.filter { count...2 * count ~= spare[$0].count }
      return fitting.min { spare[$0].count < spare[$1].count }.map { spare.remove(at: $0) }
    }
    return AlignedMemory(of: found ?? AlignedMemory(count: count), at: 0, count: count, isLent: true)
  }

  func takeBack(_ memory: AlignedMemory) {
    spare.withLock { $0.append(memory) }
  }

  /// From now on this process keeps the memory of arrays that are freed, too: a step's slopes lie where those of the step before lay.
  public static let keepsArrays: Void = workbook_keep_freed_memory()
}
