import Kernels

/// Seeded data, on which any number of trainings are tried with every seed.
///
/// ```swift
/// let experiment = Experiment(negatives: 1000)
/// let trials = experiment.run([Training(.crossEntropy), Training(.balancedCrossEntropy(alpha: 0.999))])
/// trials[1].map(\.quality.averagePrecision)   // of the second training, one for each seed
/// ```
public struct Experiment: Sendable {
  /// Candidates of one seed: to train on, and of pictures that training never sees.
  public struct Data: Sendable {
    public let seed: UInt64
    public let training: CandidateSet
    public let unseen: CandidateSet
  }

  /// What came out of a training with one seed.
  public struct Trial: Sendable {
    public let seed: UInt64
    public let classifier: WindowClassifier
    public let history: [StepRecord]
    public let quality: Quality
  }

  public let data: [Data]

  // MARK: - Data of every seed

  /// - Parameters:
  ///   - negatives: backgrounds for each object, 1 … 1,000,000.
  ///   - seeds: one set of data, and one fresh network for each training, for each seed.
  ///   - trainingPictures: with one object each; a step sees `batchSize` of them.
  public init(
    negatives: Int, seeds: [UInt64] = [1, 2, 3, 4, 5], pictures: PictureGenerator = PictureGenerator(),
    trainingPictures: Int = 40, unseenPictures: Int = 60, batchSize: Int = 2, threads: Int = Processor.threads
  ) {
    let halves = parallelMap(2 * seeds.count, threads: threads) { index in
      let isUnseen = index % 2 == 1
      var random = SplitMix64(seed: isUnseen ? ~seeds[index / 2] : seeds[index / 2])
      let drawn = (0..<(isUnseen ? unseenPictures : trainingPictures)).map { _ in pictures.picture(seed: random.next())
      }
      return CandidateSet(pictures: drawn, negatives: negatives, batchSize: batchSize, seed: random.next())
    }
    data = seeds.indices.map { Data(seed: seeds[$0], training: halves[2 * $0], unseen: halves[2 * $0 + 1]) }
  }

  // MARK: - Every training with every seed

  /// Trainings × seeds. The number of threads changes nothing but the time.
  public func run(_ trainings: [Training], threads: Int = Processor.threads) -> [[Trial]] {
    let trials = parallelMap(trainings.count * data.count, threads: threads) { index in
      let data = data[index % data.count]
      let (classifier, history) = trainings[index / self.data.count].run(on: data.training, seed: data.seed)
      let quality = Quality(of: classifier, on: data.unseen)
      return Trial(seed: data.seed, classifier: classifier, history: history, quality: quality)
    }
    return trainings.indices.map { Array(trials[$0 * data.count..<($0 + 1) * data.count]) }
  }
}
