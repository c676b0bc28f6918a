public struct KoreanParticle { let pair: [Substring]; public init?(_ pair: String) { self.pair = pair.split(separator: "/"); if self.pair.count != 2 { return nil } }
 public func form(after: String) -> String { String(pair[0]) }; static let knownPairs = ["은/는","이/가"] }
public struct MathExpression { let l: String; public init(latex: String) throws { l = latex }; public var unicode: String { l }; public var unicodeLines: [String] { [l] } }
