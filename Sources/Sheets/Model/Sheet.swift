import Localization
import Plotting

/// What is printed for one reader: text in Markdown, exercises, and room to write.
///
/// ```swift
/// var sheet = Sheet(title: "3장 연습문제", name: "김민지", remark: "시드 0x5a", language: .ko)
/// sheet.parts = [.exercise(number: "3.1", title: "배경의 무게", remark: "손으로 · 5분"), .text("…"), .blanks(["답"])]
/// let pages = try sheet.pages(measurer: PangoMeasurer())   // A4, for `SceneRenderer.pdf(pages:)`
/// let markdown = sheet.markdown
/// ```
public struct Sheet: Sendable {
  public var title: String
  /// Whose sheet it is; nil where it is nobody's own.
  public var name: String?
  /// What stands small beside the name.
  public var remark: String
  public var language: Language
  public var parts: [Part]

  public init(title: String, name: String? = nil, remark: String = "", language: Language, parts: [Part] = []) {
    (self.title, self.name, self.remark, self.language, self.parts) = (title, name, remark, language, parts)
  }

  public enum Part: Sendable, Hashable {
    /// Begins an exercise: its number, its title in inline Markdown, and what stands at the right. What follows, up to the
    /// next, stays on one page with it where a page is large enough.
    case exercise(number: String, title: String, remark: String)
    /// Markdown as GitHub reads it.
    case text(String)
    /// An empty frame to work in, so many lines high.
    case room(String, lines: Int)
    /// A line to write on behind each label.
    case blanks([String])
    /// Boxes to tick: a mark and a text in inline Markdown for each.
    case choices([Choice])
  }

  public struct Choice: Sendable, Hashable {
    public var mark: String
    public var text: String

    public init(_ mark: String, _ text: String) {
      (self.mark, self.text) = (mark, text)
    }
  }
}
