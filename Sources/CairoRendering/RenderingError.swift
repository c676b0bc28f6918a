import Localization
import PNGCoding
import Plotting

/// Why a scene could not become a picture, and what to do about it.
public enum RenderingError: BilingualError, Hashable {
  /// No font is installed for these roles.
  case missingFonts([FontCheck.Gap])
  /// No installed font has this letter.
  case missingGlyph(Unicode.Scalar, in: String)
  /// A width, height or scale that no picture can have.
  case invalidSize(width: Double, height: Double, scale: Double)
  /// More pixels than a picture may have, and the largest scale at which it would not; nil where none is known.
  case tooManyPixels(width: Int, height: Int, largestScale: Double?)
  /// A coordinate, width or font size that is infinite, not a number, or absurdly large.
  case invalidGeometry(String)
  /// A comment that PNG cannot hold: its name must have 1–79 Latin-1 letters and its text no other ones.
  case invalidComment(String)
  /// Cairo or libpng gave up.
  case library(String, reason: String)

  public var message: Bilingual {
    switch self {
    case .missingFonts(let gaps):
      Self.missingFontsMessage(gaps)
    case .missingGlyph(let scalar, let text):
      Self.missingGlyphMessage(scalar, in: text)
    case .invalidSize(let width, let height, let scale):
      Bilingual(
        ko: "그림의 크기가 \(width)×\(height), 배율이 \(scale)입니다. 0보다 크고 \(PixelLimit.side) 이하인 수로 고치십시오.",
        en: "The picture's size is \(width)×\(height) at scale \(scale). Use numbers above 0, up to \(PixelLimit.side)."
      )
    case .tooManyPixels(let width, let height, let largestScale):
      Bilingual(
        ko: "\(width)×\(height) 픽셀 그림은 너무 큽니다(최대 \(PixelLimit.total)픽셀). "
          + (largestScale.map { "이 크기에는 배율을 \($0)까지 쓸 수 있습니다." } ?? "더 작은 그림을 쓰십시오."),
        en: "A picture of \(width)×\(height) pixels is too large (at most \(PixelLimit.total) pixels). "
          + (largestScale.map { "At this size the scale can be up to \($0)." } ?? "Use a smaller one."))
    case .invalidGeometry(let what):
      Bilingual(
        ko: "그릴 수 없는 좌표나 크기가 있습니다: \(what). 유한한 값인지 확인하십시오.",
        en: "A coordinate or size cannot be drawn: \(what). Check that the values are finite.")
    case .invalidComment(let name):
      Bilingual(
        ko: "PNG에 쓸 수 없는 주석입니다: “\(name)”. 이름은 1–79자, 내용은 Latin-1 글자로 줄이십시오.",
        en: "The PNG comment “\(name)” cannot be written. Its name needs 1–79 letters, its text Latin-1 letters only.")
    case .library(let library, let reason):
      Bilingual(
        ko: "\(library)가 그림을 만들지 못했습니다: \(reason). 그림을 작게 하거나 라이브러리를 다시 설치하십시오.",
        en: "\(library) could not make the picture: \(reason). Try a smaller picture, or reinstall the library.")
    }
  }

  /// All that is missing in one sentence, and one line that installs it.
  private static func missingFontsMessage(_ gaps: [FontCheck.Gap]) -> Bilingual {
    let command = FontPackage.command(installing: gaps.map(\.package))
    return Bilingual(
      ko: "\(gaps.map(\.slot.name.ko).joined(separator: ", ")) 글꼴이 없습니다. 설치: \(command)",
      en: "There is no font for \(gaps.map(\.slot.name.en).joined(separator: ", ")). Install it: \(command)")
  }

  private static func missingGlyphMessage(_ scalar: Unicode.Scalar, in text: String) -> Bilingual {
    let code = "U+" + String(scalar.value, radix: 16, uppercase: true).leftPadded(to: 4)
    let remedy = FontPackage.holding(scalar).installation
    return Bilingual(
      ko: "글꼴이 없는 글자가 있습니다: “\(text)”의 \(code)(\(scalar)). \(remedy.ko)",
      en: "No installed font has the letter \(code) (\(scalar)) of “\(text)”. \(remedy.en)")
  }
}

extension [Bilingual] {
  /// The texts one after another, with a space between.
  fileprivate func joined() -> Bilingual {
    Bilingual(ko: map(\.ko).joined(separator: " "), en: map(\.en).joined(separator: " "))
  }
}

extension String {
  fileprivate func leftPadded(to count: Int) -> String {
    String(repeating: "0", count: Swift.max(0, count - self.count)) + self
  }
}
