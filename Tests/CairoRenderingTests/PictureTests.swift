import CairoRendering
import Localization
import Plotting
import Testing

/// Pictures as chapters draw them, with real letters. `FIGURE_PREVIEWS=… swift test --filter PictureTests` shows them.
@Suite struct PictureTests {
  enum Picture: String, CaseIterable, Sendable {
    case focalFormula, crossEntropyCases, pipeline

    var title: Bilingual {
      switch self {
      case .focalFormula: Bilingual(ko: "초점 손실의 각 부분", en: "The parts of the focal loss")
      case .crossEntropyCases: Bilingual(ko: "이진 교차 엔트로피", en: "Binary cross entropy")
      case .pipeline: Bilingual(ko: "손실이 기울기가 되기까지", en: "From loss to gradient")
      }
    }

    var content: any Drawable {
      switch self {
      case .focalFormula:
        FormulaPicture(
          #"""
          \mathrm{FL}(p_t) = -\part{alpha}{\alpha_t}\,\part{factor}{(1-p_t)^{\part{gamma}{\gamma}}}\,\part{log}{\log(p_t)}
          """#
        ) {
          CallOut(
            "alpha", Bilingual(ko: "균형 가중치", en: "weighting factor"),
            detail: Bilingual(ko: "객체와 배경의 **수**를 맞춥니다", en: "balances **how many** there are"), tint: .series(2))
          CallOut(
            "factor", Bilingual(ko: "조절 인자", en: "modulating factor"),
            detail: Bilingual(ko: "$p_t$가 1에 가까우면 손실을 지웁니다", en: "removes the loss as $p_t$ nears 1"),
            tint: .series(1))
          CallOut(
            "gamma", Bilingual(ko: "초점 매개변수", en: "focusing parameter"),
            detail: Bilingual(ko: "클수록 어려운 샘플에 집중합니다", en: "larger: more focus on hard examples"),
            tint: .series(3))
          CallOut("log", Bilingual(ko: "교차 엔트로피", en: "cross entropy"), tint: .series(0))
        }
      case .crossEntropyCases:
        FormulaPicture(
          Bilingual(
            ko: Self.cases(first: #"y = 1\text{일 때}"#, other: #"\text{그 밖에}"#),
            en: Self.cases(first: #"\text{if } y = 1"#, other: #"\text{otherwise}"#))
        ) {
          CallOut("object", Bilingual(ko: "객체", en: "object"), tint: .series(0))
          CallOut("background", Bilingual(ko: "배경", en: "background"), tint: .series(1))
        }
      case .pipeline:
        Diagram {
          Row {
            Node("model", Bilingual(ko: "모델", en: "model"), tint: .series(0))
            Node("pt", Bilingual(ko: "확률 $p_t$", en: "probability $p_t$"), look: .plain)
            Node(
              "loss", Bilingual(ko: "**초점 손실**", en: "**focal loss**"), formula: #"-(1-p_t)^\gamma \log p_t"#,
              tint: .accent)
          }
        } arrows: {
          Arrow.chain("model", "pt", "loss")
          Arrow(
            from: "loss", to: "model", Bilingual(ko: "기울기", en: "gradient"), tint: .accent, line: .dashed,
            leaving: .bottom, arriving: .bottom)
        }
      }
    }

    private static func cases(first: String, other: String) -> String {
      #"\mathrm{CE}(p, y) = \begin{cases} \part{object}{-\log(p)} & "# + first
        + #" \\ \part{background}{-\log(1-p)} & "# + other + #" \end{cases}"#
    }
  }

  @Test(
    "pictures are drawn in both languages and themes, in every format, with a glyph for each letter",
    arguments: Picture.allCases, Language.allCases)
  func drawn(_ picture: Picture, _ language: Language) throws {
    let renderer = try SceneRenderer()
    let figure = Figure(name: picture.rawValue, title: picture.title, content: picture.content)
    for theme in [Theme.light, .dark] {
      let scene = try figure.scene(theme: theme, language: language, measurer: PangoMeasurer())
      #expect(try !renderer.png(scene, scale: 0.25).isEmpty)
      #expect(try !renderer.svg(scene).isEmpty)
      #expect(try !renderer.pdf(scene).isEmpty)
      try preview(scene, "\(picture.rawValue).\(language.rawValue).\(theme.name)")
    }
  }
}
