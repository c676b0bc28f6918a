import Localization

/// A box of a diagram: a picture, a text, a formula and a remark under each other, whichever of them it has.
///
/// ```swift
/// Node("loss", Bilingual(ko: "**초점 손실**", en: "**focal loss**"), formula: #"-(1-p_t)^\gamma \log p_t"#, tint: .accent)
/// ```
public struct Node: DiagramContent {
  public enum Look: Sendable, Hashable {
    /// A border in the node's tint around a paler ground.
    case outlined
    /// A ground in the node's tint.
    case filled
    /// A broken border: what is left out, ignored, or only meant.
    case dashed
    /// No box at all.
    case plain
  }

  /// Names the node for arrows; each name once in a diagram.
  public var id: String
  /// May hold `$formulas$`, `**bold**` and line breaks. An empty one takes no room.
  public var text: Bilingual
  /// A smaller line under it.
  public var detail: Bilingual?
  /// LaTeX, larger than the text and on a line of its own.
  public var formula: String?
  public var picture: Picture?
  public var tint: Tint
  public var look: Look
  /// Where the text wraps, in units.
  public var textWidth: Double

  public init(
    _ id: String, _ text: Bilingual = "", detail: Bilingual? = nil, formula: String? = nil, picture: Picture? = nil,
    tint: Tint = .muted, look: Look = .outlined, textWidth: Double = 380
  ) {
    self.id = id
    self.text = text
    self.detail = detail
    self.formula = formula
    self.picture = picture
    self.tint = tint
    self.look = look
    self.textWidth = textWidth
  }

  /// Something drawn at a fixed size, in units.
  public struct Picture: Sendable {
    public var content: any Drawable
    public var width: Double
    public var height: Double

    public init(_ content: any Drawable, width: Double, height: Double) {
      self.content = content
      self.width = width
      self.height = height
    }
  }

  public var item: DiagramItem { DiagramItem(kind: .node(self)) }
}
