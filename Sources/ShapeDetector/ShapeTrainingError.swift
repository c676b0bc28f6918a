import CairoRendering
import Detection
import Localization
import Weights

/// What keeps a training of shapes from beginning, going on, or being kept.
public enum ShapeTrainingError: BilingualError {
  case drawing(RenderingError)
  /// Loss or gradient are no longer finite; it names step, pictures and checkpoint.
  case learning(TrainingError)
  case file(WeightError)
  /// A file of weights, but none that a training left.
  case notACheckpoint(file: String)
  /// The checkpoint of a training with other settings.
  case otherRecipe(file: String, [Difference])

  /// A setting that a checkpoint has otherwise.
  public struct Difference: Sendable, Hashable {
    let setting: TrainingRecipe.Setting
    let found: String?
  }

  public var message: Bilingual {
    switch self {
    case .drawing(let error): error.message
    case .learning(let error): error.message
    case .file(let error): error.message
    case .notACheckpoint(let file):
      Bilingual(
        ko: "\(file): 이 훈련이 남긴 저장 파일이 아니거나 온전하지 않습니다. 다른 파일을 지정하거나, 이 파일을 치우고 처음부터 훈련하십시오.",
        en: "\(file): this is not a checkpoint of this training, or not a whole one. "
          + "Name another file, or move this one away and train from the beginning.")
    case .otherRecipe(let file, let differences):
      Bilingual(
        ko: "\(file): 설정이 다른 훈련의 저장 파일입니다(\(differences.map(\.words.ko).joined(separator: "; "))). "
          + "그 설정으로 이어서 하거나, 다른 파일 이름으로 처음부터 훈련하십시오.",
        en: "\(file): this checkpoint belongs to a training with other settings "
          + "(\(differences.map(\.words.en).joined(separator: "; "))). "
          + "Go on with those, or train from the beginning under another file name.")
    }
  }
}

extension ShapeTrainingError.Difference {
  /// What differs, and how, unless it takes too long to say.
  var words: Bilingual {
    guard let found, max(found.count, setting.value.count) <= 24 else { return setting.name }
    return Bilingual(
      ko: "\(setting.name.ko): 파일 \(found), 지금 \(setting.value)",
      en: "\(setting.name.en): \(found) in the file, \(setting.value) now")
  }
}
