import Boxes
import Localization

/// What stops a training, and where.
public struct TrainingError: BilingualError, Hashable {
  public enum Problem: Sendable, Hashable {
    /// The loss is infinite or not a number.
    case lossNotFinite
    /// The length of the gradient is.
    case gradientNotFinite
    /// An object's box has no area, or an edge that is not a number.
    case notABox(Box)
    /// An object's class is none of the network's.
    case unknownClass(label: Int, classes: Int)
  }

  public let problem: Problem
  /// Counted from 1; nil before the first.
  public var step: Int?
  /// What the pictures of the step are called.
  public var pictures: [Bilingual] = []
  /// The file from which the training can go on.
  public var checkpoint: String?

  public init(_ problem: Problem) { self.problem = problem }
}

extension TrainingError {
  public var message: Bilingual {
    let problem = problem.message, step = place
    return Bilingual(
      ko: [step.ko, problem.ko, way.ko].filter { !$0.isEmpty }.joined(separator: " "),
      en: [step.en, problem.en, way.en].filter { !$0.isEmpty }.joined(separator: " "))
  }

  private var place: Bilingual {
    let names = Bilingual(
      ko: pictures.map(\.ko).joined(separator: ", "), en: pictures.map(\.en).joined(separator: ", "))
    return switch (step, pictures.isEmpty) {
    case (nil, true): ""
    case (nil, false): Bilingual(ko: "사진: \(names.ko).", en: "Pictures: \(names.en).")
    case (let step?, true): Bilingual(ko: "\(step)번째 스텝.", en: "Step \(step).")
    case (let step?, false): Bilingual(ko: "\(step)번째 스텝, 사진: \(names.ko).", en: "Step \(step), pictures: \(names.en).")
    }
  }

  private var way: Bilingual {
    guard let checkpoint else { return "" }
    return Bilingual(
      ko: "마지막으로 온전한 저장 파일은 \(checkpoint)입니다.", en: "The last good checkpoint is \(checkpoint).")
  }
}

extension TrainingError.Problem {
  fileprivate var message: Bilingual {
    switch self {
    case .lossNotFinite:
      Bilingual(
        ko: "손실이 유한한 수가 아니어서 훈련을 멈췄습니다. 학습률을 낮추거나 예열을 길게 하십시오.",
        en:
          "The loss is no longer a finite number, and training stopped. Lower the learning rate or warm up for longer.")
    case .gradientNotFinite:
      Bilingual(
        ko: "기울기가 유한한 수가 아니어서 훈련을 멈췄습니다. 학습률을 낮추거나 예열을 길게 하십시오.",
        en: "The gradient is no longer finite, and training stopped. Lower the learning rate or warm up for longer.")
    case .notABox(let box):
      Bilingual(
        ko: "객체의 경계 상자에 넓이가 없습니다(\(Self.shown(box))). 이 상자를 고치거나 지우십시오.",
        en: "The box of an object has no area (\(Self.shown(box))). Mend or remove it.")
    case .unknownClass(let label, let classes):
      Bilingual(
        ko: "클래스 번호 \(label) 자리가 없습니다. 이 신경망의 번호는 0부터 \(classes - 1)까지입니다. 번호를 고치거나 클래스 수를 늘리십시오.",
        en: """
          There is no class \(label): this network's classes are 0 to \(classes - 1). Correct the number, or give the \
          network more classes.
          """)
    }
  }

  private static func shown(_ box: Box) -> String { "\(box.xMin), \(box.yMin), \(box.xMax), \(box.yMax)" }
}
