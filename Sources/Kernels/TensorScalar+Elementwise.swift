// MARK: - The same everywhere

extension TensorScalar {
  /// The same number so many times. (Where the type is not known, the library's initialiser goes number by number.)
  public static func array(repeating value: Self, count: Int) -> [Self] {
    [Self](repeating: value, count: count)
  }
}

// MARK: - Sums

extension TensorScalar {
  /// y += factor · x.
  public static func addScaled(_ x: Span<Self>, by factor: Self, to y: inout MutableSpan<Self>) {
    require(x.count, ==, y.count, "both have as many numbers")
    x.withUnsafeBufferPointer { x in
      y.withUnsafeMutableBufferPointer { y in
        for i in x.indices { y[i] += factor * x[i] }
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
        for i in x.indices { y[i] = x[i] < 0 ? 0 : x[i] }
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
          for i in x.indices { dx[i] = x[i] <= 0 ? 0 : dy[i] }
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
          for i in gradient.indices {
            velocity[i] = rates.momentum * velocity[i] + (gradient[i] + rates.weightDecay * parameters[i])
            parameters[i] -= rates.learningRate * velocity[i]
          }
        }
      }
    }
  }
}
