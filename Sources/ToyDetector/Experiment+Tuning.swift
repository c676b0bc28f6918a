extension Experiment {
  /// Each training at that of `rates` which ranks best: the one with the highest mean average precision over the seeds.
  ///
  /// Tune with other seeds than those on which trainings are then compared.
  public func tuned(_ trainings: [Training], rates: [Double]) -> [Training] {
    let studies = rates.map { rate in Study(run(trainings.map { $0.learning(at: rate) })) }
    return trainings.map { training in
      let ranked = zip(rates, studies).max {
        $0.1[training.method, prior: training.prior].averagePrecision.mean
          < $1.1[training.method, prior: training.prior].averagePrecision.mean
      }
      return training.learning(at: ranked?.0 ?? training.learningRate)
    }
  }
}

extension Training {
  /// The same training at another learning rate.
  fileprivate func learning(at rate: Double) -> Training {
    var training = self
    training.learningRate = rate
    return training
  }
}
