import Localization

@testable import Literate

/// A small chapter in both languages, with one of everything, that has no findings.
enum Sample {
  static let program = SourceFile(
    name: "chapters/3-sample/main.swift",
    text: """
      // MARK: - Setup
      import Workbook

      let gamma = 2.0

      // MARK: - One easy example, two losses
      let pt = 0.9
      page.value("pt", pt, .fixed(1))

      // MARK: - Curves
      page.figure("lossCurves")
      page.table("losses")

      """)

  static let korean = """
    # 균형 교차 엔트로피

    {{code Setup}}

    $`\\gamma = {{value gamma}}`$인 **초점 손실**을 봅니다.

    {{code One easy example, two losses}}

    $`p_t = {{value pt}}`$일 때 초점 손실은 교차 엔트로피보다 {{value easyRatio}}배 작습니다.{{claim a hundred times smaller}}
    앵커는 {{value anchors 이/가}} 있습니다.
    논문도 {{paper hundredTimes}}배라고 적었고, {{slide 002-14 은/는}} 값을 반올림했습니다.

    {{code Losses/FocalLoss.swift: Focal loss}}

    {{code Curves}}

    ![γ에 따른 손실 곡선](<{{figure lossCurves}}>)

    {{table losses}}

    > 인용한 말입니다.

    - 첫째 항목입니다.
    - {{exercise 3.1 을/를}} 풉니다.

    ```math
    \\mathrm{FL}(p_t) = -(1 - p_t)^{\\gamma} \\log p_t
    ```

    <details>
    <summary>더 보기</summary>

    접힌 글입니다.

    </details>

    """

  static let english = """
    # Balanced cross entropy

    {{code Setup}}

    We look at the **focal loss** with $`\\gamma = {{value gamma}}`$.

    {{code One easy example, two losses}}

    With {{value anchors}} anchors and $`p_t = {{value pt}}`$ the focal loss is {{value easyRatio}} times smaller.{{claim a hundred times smaller}}
    The paper says {{paper hundredTimes}} too, and {{slide 002-14}} rounds it.

    {{code Losses/FocalLoss.swift: Focal loss}}

    {{code Curves}}

    ![Loss curves for several γ](<{{figure lossCurves}}>)

    {{table losses}}

    > Somebody said so.

    - A first item.
    - Solve {{exercise 3.1}}.

    ```math
    \\mathrm{FL}(p_t) = -(1 - p_t)^{\\gamma} \\log p_t
    ```

    <details>
    <summary>More</summary>

    Folded text.

    </details>

    """

  static let library = SourceFile(
    name: "Sources/Losses/FocalLoss.swift",
    text: """
      /// Losses.
      enum Losses {
        // MARK: - Focal loss
        func focalLoss(pt: Double) -> Double {
          -log(pt)
        }

        // MARK: - Derivative
      }
      """)

  static func manuscript(ko: String = korean, en: String = english) -> Manuscript {
    Manuscript(
      program: program,
      prose: [
        .ko: SourceFile(name: "chapters/3-sample/prose.ko.md", text: ko),
        .en: SourceFile(name: "chapters/3-sample/prose.en.md", text: en),
      ],
      libraryPaths: { ["Losses/FocalLoss.swift"] },
      library: { $0 == "Losses/FocalLoss.swift" ? library : nil })
  }

  static var record: Record {
    var record = Record()
    record.values.add(RecordedValue(.number(2, .fixed(0)), line: 4), named: "gamma")
    record.values.add(RecordedValue(.number(0.9, .fixed(1)), line: 8), named: "pt")
    record.values.add(RecordedValue(.number(100, .integer), line: 8), named: "easyRatio")
    record.values.add(RecordedValue(.number(67995, .integer), line: 8), named: "anchors")
    record.claims.add(RecordedClaim(holds: true, line: 8), named: "a hundred times smaller")
    record.figures.add(
      RecordedFigure(
        paths: [.ko: "../../figures/3-sample/lossCurves.ko.png", .en: "../../figures/3-sample/lossCurves.en.png"],
        title: Bilingual(ko: "손실 곡선", en: "Loss curves"), line: 11),
      named: "lossCurves")
    record.tables.add(
      RecordedTable(
        columns: [
          .init(Bilingual(ko: "$`p_t`$", en: "$`p_t`$"), .right),
          .init(Bilingual(ko: "손실", en: "loss"), .right),
          .init(Bilingual(ko: "설명", en: "remark")),
        ],
        rows: [
          [
            .number(0.9, .fixed(1)), .number(0.001054, .significant(3)),
            .text(Bilingual(ko: "**쉬운** 샘플", en: "an **easy** one")),
          ],
          [.number(0.1, .fixed(1)), .number(1.865, .significant(3)), .text(Bilingual(ko: "a | b", en: "a | b"))],
        ],
        line: 12),
      named: "losses")
    return record
  }

  static let references = References(
    paper: ["hundredTimes": PaperFact(.number(100, .integer), place: "§3.2")],
    slides: ["002-14": SlideRemark(verdict: .right, place: Bilingual(ko: "슬라이드", en: "slide"))],
    avoided: [AvoidedTerm("포컬 로스", use: Bilingual(ko: "초점 손실", en: "focal loss"))],
    exercises: [
      "3.1": ExerciseReference(
        title: Bilingual(ko: "첫 문제", en: "A first one"),
        place: Bilingual(ko: "chapters/3-sample/exercises.ko.md#31-첫-문제", en: "chapters/3-sample/exercises.en.md#31"))
    ])

  static func weaver(ko: String = korean, en: String = english, record: Record = record) -> Weaver {
    Weaver(manuscript: manuscript(ko: ko, en: en), record: record, references: references)
  }
}
