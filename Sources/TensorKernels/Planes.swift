import Kernels

// Normalisation sees pictures as planes: N · C of them, each of H · W numbers that lie together.

/// How many planes there are, and how many numbers lie on each.
public struct Planes: Sendable, Hashable {
  public let count: Int
  public let size: Int

  public init(count: Int, size: Int) {
    require(min(count, size), >=, 0, "planes and their numbers are counted from 0")
    (self.count, self.size) = (count, size)
  }

  /// All numbers of all planes.
  public var scalarCount: Int { count * size }

  /// Calls `body` with each plane's number and where it begins; every plane is written by one thread.
  @inline(__always)
  fileprivate func forEach(_ body: @Sendable (_ plane: Int, _ start: Int) -> Void) {
    let size = size
    parallelFor(count, threads: scalarCount < fewNumbers ? 1 : Processor.threads) { body($0, $0 * size) }
  }
}

// MARK: - A sum for each plane

extension TensorScalar {
  /// Σ uⱼ, and Σ uⱼ (vⱼ − m), for each plane with its own m; added in `Double`, in eight lanes.
  ///
  /// With u = v = x and m = 0 they give the mean, with the mean as m the variance; with u = dy what the way back needs.
  /// - Parameters:
  ///   - u: planes × size.
  ///   - v: planes × size.
  ///   - centers: m, one for each plane.
  public static func planeSums(
    _ u: Span<Self>, _ v: Span<Self>, _ planes: Planes, around centers: [Double]
  ) -> [(sum: Double, products: Double)] {
    require(u.count, ==, planes.scalarCount, "numbers are planes × size")
    require(v.count, ==, planes.scalarCount, "numbers are planes × size")
    require(centers.count, ==, planes.count, "one centre for each plane")
    return u.withUnsafeBufferPointer { u in
      v.withUnsafeBufferPointer { v in
        .init(unsafeUninitializedCapacity: planes.count) { sums, initialized in
          sums.initialize(repeating: (0, 0))
          initialized = planes.count
          guard let firstU = u.baseAddress, let firstV = v.baseAddress else { return }
          nonisolated(unsafe) let (u, v, sums) = (firstU, firstV, sums)
          planes.forEach { plane, start in
            sums[plane] = productSums(u + start, v + start, around: centers[plane], count: planes.size)
          }
        }
      }
    }
  }

  @inline(__always)
  private static func productSums(
    _ u: UnsafePointer<Self>, _ v: UnsafePointer<Self>, around center: Double, count: Int
  ) -> (sum: Double, products: Double) {
    var sums = SIMD8<Double>.zero, products = sums
    for j in stride(from: 0, to: count / 8 * 8, by: 8) {
      let u = SIMD8<Double>(load8(u + j)), v = SIMD8<Double>(load8(v + j))
      sums += u
      products += u * (v - center)
    }
    var (sum, product) = (total(sums), total(products))
    for j in count / 8 * 8..<count {
      sum += Double(u[j])
      product += Double(u[j]) * (Double(v[j]) - center)
    }
    return (sum, product)
  }
}

// MARK: - A straight line for each plane

/// y = a u + b v + c on one plane.
public struct PlaneLine: Sendable, Hashable {
  public let a: Double, b: Double, c: Double

  public init(a: Double, b: Double = 0, c: Double) { (self.a, self.b, self.c) = (a, b, c) }
}

extension TensorScalar {
  /// yⱼ = a uⱼ + c, for each plane with its own line.
  ///
  /// - Parameters:
  ///   - u: planes × size.
  ///   - y: planes × size, overwritten.
  public static func planeLines(
    _ u: Span<Self>, _ planes: Planes, _ lines: [PlaneLine], into y: inout MutableSpan<Self>
  ) {
    require(u.count, ==, planes.scalarCount, "numbers are planes × size")
    require(y.count, ==, planes.scalarCount, "numbers are planes × size")
    require(lines.count, ==, planes.count, "one line for each plane")
    withPointers(u, &y) { u, y in
      nonisolated(unsafe) let (u, y) = (u, y)
      planes.forEach { plane, start in
        let (a, c) = (Self(lines[plane].a), Self(lines[plane].c))
        for j in start..<start + planes.size { y[j] = a * u[j] + c }
      }
    }
  }

  /// yⱼ = a uⱼ + b vⱼ + c, for each plane with its own line.
  ///
  /// - Parameters:
  ///   - u: planes × size.
  ///   - v: planes × size.
  ///   - y: planes × size, overwritten.
  public static func planeLines(
    _ u: Span<Self>, _ v: Span<Self>, _ planes: Planes, _ lines: [PlaneLine], into y: inout MutableSpan<Self>
  ) {
    require(u.count, ==, planes.scalarCount, "numbers are planes × size")
    require(v.count, ==, planes.scalarCount, "numbers are planes × size")
    require(y.count, ==, planes.scalarCount, "numbers are planes × size")
    require(lines.count, ==, planes.count, "one line for each plane")
    withPointers(u, v, &y) { u, v, y in
      nonisolated(unsafe) let (u, v, y) = (u, v, y)
      planes.forEach { plane, start in
        let (a, b, c) = (Self(lines[plane].a), Self(lines[plane].b), Self(lines[plane].c))
        for j in start..<start + planes.size { y[j] = a * u[j] + b * v[j] + c }
      }
    }
  }
}
