import Kernels
import Losses

/// A network with one hidden layer and one logit: small enough to read, and not linear.
///
/// x = b + Σₕ vₕ · leaky(cₕ + wₕ · features), with leaky(u) = u, or u / 10 below 0.
public struct WindowClassifier: Sendable, Equatable {
  /// One hidden unit: its weights w for the eight features, its bias c, and its weight v in the logit.
  struct Unit: Sendable, Equatable {
    var w: Lanes
    var c: Double
    var v: Double
  }

  var units: [Unit]
  var b: Double

  /// A fresh network that gives every window about the probability `prior`.
  public init(hiddenUnits: Int, prior: Double, seed: UInt64) {
    require(hiddenUnits, in: 1...1024, "hidden units")
    var random = SplitMix64(seed: seed)
    units = []
    for _ in 0..<hiddenUnits {
      var w = Lanes.zero
      for f in w.indices { w[f] = random.nearlyNormal() }
      units.append(Unit(w: w, c: 0, v: 0.1 * random.nearlyNormal()))
    }
    b = priorBias(prior)
  }

  private var leak: Double { 0.1 }

  // MARK: - Forward: from features to logits

  /// The logits of eight candidates; `hidden` receives what the hidden units say of them.
  @inline(__always)
  func forward(_ features: FeatureBlock, hidden: inout MutableSpan<Lanes>) -> Lanes {
    var logit = Lanes(repeating: b)
    for h in units.indices {
      let sum = units[h].c + features.dot(units[h].w)
      hidden[h] = sum.replacing(with: leak * sum, where: sum .< 0)
      logit += units[h].v * hidden[h]
    }
    return logit
  }

  // MARK: - Backward: from dL/dx to the gradient

  /// Adds what eight candidates with dL/dx = `slope` contribute to the gradient.
  @inline(__always)
  func backward(
    _ slope: Lanes, _ features: FeatureBlock, hidden: Span<Lanes>, gradient: inout MutableSpan<UnitGradient>
  ) {
    for h in units.indices {
      let atUnit = slope * units[h].v
      let behindLeak = atUnit.replacing(with: leak * atUnit, where: hidden[h] .< 0)
      gradient[h].v += slope * hidden[h]
      gradient[h].c += behindLeak
      gradient[h].w.add(behindLeak, times: features)
    }
  }  // dL/db is the sum of all slopes.

  /// The gradient of one hidden unit, each candidate in its own lane.
  struct UnitGradient {
    var w = FeatureBlock()
    var c = Lanes.zero
    var v = Lanes.zero
  }
}

// MARK: - Logits of many candidates

extension WindowClassifier {
  /// The logits of some blocks, in their order.
  public func logits(of candidates: CandidateSet, blocks: Range<Int>) -> [Lanes] {
    var buffer = [Lanes](repeating: .zero, count: units.count)
    var hidden = buffer.mutableSpan
    var logits: [Lanes] = []
    logits.reserveCapacity(blocks.count)
    for block in blocks { logits.append(forward(candidates.features[block], hidden: &hidden)) }
    return logits
  }

  /// All parameters in one row: b, and w, c, v of each unit.
  public internal(set) var parameters: [Double] {
    get {
      var all = [b]
      for unit in units { all += unit.w.indices.map { unit.w[$0] } + [unit.c, unit.v] }
      return all
    }
    set {
      b = newValue[0]
      for h in units.indices {
        let first = 1 + 10 * h
        for f in 0..<8 { units[h].w[f] = newValue[first + f] }
        (units[h].c, units[h].v) = (newValue[first + 8], newValue[first + 9])
      }
    }
  }
}
