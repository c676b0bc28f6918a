import Localization
import Plotting
import Prerequisites

/// Which roles lack a font, and what brings one.
///
/// ```swift
/// for gap in FontCheck.run().gaps { print(gap.message[.ko]) }
/// ```
public struct FontCheck: Sendable, Hashable {
  /// The family found for each role that has one.
  public let families: [FontSlot: String]
  /// The roles without a font, in the order of `FontSlot.allCases`.
  public let gaps: [Gap]

  /// A role for which no family is installed.
  public struct Gap: Sendable, Hashable {
    public let slot: FontSlot
    public let package: FontPackage

    /// What is missing, and the line that installs it.
    public var message: Bilingual {
      let name = slot.name
      let remedy = package.installation
      return Bilingual(
        ko: "\(name.ko) 글꼴이 없습니다. \(remedy.ko)", en: "There is no \(name.en) font. \(remedy.en)")
    }
  }

  /// Looks through the installed families.
  public static func run() -> FontCheck {
    FontCheck(installed: TypesetterPool.shared.borrow { $0.installedFamilies })
  }

  init(installed: Set<String>) {
    let found = FontSlot.allCases.map { slot in (slot, slot.candidates.first(where: installed.contains)) }
    families = Dictionary(uniqueKeysWithValues: found.compactMap { slot, family in family.map { (slot, $0) } })
    gaps = found.compactMap { slot, family in family == nil ? Gap(slot: slot, package: slot.package) : nil }
  }
}

/// A place that a font family fills. Both mathematical roles of `Font` share one family.
public enum FontSlot: Sendable, Hashable, CaseIterable {
  case text, code, math

  /// Families that serve, the best-looking on a slide first.
  public var candidates: [String] {
    switch self {
    case .text: Prerequisite.koreanFamilies
    case .code: Prerequisite.codeFamilies
    case .math: Prerequisite.mathematicalFamilies
    }
  }

  var package: FontPackage {
    switch self {
    case .text, .code: .korean
    case .math: .mathematics
    }
  }

  var name: Bilingual {
    switch self {
    case .text: Bilingual(ko: "한글", en: "Korean")
    case .code: Bilingual(ko: "코드", en: "code")
    case .math: Bilingual(ko: "수식", en: "mathematics")
    }
  }
}

extension Font.Role {
  var slot: FontSlot {
    switch self {
    case .text: .text
    case .code: .code
    case .mathItalic, .mathUpright: .math
    }
  }
}

extension FontSlot {
  /// Letters of mathematical fonts are smaller than Korean ones of the same size. Those that stand within the other's run
  /// are brought to its height; a formula's own letters keep the size that its layout counts on.
  func magnification(in role: Font.Role) -> Double {
    switch (self, role.slot) {
    case (.math, .text): 1.1
    case (.text, .math): 0.9
    default: 1
    }
  }
}
