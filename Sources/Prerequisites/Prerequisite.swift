import Foundation
import Localization

/// Something that the machine has to bring along: a program, a system library or a font, and what installs it.
public struct Prerequisite: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// A command on the path, by which the others are found.
    case program(String)
    /// Found by `pkg-config` under this name.
    case library(String)
    /// Any of these families, the best-looking on a slide first.
    case font([String])
  }

  public let name: Bilingual
  public let kind: Kind
  /// Packages of Debian and Ubuntu.
  public let apt: [String]
  /// Formulae of Homebrew; empty where macOS has it.
  public let brew: [String]
}

extension Prerequisite {
  public static let pkgConfig = Prerequisite(
    name: "pkg-config", kind: .program("pkg-config"), apt: ["pkg-config"], brew: ["pkgconf"])
  public static let fontconfig = Prerequisite(
    name: "fontconfig", kind: .program("fc-list"), apt: ["fontconfig"], brew: [])
  public static let cairo = Prerequisite(
    name: "Cairo", kind: .library("cairo"), apt: ["libcairo2-dev"], brew: ["cairo"])
  public static let pango = Prerequisite(
    name: "Pango", kind: .library("pangocairo"), apt: ["libpango1.0-dev"], brew: ["pango"])
  public static let png = Prerequisite(
    name: "libpng", kind: .library("libpng"), apt: ["libpng-dev"], brew: ["libpng"])
  public static let jpeg = Prerequisite(
    name: "libjpeg-turbo", kind: .library("libturbojpeg"), apt: ["libturbojpeg0-dev"], brew: ["jpeg-turbo"])
  public static let markdown = Prerequisite(
    name: "cmark-gfm", kind: .library("libcmark-gfm"),
    apt: ["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"], brew: ["cmark-gfm"])
  public static let koreanFont = Prerequisite(
    name: Bilingual(ko: "한글 글꼴", en: "a Korean font"), kind: .font(koreanFamilies), apt: ["fonts-nanum"], brew: [])
  public static let codeFont = Prerequisite(
    name: Bilingual(ko: "코드 글꼴", en: "a font for code"), kind: .font(codeFamilies), apt: ["fonts-nanum"], brew: [])
  public static let mathematicalFont = Prerequisite(
    name: Bilingual(ko: "수식 글꼴", en: "a font with mathematics"), kind: .font(mathematicalFamilies), apt: ["fonts-stix"],
    brew: [])

  /// All that the workbook needs beside Swift. macOS brings fonts along, and finds them without fontconfig.
  public static let all =
    [pkgConfig] + (system == .macOS ? [] : [fontconfig])
    + [cairo, pango, png, jpeg, markdown, koreanFont, codeFont, mathematicalFont]

  public static let koreanFamilies = [
    "NanumBarunGothic", "NanumGothic", "NanumSquare", "Apple SD Gothic Neo", "Noto Sans CJK KR", "Noto Sans KR",
  ]
  public static let codeFamilies = [
    "NanumGothicCoding", "D2Coding", "Menlo", "DejaVu Sans Mono", "Noto Sans Mono CJK KR",
  ]
  public static let mathematicalFamilies = [
    "STIX Two Math", "STIXGeneral", "STIX Math", "TeX Gyre Termes Math", "Latin Modern Math",
  ]
}

extension Prerequisite {
  /// Whose packages install things here.
  public enum System: Sendable { case debian, macOS }

  public static var system: System {
    #if os(macOS)
      .macOS
    #else
      .debian
    #endif
  }

  /// The command that installs `missing` on `system`, or nil where nothing is to be installed.
  public static func installLine(for missing: [Prerequisite], on system: System = system) -> String? {
    var packages: [String] = []
    for package in missing.flatMap({ system == .macOS ? $0.brew : $0.apt }) where !packages.contains(package) {
      packages.append(package)
    }
    return packages.isEmpty ? nil : ([installCommand(on: system)] + packages).joined(separator: " ")
  }

  /// What stands before the packages' names: whoever is not the administrator asks to be.
  public static func installCommand(on system: System = system) -> String {
    switch system {
    case .macOS: "brew install"
    case .debian: geteuid() == 0 ? "apt-get install -y" : "sudo apt-get install -y"
    }
  }
}
