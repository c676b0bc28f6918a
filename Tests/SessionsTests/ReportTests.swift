import Grading
import Literate
import Localization
import Plotting
import Testing

@testable import Sessions

@Suite struct ReportTests {
  private func results(_ count: Int) -> [PersonResult] {
    let verdicts: [Verdict] = [.passed, .wrong, .unanswered, .refused(.encoding(.cp949)), .ungraded(.noCompiler)]
    return (0..<count).map { index in
      var result = PersonResult(
        person: Person(name: "사람 $\(index)**", language: .ko), file: "f\(index)", handedIn: HandedIn())
      for (place, exercise) in chapter3.enumerated() {
        result.verdicts[exercise] = verdicts[(index + place) % verdicts.count]
      }
      return result
    }
  }

  @Test("a terminal's lines are aligned, whoever's they are", arguments: Language.allCases)
  func terminal(_ language: Language) {
    let results = results(5),
      table = ReportTable(exercises: chapter3, names: results.map(\.person.name), language: language)
    let widths = results.map { DisplayWidth.narrow.width(of: table.line($0)) }
    #expect(Set(widths).count == 1)
    #expect(table.sum(results).contains("1"))
    #expect(table.legend(results).contains(Mark.passed.name[language]))
  }

  @Test("exercises that do not fit side by side stand together, a column for each chapter, and none is lost")
  func narrow() {
    let ids = ["3.1", "3.2", "3.10", "4.1", "4.2"].map(id)
    var result = PersonResult(person: Person(name: "김민지", language: .ko), file: "f", handedIn: HandedIn())
    result.verdicts = [ids[0]: .passed, ids[1]: .wrong, ids[3]: .passed]
    func lines(_ width: Int?) -> [String] {
      let table = ReportTable(exercises: ids, names: ["김민지"], language: .ko, width: width)
      return [table.header, table.line(result), table.sum([result])]
    }
    #expect(lines(nil)[0].contains("3.10") && lines(200) == lines(nil))
    #expect(lines(30)[0].split(separator: " ").map(String.init) == ["이름", "3.", "4.", "통과"])
    #expect(lines(30)[1].split(separator: " ").map(String.init) == ["김민지", "✓✗–", "✓–", "2/5"])
    #expect(lines(30)[2].split(separator: " ").suffix(2) == ["0", "0"])
  }

  @Test("every mark has a sign of its own beside its colour")
  func signs() {
    #expect(Set(Mark.allCases.map(\.sign)).count == Mark.allCases.count)
    let tile = Rect(x: 0, y: 0, width: 40, height: 40),
      context = DrawingContext(language: .ko, measurer: NominalMeasurer())
    let drawn = Mark.allCases.map { $0.elements(in: tile, context: context).dropFirst().map(Self.shape) }
    #expect(Set(drawn).count == Mark.allCases.count)
  }

  private static func shape(_ element: SceneElement) -> Path? {
    if case .path(let path, _, _) = element { path } else { nil }
  }

  @Test("the picture has a row for everybody, nothing overlaps, and letters can be read", arguments: [1, 3, 30, 60])
  func picture(_ count: Int) throws {
    let record = Handout.of(group("김민지")).record
    for language in Language.allCases {
      let figure = try #require(ReportPicture.figures(results(count), record, theBook).first)
      let picture = try #require(figure.content as? ReportPicture)
      let scene = try figure.scene(size: picture.size, language: language, measurer: NominalMeasurer())
      let runs = scene.elements.compactMap { if case .text(let run) = $0 { run } else { nil } }
      #expect(runs.count { $0.string.hasPrefix("사람 $") } == count)
      #expect(runs.allSatisfy { $0.font.size >= 18 })
      let tiles = scene.elements.compactMap { element -> Rect? in
        guard case .path(let path, let fill?, nil) = element, fill != picture.ink,
          case .move(let start)? = path.segments.first,
          path.segments.count == 10
        else { return nil }
        return Rect(x: start.x, y: start.y, width: 1, height: 1)
      }
      #expect(tiles.count >= count * chapter3.count)
      #expect(runs.allSatisfy { $0.origin.y <= scene.size.height && $0.origin.x >= 0 })
    }
  }

  @Test("more people than one picture holds get several")
  func many() {
    let figures = ReportPicture.figures(results(130), Handout.of(group("김민지")).record, theBook)
    #expect(figures.map(\.name) == ["report", "report-2", "report-3"])
  }
}

extension ReportPicture {
  fileprivate var ink: Color { Theme.light.ink }
}
