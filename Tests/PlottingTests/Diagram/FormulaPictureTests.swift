import Localization
import Testing

@testable import Plotting

@Suite struct FormulaPictureTests {
  let frame = Rect(x: 72, y: 150, width: 1776, height: 870)

  private func context(_ language: Language = .ko) -> DrawingContext {
    DrawingContext(language: language, measurer: NominalMeasurer())
  }

  private let focal = FormulaPicture(
    #"\mathrm{FL}(p_t) = -\part{alpha}{\alpha_t}\,\part{factor}{(1-p_t)^{\part{gamma}{\gamma}}}\,\part{log}{\log(p_t)}"#
  ) {
    CallOut("alpha", Bilingual(ko: "균형 가중치", en: "weighting factor"), tint: .series(2))
    CallOut("factor", Bilingual(ko: "조절 인자", en: "modulating factor"), tint: .series(1))
    CallOut("gamma", Bilingual(ko: "초점 매개변수", en: "focusing parameter"), tint: .series(3))
    CallOut("log", Bilingual(ko: "교차 엔트로피", en: "cross entropy"), tint: .series(0))
  }

  @Test("formula and call-outs stay within the frame", arguments: Language.allCases)
  func inside(_ language: Language) throws {
    for point in try focal.elements(in: frame, context: context(language)).flatMap(\.points) {
      #expect(frame.inset(by: -1).contains(point), "\(point)")
    }
  }

  @Test("each part has the colour of its call-out, and the rest is in plain ink")
  func colours() throws {
    let runs = try focal.elements(in: frame, context: context()).compactMap { element -> TextRun? in
      if case .text(let run) = element { run } else { nil }
    }
    func colour(_ string: String) -> Color? { runs.last { $0.string == string }?.color }
    #expect(colour("γ") == Theme.light.series[3])
    #expect(colour("α") == Theme.light.series[2])
    #expect(colour("log") == Theme.light.series[0])
    #expect(colour("FL") == Theme.light.ink)
    #expect(runs.contains { $0.string == "초점 매개변수" && $0.color == Theme.light.series[3] })
  }

  @Test("a call-out without a part is an error that names the nearest part")
  func unknownPart() throws {
    let picture = FormulaPicture(#"\part{gamma}{\gamma}"#) { CallOut("gama", "γ", tint: .accent) }
    let error = try #require(throws: PlottingError.self) { try picture.elements(in: frame, context: context()) }
    #expect(error.message.en.contains("Did you mean “gamma”?"))
    #expect(throws: PlottingError.self) {
      try FormulaPicture(#"\gamma"#) { CallOut("gamma", "γ", tint: .accent) }.elements(in: frame, context: context())
    }
  }

  @Test("a frame too small for legible letters is an error")
  func tooSmall() {
    let small = Rect(x: 0, y: 0, width: 300, height: 120)
    #expect(throws: PlottingError.self) { try focal.elements(in: small, context: context()) }
  }

  @Test("a superscript is called from above, where its line crosses nothing")
  func superscript() throws {
    let box = try formulaBox(
      #"\part{factor}{(1-p)^{\part{gamma}{\gamma}}}"#, size: 100, measurer: NominalMeasurer(), display: .block)
    let marks = try ["gamma", "factor"].map { name in
      let part = try #require(box.parts[name])
      return FormulaDrawing.Mark(
        block: try CallOutBlock(CallOut(name, "이름이 긴 부분", tint: .accent), context: context()),
        part: Rect(x: part.x, y: part.y, width: part.width, height: part.height))
    }
    let placed = CallOutSides(marks: marks, box: box, width: 1800, gap: 40).placed
    #expect(placed.first { $0.mark.block.callOut.part == "gamma" }?.side == .above)
    #expect(placed.first { $0.mark.block.callOut.part == "factor" }?.side == .below)
  }
}

@Suite struct CallOutSpreadTests {
  @Test("boxes that do not touch stand where they wish")
  func free() {
    let spread = CallOutSpread(wishes: [10, 100], widths: [20, 20], gap: 5, room: 0...200)
    #expect(spread.middles == [10, 100])
    #expect(spread.strain == 0)
  }

  @Test("boxes that touch share the way, keep their order and their gap")
  func pushed() {
    let spread = CallOutSpread(wishes: [100, 100, 100], widths: [30, 40, 30], gap: 10, room: 0...300)
    #expect(spread.middles == [55, 100, 145])
    #expect(spread.fits)
  }

  @Test("no box leaves the room")
  func room() {
    let spread = CallOutSpread(wishes: [0, 190], widths: [60, 60], gap: 10, room: 0...200)
    #expect(spread.middles == [30, 170])
    #expect(!CallOutSpread(wishes: [0, 0], widths: [150, 150], gap: 10, room: 0...200).fits)
  }
}
