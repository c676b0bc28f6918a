import Foundation
import Localization

/// Something that the machine has to bring along: a system library or a font, and what installs it.
public struct Prerequisite: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// Found by `pkg-config` under this name.
    case library(String)
    /// Found by `fc-list` under this pattern.
    case font(String)
  }

  public let name: Bilingual
  public let kind: Kind
  /// Packages of Debian and Ubuntu.
  public let apt: [String]
  /// Formulae of Homebrew; empty where macOS has it.
  public let brew: [String]
}

extension Prerequisite {
  public static let cairo = Prerequisite(
    name: "Cairo", kind: .library("cairo"), apt: ["libcairo2-dev"], brew: ["cairo"])
  public static let pango = Prerequisite(
    name: "Pango", kind: .library("pangocairo"), apt: ["libpango1.0-dev"], brew: ["pango"])
  public static let png = Prerequisite(
    name: "libpng", kind: .library("libpng"), apt: ["libpng-dev"], brew: ["libpng"])
  public static let markdown = Prerequisite(
    name: "cmark-gfm", kind: .library("libcmark-gfm"),
    apt: ["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"], brew: ["cmark-gfm"])
  public static let koreanFont = Prerequisite(
    name: Bilingual(ko: "한글 글꼴", en: "a Korean font"), kind: .font(":lang=ko"), apt: ["fonts-nanum"], brew: [])
  public static let mathematicalFont = Prerequisite(
    name: Bilingual(ko: "수식 글꼴", en: "a font with mathematics"), kind: .font("STIXGeneral"), apt: ["fonts-stix"],
    brew: [])

  /// All that the workbook needs beside Swift.
  public static let all = [cairo, pango, png, markdown, koreanFont, mathematicalFont]
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
    let packages = missing.flatMap { system == .macOS ? $0.brew : $0.apt }
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
