import Localization

extension Exercise.Level {
  /// In a word.
  package var name: Bilingual {
    switch self {
    case .byHand: Bilingual(ko: "손으로", en: "by hand")
    case .basic: Bilingual(ko: "기본", en: "basic")
    case .challenging: Bilingual(ko: "도전", en: "challenging")
    case .hard: Bilingual(ko: "어려움", en: "hard")
    }
  }
}

extension Exercise.Task {
  /// What the reader does, in a word.
  package var kind: Bilingual {
    switch self {
    case .numeric: Bilingual(ko: "계산", en: "numeric")
    case .prediction: Bilingual(ko: "예상", en: "prediction")
    case .exploration: Bilingual(ko: "탐구", en: "exploration")
    case .code: Bilingual(ko: "코드", en: "code")
    }
  }
}
