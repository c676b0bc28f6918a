import ArgumentParser

/// What a reader may change in a chapter: `swift run chapter3 --alpha 0.5`.
///
/// ```swift
/// struct Parameters: ChapterParameters {
///   @Option(in: 0...1, ko: "객체의 가중치 α", en: "weight α of objects") var alpha = 0.75
/// }
/// ```
public protocol ChapterParameters: ParsableArguments {
  /// The commands that this chapter has besides those of all chapters.
  static var actions: [any ParsableCommand.Type] { get }
}

extension ChapterParameters {
  public static var actions: [any ParsableCommand.Type] { [] }
}
