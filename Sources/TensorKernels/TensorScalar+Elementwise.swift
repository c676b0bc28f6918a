import Kernels

// MARK: - Piece by piece

/// Calls `body` with pieces of 0 ..< count, at the same time where they are many. What belongs to one place is done by one thread,
/// so the number of threads changes nothing.
@inline(__always)
private func forEachPiece(of count: Int, _ body: @Sendable (Range<Int>) -> Void) {
  let size = 1 << 16, pieces = (count + size - 1) / size
  parallelFor(pieces, threads: pieces < 4 ? 1 : Processor.threads) { piece in
    body(piece * size..<min((piece + 1) * size, count))
  }
}

// MARK: - The same everywhere

extension TensorScalar {
  /// The same number so many times. (Where the type is not known, the library's initialiser goes number by number.)
  public static func array(repeating value: Self, count: Int) -> [Self] {
    [Self](repeating: value, count: count)
  }

  /// So many numbers, each as it comes from a function, one after the other.
  public static func array(count: Int, _ number: () -> Double) -> [Self] {
    [Self](unsafeUninitializedCapacity: count) { numbers, initialized in
      for place in 0..<count { numbers.initializeElement(at: place, to: Self(number())) }
      initialized = count
    }
  }
}

// MARK: - Sums

extension TensorScalar {
  /// y += factor · x.
  public static func addScaled(_ x: Span<Self>, by factor: Self, to y: inout MutableSpan<Self>) {
    require(x.count, ==, y.count, "both have as many numbers")
    x.withUnsafeBufferPointer { x in
      y.withUnsafeMutableBufferPointer { y in
        nonisolated(unsafe) let (x, y) = (x, y)
        forEachPiece(of: x.count) { for i in $0 { y[i] += factor * x[i] } }
      }
    }
  }
}

// MARK: - The rectifier

extension TensorScalar {
  /// y = max(x, 0); what is not a number stays so.
  public static func rectify(_ x: Span<Self>, into y: inout MutableSpan<Self>) {
    require(x.count, ==, y.count, "both have as many numbers")
    x.withUnsafeBufferPointer { x in
      y.withUnsafeMutableBufferPointer { y in
        nonisolated(unsafe) let (x, y) = (x, y)
        forEachPiece(of: x.count) { for i in $0 { y[i] = x[i] < 0 ? 0 : x[i] } }
      }
    }
  }

  /// dL/dx = dL/dy where x > 0, and 0 elsewhere.
  public static func rectifyBackward(_ dy: Span<Self>, x: Span<Self>, into dx: inout MutableSpan<Self>) {
    require(dy.count, ==, x.count, "one slope for each number")
    require(dx.count, ==, x.count, "one slope for each number")
    dy.withUnsafeBufferPointer { dy in
      x.withUnsafeBufferPointer { x in
        dx.withUnsafeMutableBufferPointer { dx in
          nonisolated(unsafe) let (dy, x, dx) = (dy, x, dx)
          forEachPiece(of: x.count) { for i in $0 { dx[i] = x[i] <= 0 ? 0 : dy[i] } }
        }
      }
    }
  }
}

// MARK: - A step of gradient descent

/// How far a step of gradient descent goes, how much of the step before it keeps, and how strongly it pulls towards 0.
public struct StepRates<Scalar: TensorScalar>: Sendable, Hashable {
  public let learningRate: Scalar
  public let momentum: Scalar
  public let weightDecay: Scalar

  public init(learningRate: Scalar, momentum: Scalar, weightDecay: Scalar) {
    (self.learningRate, self.momentum, self.weightDecay) = (learningRate, momentum, weightDecay)
  }
}

extension TensorScalar {
  /// v ← momentum · v + (g + weightDecay · θ), then θ ← θ − learningRate · v.
  public static func step(
    _ parameters: inout MutableSpan<Self>, velocity: inout MutableSpan<Self>, gradient: Span<Self>,
    _ rates: StepRates<Self>
  ) {
    require(gradient.count, ==, parameters.count, "one derivative for each parameter")
    require(velocity.count, ==, parameters.count, "one velocity for each parameter")
    parameters.withUnsafeMutableBufferPointer { parameters in
      velocity.withUnsafeMutableBufferPointer { velocity in
        gradient.withUnsafeBufferPointer { gradient in
          nonisolated(unsafe) let (parameters, velocity, gradient) = (parameters, velocity, gradient)
          forEachPiece(of: gradient.count) { piece in
            for i in piece {
              velocity[i] = rates.momentum * velocity[i] + (gradient[i] + rates.weightDecay * parameters[i])
              parameters[i] -= rates.learningRate * velocity[i]
            }
          }
        }
      }
    }
  }
}
