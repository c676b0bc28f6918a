import CProcessor
import Foundation

/// What this build may use of the processor, known when it is compiled: a branch on it leaves no trace.
public enum Processor {
  /// Whether a · b + c is one instruction: yes on arm64, and on x86-64 where the build machine has FMA.
  @inlinable
  public static var fusesMultiplyAdd: Bool {
    @inline(__always) get { WORKBOOK_FUSES_MULTIPLY_ADD == 1 }
  }

  /// The width of a vector register: 512 with AVX-512, 256 with AVX2, 128 on arm64 and baseline x86-64.
  @inlinable
  public static var vectorBits: Int {
    @inline(__always) get { Int(WORKBOOK_VECTOR_BITS) }
  }

  /// How many threads may compute at the same time.
  public static let threads = ProcessInfo.processInfo.activeProcessorCount
}
