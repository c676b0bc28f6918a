import Grading
import Localization
import Plotting

/// People × exercises: who passed what, a tile each.
struct ReportPicture: Drawable {
  let exercises: [ExerciseID]
  let results: [PersonResult]

  static let name = "report"
  /// In one picture; of more people there are several.
  static let most = 60

  /// Pictures of all results, in order.
  static func figures(_ results: [PersonResult], _ record: SessionRecord, _ book: Book) -> [Figure] {
    stride(from: 0, to: max(results.count, 1), by: most).map { start in
      let part = Array(results.dropFirst(start).prefix(most))
      return Figure(
        name: start == 0 ? name : "\(name)-\(start / most + 1)",
        title: Bilingual(
          ko: "\(label(SessionTitle.text(record, book, .ko))) · 채점 결과",
          en: "\(label(SessionTitle.text(record, book, .en))) · results"
        ),
        content: ReportPicture(exercises: record.exercises, results: part))
    }
  }

  /// A row of tiles is so high, in units.
  private static let row = 44.0

  /// As large as its rows want, and no smaller than a slide.
  var size: Size {
    Size(width: Size.slide.width, height: max(Size.slide.height, Self.row * Double(results.count + 1) + 390))
  }

  func elements(in frame: Rect, context: DrawingContext) throws(PlottingError) -> [SceneElement] {
    let grid = try Grid(self, frame: frame, context: context)
    var elements = try grid.header()
    for (index, result) in results.enumerated() { elements += try grid.row(index, result) }
    elements += try grid.sum()
    return elements + (try grid.legend(in: frame))
  }

  /// A text that is no label with formulas, whatever somebody is called.
  static func label(_ text: String) -> String {
    text.replacing("$", with: "\\$").replacing("**", with: "\\**").replacing("\n", with: " ")
  }

  /// Where everything stands.
  private struct Grid {
    let picture: ReportPicture
    let context: DrawingContext
    let frame: Rect
    let nameWidth: Double
    let column: Double
    let row: Double
    let top: Double
    /// The height of the exercises' ids.
    let head: Double

    init(_ picture: ReportPicture, frame: Rect, context: DrawingContext) throws(PlottingError) {
      (self.picture, self.frame, self.context) = (picture, frame, context)
      var widest = try context.text(ReportTable.everybody, Self.style(context)).size.width
      for result in picture.results {
        widest = max(widest, try context.text(Self.name(of: result), Self.style(context)).size.width)
      }
      nameWidth = min(widest, frame.width * 0.3) + context.points(30)
      let room = frame.width - nameWidth - context.points(116)
      column = min(context.points(160), room / Double(max(picture.exercises.count, 1)))
      let rows = Double(picture.results.count + 1)
      head = context.points(66)
      row = min(context.points(62), (frame.height - head - context.points(70)) / rows)
      top = frame.minY
    }

    static func style(_ context: DrawingContext) -> TextStyle { TextStyle(size: 24) }
    static func name(of result: PersonResult) -> Bilingual { Bilingual(stringLiteral: label(result.person.name)) }

    private func middle(_ index: Int) -> Double { top + head + row * (Double(index) + 0.5) }
    private func center(_ place: Int) -> Double { frame.minX + nameWidth + column * (Double(place) + 0.5) }

    private func text(
      _ text: String, at point: Point, _ anchor: Anchor, _ style: TextStyle, width: Double? = nil
    ) throws(PlottingError) -> [SceneElement] {
      var block = try context.text(Bilingual(stringLiteral: text), style)
      if let width, block.size.width > width {
        var shorter = style
        shorter.size *= width / block.size.width
        block = try context.text(Bilingual(stringLiteral: text), shorter)
      }
      return block.elements(at: point, anchor: anchor)
    }

    func header() throws(PlottingError) -> [SceneElement] {
      var elements: [SceneElement] = []
      let style = TextStyle(size: 24, weight: .bold)
      for (place, id) in picture.exercises.enumerated() {
        let block = try context.text(Bilingual(stringLiteral: "\(id)"), style)
        // Where it is wider than its column it reads from bottom to top.
        elements += block.elements(
          at: Point(x: center(place), y: top + head / 2), anchor: .center,
          rotation: block.size.width > column * 0.95 ? -90 : 0)
      }
      let passed = Mark.passed.name[context.language]
      return elements
        + (try text(passed, at: Point(x: end, y: top + head / 2), .trailing, TextStyle(size: 24, tint: .muted)))
    }

    func row(_ index: Int, _ result: PersonResult) throws(PlottingError) -> [SceneElement] {
      let y = middle(index), side = min(row * 0.82, column * 0.9)
      var elements = try text(
        label(result.person.name), at: Point(x: frame.minX, y: y), .leading, Self.style(context),
        width: nameWidth - context.points(24))
      for (place, id) in picture.exercises.enumerated() {
        let width = min(column * 0.9, side * 1.9)
        let tile = Rect(x: center(place) - width / 2, y: y - side / 2, width: width, height: side)
        elements += result.mark(id).elements(in: tile, context: context)
      }
      return elements
        + (try text(
          "\(result.passed)", at: Point(x: end, y: y), .trailing, TextStyle(size: 24, weight: .bold)))
    }

    private var end: Double { frame.minX + nameWidth + column * Double(picture.exercises.count) + context.points(110) }

    func sum() throws(PlottingError) -> [SceneElement] {
      let y = middle(picture.results.count), style = TextStyle(size: 24, tint: .muted)
      let line = Path.line(from: Point(x: frame.minX, y: y - row / 2), to: Point(x: end, y: y - row / 2))
      var elements: [SceneElement] = [.path(line, stroke: context.stroke(.grid, width: 2.5))]
      let title = ReportTable.everybody[context.language]
      elements += try text(
        title, at: Point(x: frame.minX, y: y), .leading, style, width: nameWidth - context.points(24))
      for (place, id) in picture.exercises.enumerated() {
        let count = picture.results.count { $0.mark(id) == .passed }
        elements += try text("\(count)", at: Point(x: center(place), y: y), .center, style)
      }
      return elements
    }

    /// What the signs mean, at the foot.
    func legend(in frame: Rect) throws(PlottingError) -> [SceneElement] {
      let used = Set(picture.results.flatMap { result in picture.exercises.map { result.mark($0) } })
      let side = context.points(30), y = frame.maxY - side / 2
      var x = frame.minX
      var elements: [SceneElement] = []
      for mark in Mark.allCases where used.contains(mark) {
        elements += mark.elements(in: Rect(x: x, y: y - side / 2, width: side, height: side), context: context)
        let name = try context.text(mark.name, TextStyle(size: 24))
        elements += name.elements(at: Point(x: x + side + context.points(12), y: y), anchor: .leading)
        x += side + name.size.width + context.points(52)
      }
      return elements
    }
  }
}
