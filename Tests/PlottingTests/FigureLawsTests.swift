import Localization
import Testing

@testable import Plotting

/// Laws that every figure keeps, in both languages and themes.
@Suite struct FigureLawsTests {
  @Test(arguments: Fixtures.all.indices, Language.allCases) func labelsDoNotOverlap(index: Int, language: Language)
    throws
  {
    for size in [Size.slide, Size(width: 800, height: 600), Size(width: 1080, height: 1920)] {
      let scene = try Fixtures.all[index].nominalScene(size: size, language: language)
      let boxes = scene.runs.map { ($0.string, $0.ink) }
      for (i, one) in boxes.enumerated() {
        for other in boxes.dropFirst(i + 1) {
          #expect(!one.1.intersects(other.1), "\(one.0) over \(other.0) in \(Fixtures.all[index].name)")
        }
      }
    }
  }

  @Test(arguments: Fixtures.all.indices, Language.allCases) func everythingCanBeReadFromTheLastRow(
    index: Int, language: Language
  ) throws {
    for theme in [Theme.light, .dark] {
      let scene = try Fixtures.all[index].nominalScene(theme: theme, language: language)
      #expect(!scene.runs.isEmpty)
      #expect(scene.runs.allSatisfy { $0.font.size >= 18 })
      #expect(scene.strokes.allSatisfy { $0.width >= 2.5 })
      for run in scene.runs {
        let plates = [scene.background ?? theme.background, theme.panel] + theme.series
        #expect(plates.contains { run.color.over(theme.background).contrast(with: $0) >= 3 })
      }
    }
  }

  @Test(arguments: Fixtures.all.indices, Language.allCases) func wordsStayInsideThePicture(
    index: Int, language: Language
  ) throws {
    for size in [Size.slide, Size(width: 800, height: 600), Size(width: 3000, height: 1000)] {
      let scene = try Fixtures.all[index].nominalScene(size: size, language: language)
      let page = Rect(x: 0, y: 0, width: size.width, height: size.height)
      for run in scene.runs { #expect(page.contains(run.ink), "\(run.string) in \(Fixtures.all[index].name)") }
    }
  }

  @Test(arguments: Fixtures.all.indices) func anySizeIsLaidOut(index: Int) throws {
    for (width, height) in [
      (160.0, 90.0), (16384, 16384), (160, 16384), (16384, 90), (1, 1), (1, 32768), (333.3, 77.7),
    ] {
      let scene = try Fixtures.all[index].nominalScene(size: Size(width: width, height: height))
      for run in scene.runs {
        #expect(run.font.size > 0 && run.origin.x.isFinite && run.origin.y.isFinite)
      }
      #expect(scene.points.allSatisfy { $0.x.isFinite && $0.y.isFinite })
      #expect(scene.strokes.allSatisfy { $0.width > 0 })
      for element in scene.elements {
        if case .clipped(let rect, _) = element { #expect(rect.width >= 0 && rect.height >= 0) }
      }
    }
  }

  @Test(arguments: Fixtures.all.indices) func anyFrameIsSurvived(index: Int) throws {
    for size in [(0.0, 0.0), (5, 900), (900, 5), (60, 60), (200, 900)] {
      let frame = Rect(x: 10, y: 10, width: size.0, height: size.1)
      let elements = try Fixtures.all[index].content.elements(in: frame, context: .nominal(.ko))
      let scene = Scene(size: .slide, background: nil, elements: elements)
      #expect(scene.points.allSatisfy { $0.x.isFinite && $0.y.isFinite })
    }
  }

  @Test(arguments: [0, -1, .nan, .infinity, 100_000, 0.5]) func impossibleSizesAreErrors(side: Double) {
    for size in [Size(width: side, height: 1080), Size(width: 1920, height: side)] {
      let error = #expect(throws: PlottingError.self) { try Fixtures.curves.nominalScene(size: size) }
      #expect(error?.figure == "curves")
    }
  }

  @Test func aFigureSpeaksTheReadersLanguage() throws {
    #expect(try Fixtures.curves.nominalScene(language: .ko).strings.contains("쉽게 맞히는 구간"))
    #expect(try Fixtures.curves.nominalScene(language: .en).strings.contains("well-classified examples"))
  }

  @Test func aTransparentFigureHasNoBackground() throws {
    let scene = try Fixtures.curves.scene(background: .transparent, language: .ko, measurer: NominalMeasurer())
    #expect(scene.background == nil)
    #expect(try Fixtures.curves.nominalScene(theme: .dark).background == Theme.dark.background)
  }
}
