import ArgumentParser
import Console
import Localization

/// A command that one chapter has and the others do not: `swift run chapter7 detect photo.jpg`.
///
/// ```swift
/// struct Parameters: ChapterParameters {
///   static let actions: [any ParsableCommand.Type] = [DetectCommand.self]
/// }
/// ```
///
/// It is done instead of the chapter's program: the page is neither computed nor read.
package protocol ChapterAction: ParsableCommand {
  var language: LanguageOptions { get }

  /// Does it. What it throws is told to the reader in their language, and the process ends with a failure.
  @MainActor func perform() throws
}
