import Kernels
import Layers
import Losses
import Tensors
import ToyDetector

/// What a trained detector makes of pictures that training never saw.
struct UnseenPictures {
  /// 0 … 1, all cells of all pictures ranked together, ignored ones left out.
  let averagePrecision: Double
  /// The share of what reaches the last layer that is 0.
  let silence: Double
  /// The share of cells whose logit is the most frequent one, to the bit.
  let ties: Double
  /// The mean logit of the objects' cells.
  let objectLogit: Double
  /// The mean logit of the backgrounds' cells.
  let backgroundLogit: Double

  init(judgedBy network: Sequential<Double>, seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var objects: [Double] = [], backgrounds: [Double] = [], silence = 0.0
    for _ in 0..<DenseTraining.unseenPictures {
      let scene = DenseScene(PictureGenerator().picture(seed: random.next()))
      let run = network.run(Tensor(batch: [scene.picture]))
      silence += run.silence
      for (logit, target) in zip(run.output.scalars, scene.targets) {
        switch target {
        case .object: objects.append(logit)
        case .background: backgrounds.append(logit)
        case .ignored: continue
        }
      }
    }
    averagePrecision = Ranking(objects: objects, backgrounds: backgrounds.map { ($0, 1) }).averagePrecision
    let cells = objects + backgrounds
    let counts = cells.reduce(into: [UInt64: Int]()) { $0[$1.bitPattern, default: 0] += 1 }
    ties = Double(counts.values.max() ?? 0) / Double(cells.count)
    objectLogit = objects.reduce(0, +) / Double(objects.count)
    backgroundLogit = backgrounds.reduce(0, +) / Double(backgrounds.count)
    self.silence = silence / Double(DenseTraining.unseenPictures)
  }
}

extension Run {
  /// The share of what went into the last layer that is 0: of rectifiers that give nothing.
  var silence: Double {
    guard let features = inputs.last?.scalars else { return 0 }
    return Double(features.count { $0 == 0 }) / Double(features.count)
  }
}

extension Sequential {
  /// The first bias of the last layer.
  var lastBias: Scalar? { parameters.last?.scalars.first }
}
