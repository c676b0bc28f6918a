import Foundation
import Localization

extension Language {
  /// The reader's language as this process was started: `--lang` where it stands on the command line, else the locale.
  ///
  /// Help texts and complaints need it before the command line is understood.
  package static let ofThisProcess: Language = {
    let arguments = CommandLine.arguments
    for (index, argument) in arguments.enumerated() {
      let value =
        argument.hasPrefix("--lang=")
        ? String(argument.dropFirst("--lang=".count))
        : argument == "--lang" && index + 1 < arguments.count ? arguments[index + 1] : nil
      if let language = value.flatMap({ Language(rawValue: $0.lowercased()) }) { return language }
    }
    return preferred(in: ProcessInfo.processInfo.environment)
  }()
}
