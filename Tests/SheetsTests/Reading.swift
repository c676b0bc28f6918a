import Localization
import Plotting

@testable import Sheets

/// What stands on a page: runs of letters and where they are.
struct PageReading {
  let scene: Scene
  let runs: [TextRun]

  init(_ scene: Scene) {
    self.scene = scene
    runs = scene.elements.compactMap { if case .text(let run) = $0 { run } else { nil } }
  }

  /// The lines of the page's text, from top to bottom, without head and page number.
  var lines: [String] {
    let format = PageFormat.a4
    let body = runs.filter {
      $0.origin.y > format.margins.top && $0.origin.y < format.size.height - format.margins.bottom
        && !["제목", "김민지"].contains($0.string)
    }
    let rows = Dictionary(grouping: body) { $0.origin.y }
    return rows.sorted { $0.key < $1.key }.map { row in
      row.value.sorted { $0.origin.x < $1.origin.x }.map(\.string).joined()
    }
  }

  /// Whether a run begins or ends outside of the paper's margins.
  var strays: [String] {
    let format = PageFormat.a4
    return runs.filter { run in
      let width = NominalMeasurer().extent(of: run.string, font: run.font).width
      return run.origin.x < format.margins.left - 0.1
        || run.origin.x + width > format.size.width - format.margins.right + 0.1
        || run.origin.y > format.size.height - 20 || run.origin.y < 20
    }.map(\.string)
  }
}

extension Sheet {
  /// The sheet's pages, with nominal letters.
  func read() throws -> [PageReading] { try pages(measurer: NominalMeasurer()).map(PageReading.init) }

  static func of(_ parts: Part..., language: Language = .ko) -> Sheet {
    Sheet(title: "제목", name: "김민지", language: language, parts: parts)
  }
}

/// Every kind of block and part, in one language.
func everything(_ language: Language) -> Sheet {
  let words = Bilingual(
    ko: "균형 교차 엔트로피는 객체와 배경의 무게를 바꾸지만 쉬운 샘플과 어려운 샘플은 가리지 않습니다.",
    en: "Balanced cross entropy weighs objects against backgrounds but does not tell easy examples from hard ones.")[
      language]
  return Sheet(
    title: "3장 · chapter 3", name: "김민지", remark: "0x5af3", language: language,
    parts: [
      .text("## \(words)\n\n\(words) **\(words)** $`\\frac{\\alpha_t}{p_t}`$ `focalLoss(pt:)` \(words)"),
      .exercise(number: "3.1", title: "\(words) $`p_t`$", remark: "5"),
      .text("> \(words)\n\n- \(words)\n- \(words)\n  1. \(words)\n\n```math\n-\\alpha_t \\log p_t\n```\n\n***\n"),
      .text("```swift\n    let loss = -log(pt)  // \(words) \(words)\n}\n```"),
      .room("풀이", lines: 3), .blanks(["$`\\alpha`$", words]), .choices([.init("a", words), .init("b", "$`p`$")]),
      .text("| a | b |\n|---|---:|\n| \(words) | \(words) |\n| 1 | 2 |"), .text("![\(words)](missing.png)"),
    ])
}
