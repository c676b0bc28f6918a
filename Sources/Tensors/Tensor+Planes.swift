import Kernels
import TensorKernels

// MARK: - Pictures as planes

extension Tensor {
  /// As many planes of neighbours as one likes: N · C of H · W numbers, or N · G, each of C / G channels.
  private func planes(_ count: Int) -> Planes {
    require(count, >=, 1, "there are planes")
    require(self.count % count, ==, 0, "planes share the numbers evenly")
    return Planes(count: count, size: self.count / count)
  }

  /// Σ xⱼ, and Σ xⱼ (vⱼ − m), for each plane with its own m; in an order that depends on the shape alone.
  ///
  /// - Parameters:
  ///   - v: in the same shape.
  ///   - centers: m, one for each plane, and so the number of planes.
  public func planeSums(with v: Tensor, around centers: [Double]) -> [(sum: Double, products: Double)] {
    require(v.shape, ==, shape, "both tensors have the same shape")
    return Scalar.planeSums(scalars.span, v.scalars.span, planes(centers.count), around: centers)
  }

  /// a x + c, for each plane with its own line.
  public func mapped(by lines: [PlaneLine]) -> Tensor {
    Tensor(shape: shape) { Scalar.planeLines(scalars.span, planes(lines.count), lines, into: &$0) }
  }

  /// a x + b v + c, for each plane with its own line.
  ///
  /// - Parameter v: in the same shape.
  public func mapped(with v: Tensor, by lines: [PlaneLine]) -> Tensor {
    require(v.shape, ==, shape, "both tensors have the same shape")
    return Tensor(shape: shape) {
      Scalar.planeLines(scalars.span, v.scalars.span, planes(lines.count), lines, into: &$0)
    }
  }
}
