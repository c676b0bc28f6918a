import Localization

/// The study material that the book retraces.
public enum SlideSource: String, Sendable, CaseIterable {
  case study = "000"
  case review = "002"
  case seminar = "003"
  case blog = "004"

  /// What its readers call it.
  var name: Bilingual {
    switch self {
    case .study: Bilingual(ko: "스터디 슬라이드", en: "study slides")
    case .review: Bilingual(ko: "리뷰", en: "review")
    case .seminar: Bilingual(ko: "세미나 슬라이드", en: "seminar slides")
    case .blog: Bilingual(ko: "블로그 글", en: "blog post")
    }
  }

  /// Its picture of this number.
  public func picture(_ number: Int) -> Bilingual {
    Bilingual(ko: "\(name.ko) 그림 \(number)", en: "\(name.en), picture \(number)")
  }

  /// Its page or table of this title.
  public func page(_ title: String) -> Bilingual {
    name.map { "\($0) “\(title)”" }
  }
}
