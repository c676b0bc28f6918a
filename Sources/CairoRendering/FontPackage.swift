import Localization
import Prerequisites

/// Fonts as one installs them.
public enum FontPackage: Sendable, Hashable, CaseIterable {
  case korean, mathematics, cjk, emoji, symbols

  /// The package on Debian and Ubuntu.
  public var debian: String {
    switch self {
    case .korean: "fonts-nanum"
    case .mathematics: "fonts-stix"
    case .cjk: "fonts-noto-cjk"
    case .emoji: "fonts-noto-color-emoji"
    case .symbols: "fonts-noto-core"
    }
  }

  /// The cask of Homebrew.
  public var cask: String {
    switch self {
    case .korean: "font-nanum-gothic font-nanum-gothic-coding"
    case .mathematics: "font-stix-two-math"
    case .cjk: "font-noto-sans-cjk-kr"
    case .emoji: "font-noto-color-emoji"
    case .symbols: "font-noto-sans-symbols-2"
    }
  }

  /// The line that installs the fonts on the machine at hand.
  public var command: String { Self.command(installing: [self]) }

  /// One line for several packages, each named once.
  static func command(installing packages: [FontPackage]) -> String {
    let packages = allCases.filter(packages.contains)
    return switch Prerequisite.system {
    case .macOS: "\(Prerequisite.installCommand()) --cask \(packages.map(\.cask).joined(separator: " "))"
    case .debian: "\(Prerequisite.installCommand()) \(packages.map(\.debian).joined(separator: " "))"
    }
  }

  /// The next step, as a sentence.
  var installation: Bilingual {
    Bilingual(ko: "설치: \(command)", en: "Install it: \(command)")
  }

  /// The package that most likely holds a letter.
  static func holding(_ scalar: Unicode.Scalar) -> FontPackage {
    switch scalar.value {
    case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7FF: .korean
    case _ where scalar.isMathematical: .mathematics
    case 0x2E80...0xA4CF, 0xF900...0xFAFF, 0x20000...0x3FFFF: .cjk
    case _ where scalar.properties.isEmojiPresentation: .emoji
    default: .symbols
    }
  }
}
