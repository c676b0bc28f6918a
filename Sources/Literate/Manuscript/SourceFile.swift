/// A text file of the author: prose, program, or a library's source.
public struct SourceFile: Sendable, Hashable {
  /// The name shown in findings and links, relative to the repository: `chapters/3-…/main.swift`.
  public let name: String
  /// The content with `\n` line ends and without a byte order mark.
  public let text: String

  /// - Parameter text: the content as it was read; `\r\n`, `\r` and a leading byte order mark are taken out.
  public init(name: String, text: String) {
    self.name = name
    let unmarked = text.unicodeScalars.first == "\u{FEFF}" ? text.unicodeScalars.dropFirst() : text.unicodeScalars[...]
    var normalised = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in unmarked {
      if scalar == "\n", afterReturn {
        afterReturn = false
        continue
      }
      afterReturn = scalar == "\r"
      normalised.append(afterReturn ? "\n" : scalar == "\0" ? "\u{FFFD}" : scalar)
    }
    self.text = String(normalised)
  }

  /// The folder part of `name`, without a slash at its end; empty for a file at the top.
  var folder: String {
    guard let slash = name.lastIndex(of: "/") else { return "" }
    return String(name[..<slash])
  }

  /// The last part of `name`.
  var baseName: String {
    guard let slash = name.lastIndex(of: "/") else { return name }
    return String(name[name.index(after: slash)...])
  }

  /// The path from the root of what a link in this file leads to; nil where it leads out of the root.
  ///
  /// - Parameter link: relative to this file, or, with a slash before it, to the root.
  func path(of link: String) -> String? {
    var parts = link.hasPrefix("/") ? [] : folder.split(separator: "/")
    for part in link.split(separator: "/") where part != "." {
      guard part == ".." else {
        parts.append(part)
        continue
      }
      guard parts.popLast() != nil else { return nil }
    }
    return parts.joined(separator: "/")
  }

  /// The way to the file `target` from the folder that this file lies in, both given relative to the same root.
  func relativePath(to target: String) -> String {
    let here = folder.split(separator: "/")
    let there = target.split(separator: "/")
    let common = zip(here, there.dropLast()).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: here.count - common) + there.dropFirst(common).map(String.init))
      .joined(separator: "/")
  }
}
