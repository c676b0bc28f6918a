import Foundation

/// Makes file names out of people's names: safe on every system, and no two the same.
///
/// ```swift
/// var names = FileNames(taken: ["session.json"])
/// names.name(for: "김민지")        // "김민지"
/// names.name(for: "../a:b")       // "_a_b"
/// names.name(for: "_A_B")         // "_A_B-2": some systems do not tell letter cases apart
/// ```
struct FileNames {
  private var taken: Set<String>

  init(taken: [String] = []) { self.taken = Set(taken.map(Self.folded)) }

  mutating func name(for person: String) -> String {
    let safe = Self.safe(person)
    var name = safe, number = 2
    while !taken.insert(Self.folded(name)).inserted {
      name = "\(safe)-\(number)"
      number += 1
    }
    return name
  }

  /// What a system that folds letter case and composition takes for the same.
  private static func folded(_ name: String) -> String {
    name.decomposedStringWithCanonicalMapping.lowercased()
  }

  /// Names of devices on Windows, with whatever follows a point.
  private static let devices = Set(
    ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })

  /// At most so many bytes, which leaves room for an ending.
  private static let longest = 180

  private static func safe(_ text: String) -> String {
    var name = ""
    for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
      let category = scalar.properties.generalCategory
      let isUnsafe =
        "/\\:*?\"<>|%$`'&;!#~".unicodeScalars.contains(scalar)
        || [.control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate].contains(
          category)
      name.unicodeScalars.append(isUnsafe ? "_" : scalar.properties.isWhitespace ? " " : scalar)
    }
    name = name.trimmingCharacters(in: CharacterSet(charactersIn: ". "))
    if name.hasPrefix("-") { name = "_" + name.dropFirst() }
    while name.utf8.count > longest { name.removeLast() }
    name = name.trimmingCharacters(in: CharacterSet(charactersIn: ". "))
    let stem = name.prefix { $0 != "." }.lowercased()
    return name.isEmpty ? "_" : devices.contains(stem) ? "_" + name : name
  }
}
