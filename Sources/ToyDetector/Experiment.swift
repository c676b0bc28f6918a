import Kernels

/// Seeded data, on which any number of trainings are tried with every seed.
///
/// ```swift
/// let experiment = Experiment(negatives: 1000)
/// let trials = experiment.run([Training(.crossEntropy), Training(.balancedCrossEntropy(alpha: 0.999))])
/// Study(trials)[.crossEntropy].averagePrecision.mean   // over all seeds
/// ```
public struct Experiment: Sendable {
  /// Backgrounds for each object.
  public let negatives: Int
  /// One set of data, and one fresh network for each training, for each of them.
  public let seeds: [UInt64]
  public var generator = PictureGenerator()
  /// Pictures to train on, with one object each.
  public var trainingPictures = 40
  /// Pictures that training never sees, with one object each.
  public var unseenPictures = 60
  /// Pictures of one training step.
  public var batchSize = 2

  /// Candidates of one seed: to train on, and of pictures that training never sees.
  public struct Data: Sendable {
    public let seed: UInt64
    public let training: CandidateSet
    public let unseen: CandidateSet
  }

  /// What came out of a training with one seed.
  public struct Trial: Sendable {
    public let data: Data
    public let classifier: WindowClassifier
    public let history: [StepRecord]
    public let quality: Quality
  }

  /// - Parameter negatives: backgrounds for each object, 1 … 1,000,000.
  public init(negatives: Int, seeds: [UInt64] = [1, 2, 3, 4, 5]) {
    self.negatives = negatives
    self.seeds = seeds
  }

  // MARK: - Data of every seed

  /// The pictures of every seed, drawn and cut into candidates.
  public func data(threads: Int = Processor.threads) -> [Data] {
    let halves = parallelMap(2 * seeds.count, threads: threads) { index in
      let isUnseen = index % 2 == 1
      var random = SplitMix64(seed: isUnseen ? ~seeds[index / 2] : seeds[index / 2])
      let pictures = (0..<(isUnseen ? unseenPictures : trainingPictures)).map { _ in
        generator.picture(seed: random.next())
      }
      return CandidateSet(pictures: pictures, negatives: negatives, batchSize: batchSize, seed: random.next())
    }
    return seeds.indices.map { Data(seed: seeds[$0], training: halves[2 * $0], unseen: halves[2 * $0 + 1]) }
  }

  // MARK: - Every training with every seed

  /// Trainings × seeds; a training that is named twice is run once. The number of threads changes nothing but the time.
  public func run(_ trainings: [Training], threads: Int = Processor.threads) -> Trials {
    let trainings = trainings.enumerated().filter { index, training in !trainings[..<index].contains(training) }
      .map(\.element)
    let data = data(threads: threads)
    let trials = parallelMap(trainings.count * data.count, threads: threads) { index in
      let data = data[index % data.count]
      let (classifier, history) = trainings[index / seeds.count].run(on: data.training, seed: data.seed)
      let quality = Quality(of: classifier, on: data.unseen)
      return Trial(data: data, classifier: classifier, history: history, quality: quality)
    }
    return Trials(trainings, trainings.indices.map { Array(trials[$0 * seeds.count..<($0 + 1) * seeds.count]) })
  }
}
