import Localization
import Plotting

/// Diagrams of the kinds that the chapters draw.
enum SampleDiagram: CaseIterable {
  case pipeline, nested, network

  var diagram: Diagram {
    switch self {
    case .pipeline: pipeline
    case .nested: nested
    case .network: network
    }
  }

  private var pipeline: Diagram {
    Diagram {
      Row {
        Node("image", Bilingual(ko: "입력 이미지", en: "input image"))
        Node(
          "proposals", Bilingual(ko: "**영역 제안**", en: "**proposals**"),
          detail: Bilingual(ko: "약 1,000개", en: "about 1,000"))
        Node("crop", Bilingual(ko: "잘라 내기", en: "crop"), look: .dashed)
        Node("classes", Bilingual(ko: "분류", en: "classes"), look: .filled)
      }
    } arrows: {
      Arrow.chain("image", "proposals", "crop")
      Arrow(from: "crop", to: "classes", Bilingual(ko: "특징 맵", en: "features"))
      Arrow(from: "classes", to: "image", Bilingual(ko: "기울기", en: "gradient"), leaving: .bottom, arriving: .bottom)
    }
  }

  private var nested: Diagram {
    Diagram {
      Column(alignment: .stretch) {
        Group(Bilingual(ko: "투스테이지", en: "two stages"), id: "two", tint: .series(0)) {
          Row {
            Node("a", "A")
            Brace(.bottom, Bilingual(ko: "쉬운 배경", en: "easy background")) { Node("b", "B") }
            Node("c", "C")
          }
        }
        Group(id: "one", tint: .series(1)) {
          Brace(.trailing, "845") { Column { for i in 0..<3 { Node("n\(i)", "\(i)") } } }
        }
      }
    } arrows: {
      Arrow.chain("a", "b", "c")
      Arrow(from: "two", to: "one")
      Arrow(from: "n0", to: "n2", leaving: .leading, arriving: .leading)
    }
  }

  private var network: Diagram {
    Diagram {
      Row(spacing: 90) {
        Node("image", "600 × 600")
        Column(spacing: 28) { for level in 0..<3 { Node("c\(level)", "C\(5 - level)") } }
        Column(spacing: 28) { for level in 0..<5 { Node("p\(level)", "P\(7 - level)") } }
        Column {
          Node("classes", Bilingual(ko: "분류", en: "classes"))
          Node("boxes", Bilingual(ko: "상자", en: "boxes"))
        }
      }
    } arrows: {
      Arrow(from: "image", to: "c2")
      Arrow.chain("c2", "c1", "c0")
      for level in 0..<3 { Arrow(from: "c\(level)", to: "p\(level + 2)") }
      for level in 0..<5 { Arrow(from: "p\(level)", to: "classes") }
      for level in 0..<5 { Arrow(from: "p\(level)", to: "boxes") }
    }
  }
}
