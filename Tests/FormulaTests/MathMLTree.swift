import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// MathML read back, for comparison.
final class MathMLTree: NSObject, XMLParserDelegate {
  private indirect enum Node {
    case leaf(String)
    case element(String, [Node])
  }

  private var open: [(name: String, isUpright: Bool, children: [Node], text: String)] = []
  private var root: Node?
  /// Whether the last finished node was an upright letter that may be the start of a name.
  private var lastJoins = false

  struct Malformed: Error {
    var xml: String
  }

  /// What the formula is made of, without attributes, spaces and rows that only group.
  static func skeleton(of xml: String) throws -> String {
    let tree = MathMLTree()
    let parser = XMLParser(data: Data(xml.utf8))
    parser.delegate = tree
    guard parser.parse(), let root = tree.root else { throw Malformed(xml: xml) }
    return text(root)
  }

  private static func text(_ node: Node) -> String {
    switch node {
    case .leaf(let text): text
    case .element(let name, let children): name + "[" + children.map(text).joined(separator: " ") + "]"
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    if name != "mi" { lastJoins = false }
    open.append((name, attributes["mathvariant"] == "normal", [], ""))
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if !open.isEmpty { open[open.count - 1].text += string }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    let element = open.removeLast()
    let text = element.text.replacing("\u{A0}", with: "").trimmingCharacters(in: .whitespaces)
      .replacing("⋅", with: "·").replacing("_", with: "¯").replacing("*", with: "∗")
    let takesRows = ["msub", "msup", "msubsup", "mfrac", "munder", "mover", "munderover", "mroot"].contains(name)
    let children =
      takesRows
      ? element.children
      : element.children.flatMap { child -> [Node] in
        if case .element("mrow", let inner) = child { return inner }
        return [child]
      }
    switch name {
    case "mspace": return
    case "mi" where !text.contains(where: { $0.isLetter || $0.isNumber }):
      // Converters differ on whether × or ∞ is an identifier or an operator.
      add(.leaf("mo:\(text)"), joins: false)
    case "mi", "mo", "mn", "mtext": add(.leaf("\(name):\(text)"), joins: name == "mi" && element.isUpright)
    case "mrow" where children.count == 1: add(children[0], joins: false)
    default: add(.element(name, children), joins: false)
    }
  }

  /// Adds a finished node to the element around it. Upright letters side by side make one name.
  private func add(_ node: Node, joins: Bool) {
    guard !open.isEmpty else {
      root = node
      return
    }
    if joins, lastJoins, case .leaf(let letter) = node,
      case .leaf(let before)? = open[open.count - 1].children.popLast()
    {
      open[open.count - 1].children.append(.leaf(before + letter.dropFirst(3)))
    } else {
      open[open.count - 1].children.append(node)
    }
    lastJoins = joins
  }
}
