/// A total of objects, and one of backgrounds, each for one object of the batch.
public struct Balance: Sendable, Equatable {
  public var objects = 0.0
  public var backgrounds = 0.0
  /// What easy backgrounds, p_t > 0.9, have in the total of backgrounds.
  public var easyBackgrounds = 0.0

  public init() {}

  /// The share of objects in all, 0 … 1; 0 of nothing.
  public var objectShare: Double { objects == 0 ? 0 : objects / (objects + backgrounds) }
  /// The share of easy backgrounds in all, 0 … 1; 0 of nothing.
  public var easyBackgroundShare: Double { easyBackgrounds == 0 ? 0 : easyBackgrounds / (objects + backgrounds) }
  /// The share of easy backgrounds in all backgrounds, 0 … 1; 0 of nothing.
  public var easyShare: Double { easyBackgrounds == 0 ? 0 : easyBackgrounds / backgrounds }

  public static func + (a: Self, b: Self) -> Self {
    var sum = a
    sum.objects += b.objects
    sum.backgrounds += b.backgrounds
    sum.easyBackgrounds += b.easyBackgrounds
    return sum
  }

  public static func / (a: Self, divisor: Double) -> Self {
    var quotient = a
    quotient.objects /= divisor
    quotient.backgrounds /= divisor
    quotient.easyBackgrounds /= divisor
    return quotient
  }
}

// MARK: - One training step

/// What a training step saw, before it changed anything; everything for one object of the batch.
public struct StepRecord: Sendable, Equatable {
  /// Candidates that the step looked at.
  public var count = Balance()
  /// Their weighted loss, in nats.
  public var loss = Balance()
  /// The absolute values of their weighted dL/dx: how hard they pull at the logits.
  public var gradient = Balance()
  /// The mean p_t of objects.
  public var objectPt = 0.0

  public init() {}

  /// The average of some records.
  public static func average(_ records: some Collection<StepRecord>) -> StepRecord {
    var sum = StepRecord()
    for record in records {
      sum.count = sum.count + record.count
      sum.loss = sum.loss + record.loss
      sum.gradient = sum.gradient + record.gradient
      sum.objectPt += record.objectPt
    }
    let number = Double(records.count)
    (sum.count, sum.loss, sum.gradient) = (sum.count / number, sum.loss / number, sum.gradient / number)
    sum.objectPt /= number
    return sum
  }
}
