import Kernels

// MARK: - Piece by piece

/// Below so many numbers it takes longer to wake a thread than to do its work.
let fewNumbers = 1 << 15

/// Calls `body` with pieces of 0 ..< count, at the same time where they are many. What belongs to one place is done by one thread,
/// so the number of threads changes nothing.
@inline(__always)
private func forEachPiece(of count: Int, _ body: @Sendable (Range<Int>) -> Void) {
  let size = 1 << 13, pieces = (count + size - 1) / size
  parallelFor(pieces, threads: count < fewNumbers ? 1 : Processor.threads) { piece in
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

// MARK: - As another type

extension TensorScalar {
  /// The same numbers as `Double`.
  public static func doubles(_ x: [Self]) -> [Double] { x.map { Double($0) } }

  /// The nearest numbers that there are.
  public static func array(_ x: [Double]) -> [Self] { x.map { Self($0) } }
}

// MARK: - Sums and multiples

extension TensorScalar {
  /// y += factor · x.
  public static func addScaled(_ x: Span<Self>, by factor: Self, to y: inout MutableSpan<Self>) {
    require(x.count, ==, y.count, "both have as many numbers")
    let count = x.count
    withPointers(x, &y) { x, y in
      nonisolated(unsafe) let (x, y) = (x, y)
      forEachPiece(of: count) { for i in $0 { y[i] += factor * x[i] } }
    }
  }

  /// x ← factor · x.
  public static func scale(_ x: inout MutableSpan<Self>, by factor: Self) {
    let count = x.count
    x.withUnsafeMutableBufferPointer { x in
      nonisolated(unsafe) let x = x
      forEachPiece(of: count) { for i in $0 { x[i] *= factor } }
    }
  }
}

// MARK: - The rectifier

extension TensorScalar {
  /// y = max(x, 0); what is not a number stays so.
  public static func rectify(_ x: Span<Self>, into y: inout MutableSpan<Self>) {
    require(x.count, ==, y.count, "both have as many numbers")
    let count = x.count
    withPointers(x, &y) { x, y in
      nonisolated(unsafe) let (x, y) = (x, y)
      forEachPiece(of: count) { for i in $0 { y[i] = x[i] < 0 ? 0 : x[i] } }
    }
  }

  /// dL/dx = dL/dy where x > 0, and 0 elsewhere.
  public static func rectifyBackward(_ dy: Span<Self>, x: Span<Self>, into dx: inout MutableSpan<Self>) {
    require(dy.count, ==, x.count, "one slope for each number")
    require(dx.count, ==, x.count, "one slope for each number")
    let count = x.count
    withPointers(dy, x, &dx) { dy, x, dx in
      nonisolated(unsafe) let (dy, x, dx) = (dy, x, dx)
      forEachPiece(of: count) { for i in $0 { dx[i] = x[i] <= 0 ? 0 : dy[i] } }
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
    let count = gradient.count
    parameters.withUnsafeMutableBufferPointer { parameters in
      nonisolated(unsafe) let parameters = parameters
      withPointers(gradient, &velocity) { gradient, velocity in
        nonisolated(unsafe) let (gradient, velocity) = (gradient, velocity)
        forEachPiece(of: count) { piece in
          for i in piece {
            velocity[i] = rates.momentum * velocity[i] + (gradient[i] + rates.weightDecay * parameters[i])
            parameters[i] -= rates.learningRate * velocity[i]
          }
        }
      }
    }
  }
}
