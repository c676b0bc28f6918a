import Kernels
import TensorKernels

// MARK: - Sums and multiples

extension Tensor {
  /// Number by number, for two tensors of the same shape.
  public static func + (a: Tensor, b: Tensor) -> Tensor {
    a.adding(b, times: 1)
  }

  /// Number by number, for two tensors of the same shape.
  public static func - (a: Tensor, b: Tensor) -> Tensor {
    a.adding(b, times: -1)
  }

  /// Every number times the same one.
  public static func * (factor: Scalar, a: Tensor) -> Tensor {
    var a = a
    a.scale(by: factor)
    return a
  }

  /// The tensor, and so many times another one of the same shape.
  public func adding(_ other: Tensor, times factor: Scalar) -> Tensor {
    var sum = self
    sum.add(other, times: factor)
    return sum
  }

  /// Adds so many times another tensor of the same shape.
  public mutating func add(_ other: Tensor, times factor: Scalar = 1) {
    require(other.shape, ==, shape, "both tensors have the same shape")
    var scalars = self.scalars.mutableSpan
    Scalar.addScaled(other.scalars.span, by: factor, to: &scalars)
  }
}

extension Tensor {
  /// Multiplies every number with the same one.
  public mutating func scale(by factor: Scalar) {
    var scalars = self.scalars.mutableSpan
    Scalar.scale(&scalars, by: factor)
  }
}

// MARK: - Lengths

extension Tensor {
  /// Σ xⱼ yⱼ over all places, for two tensors of the same shape; in an order that depends on the shape alone.
  public func dot(_ other: Tensor) -> Scalar {
    require(other.shape, ==, shape, "both tensors have the same shape")
    return Scalar.dot(scalars.span, other.scalars.span)
  }
}

extension Collection {
  /// The length of all numbers of some tensors as one vector: √Σ xⱼ².
  ///
  /// Of all derivatives of a network it is the gradient norm.
  public func norm<Scalar>() -> Scalar where Element == Tensor<Scalar> {
    reduce(0) { $0 + $1.dot($1) }.squareRoot()
  }
}

// MARK: - By sign

extension Tensor {
  /// max(x, 0), number by number; what is not a number stays so.
  public func rectified() -> Tensor {
    Tensor(shape: shape) { Scalar.rectify(scalars.span, into: &$0) }
  }

  /// These numbers where another tensor of the same shape is above 0, and 0 elsewhere.
  public func kept(wherePositive other: Tensor) -> Tensor {
    require(other.shape, ==, shape, "both tensors have the same shape")
    return Tensor(shape: shape) { Scalar.rectifyBackward(scalars.span, x: other.scalars.span, into: &$0) }
  }
}

// MARK: - A step of gradient descent

extension Tensor {
  /// v ← momentum · v + (g + weightDecay · θ), then θ ← θ − learningRate · v; these numbers are θ.
  public mutating func step(velocity: inout Tensor, gradient: Tensor, _ rates: StepRates<Scalar>) {
    require(gradient.shape, ==, shape, "one derivative for each parameter")
    require(velocity.shape, ==, shape, "one velocity for each parameter")
    var scalars = self.scalars.mutableSpan
    var velocities = velocity.scalars.mutableSpan
    Scalar.step(&scalars, velocity: &velocities, gradient: gradient.scalars.span, rates)
  }
}
