import Kernels
import TensorKernels
import Tensors

/// How well the way back through a layer agrees with differences of the way forward.
///
/// With random r, L = Σ r · f(x) is a number; backward says how it grows with every input and parameter, and the central
/// difference (L(θ + h) − L(θ − h)) / 2h says so too, to within h².
///
/// ```swift
/// gradientCheck(of: Rectifier(), at: x).worst   // 1e-11
/// ```
public struct GradientCheck: Sendable, Hashable {
  /// For the input, the largest difference over all places, against the largest slope.
  public let input: Double
  /// The same for each parameter.
  public let parameters: [Double]

  /// The largest of all.
  public var worst: Double { largest([input] + parameters) }
}

/// Checks a layer's backward against central differences of its forward.
///
/// - Parameters:
///   - layer: any layer; smooth within `step` of x and of its parameters.
///   - x: what goes in; small, because everything is computed twice for every number of it.
///   - step: h > 0.
///   - seed: of the random r.
public func gradientCheck(
  of layer: some Layer<Double>, at x: Tensor<Double>, step: Double = 1e-5, seed: UInt64 = 1
) -> GradientCheck {
  var random = SplitMix64(seed: seed)
  let y = layer.forward(x)
  let r = Tensor<Double>(shape: y.shape, (0..<y.count).map { _ in random.normal() })
  let gradient = layer.backward(r, x: x)
  let input = centralDifferences(at: x, step: step) { layer.forward($0).dot(r) }
  let parameters = layer.parameters.indices.map { index in
    centralDifferences(at: layer.parameters[index], step: step) { parameter in
      var changed = layer
      changed.parameters[index] = parameter
      return changed.forward(x).dot(r)
    }
  }
  require(gradient.parameters.count, ==, parameters.count, "one derivative for each parameter")
  return GradientCheck(
    input: difference(gradient.input, input),
    parameters: zip(gradient.parameters, parameters).map { difference($0, $1) })
}

/// dL/dθ by (L(θ + h) − L(θ − h)) / 2h, place by place.
public func centralDifferences(
  at point: Tensor<Double>, step: Double = 1e-5, of loss: (Tensor<Double>) -> Double
) -> Tensor<Double> {
  require(step, >, 0, "a difference is taken over some step")
  var point = point
  return Tensor(
    shape: point.shape,
    point.scalars.indices.map { place in
      let center = point.scalars[place]
      point.scalars[place] = center + step
      let above = loss(point)
      point.scalars[place] = center - step
      let below = loss(point)
      point.scalars[place] = center
      return (above - below) / (2 * step)
    })
}

/// The largest difference, against the largest of all numbers.
private func difference(_ a: Tensor<Double>, _ b: Tensor<Double>) -> Double {
  require(a.shape, ==, b.shape, "a derivative has the shape of what it is taken of")
  let scale = largest((a.scalars + b.scalars).map { abs($0) })
  let difference = largest((a - b).scalars.map { abs($0) })
  return scale == 0 ? difference : difference / scale
}

/// The largest of some numbers of 0 or more; not a number where one of them is none.
private func largest(_ numbers: [Double]) -> Double {
  numbers.reduce(0) { $1 > $0 || $1.isNaN ? $1 : $0 }
}
