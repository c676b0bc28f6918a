import ArgumentParser
import Chapters
import Console
import Foundation
import Literate
import Localization
import Plotting
import Statistics

/// A chapter as its program writes it: values, claims, tables and figures, recorded under names that the prose uses.
///
/// ```swift
/// let page = Page(Parameters.self)
/// page.value("easyRatio", ce / fl, .fixed(0))
/// page.claim("a hundred times smaller", abs(ce / fl - 100) < 1, brokenBy: "--gamma 1")
/// page.figure("lossCurves", Bilingual(ko: "…", en: "…")) { Chart(x: …, y: …) { Line(points) } }
/// page.finish()
/// ```
///
/// Made first, it understands the command line; finished last, it does what was asked: reads, draws or weaves.
@MainActor
public final class Page<Parameters: ChapterParameters> {
  /// What the reader chose to change, or the chapter's own values.
  public let parameters: Parameters

  let chapter: Chapter
  let task: ChapterTask
  /// Whether the reader changed nothing: only then are the committed figures this run's.
  let usesDefaults: Bool
  private(set) var record = Record()
  private var drawings: [() -> Figure] = []
  /// The figures, made of what the whole program computed.
  lazy var figures: [Figure] = drawings.map { $0() }
  /// What breaks each claim, by its name.
  private(set) var breakers: [String: String] = [:]
  /// What the program's training came from; nil where it asked for none.
  var training: TrainingState?

  /// Reads the command line. Where it asks for help or cannot be understood, the process says so and ends here.
  public init(_: Parameters.Type, file: String = #filePath) {
    guard let chapter = Chapter(mainFile: file) else {
      fatalError("a chapter's folder is named chapters/NUMBER-NAME; this program lies in \(file)")
    }
    self.chapter = chapter
    guard let own = try? Parameters.parse([]) else {
      fatalError("every parameter of a chapter has a value of its own; one in \(Parameters.self) has none")
    }
    let understood = ChapterCommand<Parameters>.understood()
    if let command = understood as? any ExerciseCommand {
      Self.end(command.options.language.language) {
        throw SisterProgram("practice", of: chapter.repository.root.path).replaceThisProcess(
          [chapter.product] + CommandLine.arguments.dropFirst(), isBuilt: command.options.skipBuild)
      }
    }
    if let action = understood as? any ChapterAction { Self.end(action.language.language) { try action.perform() } }
    guard let command = understood as? any ChapterSubcommand<Parameters> else {
      fatalError("every command of a chapter is a ChapterSubcommand or a ChapterAction")
    }
    task = command.task
    parameters = command.chosen ?? own
    // A description names every parameter and its value; the parameters of chapters need not be Equatable.
    usesDefaults = "\(parameters)" == "\(own)"
  }

  // MARK: - Recording

  /// A number that sentences show as `{{value name}}`.
  @discardableResult
  public func value(_ name: String, _ number: Double, _ format: Format, line: Int = #line) -> Double {
    record.values.add(RecordedValue(.number(number, format), line: line), named: name)
    return number
  }

  @discardableResult
  public func value(_ name: String, _ number: Int, line: Int = #line) -> Int {
    value(name, Double(number), .integer, line: line)
    return number
  }

  /// The results of several seeds, shown as mean ± standard deviation.
  public func value(_ name: String, _ results: Spread, _ format: Format, line: Int = #line) {
    record.values.add(RecordedValue(.spread(results, format), line: line), named: name)
  }

  /// A word or two that depend on the run.
  public func value(_ name: String, _ text: Bilingual, line: Int = #line) {
    record.values.add(RecordedValue(.text(text), line: line), named: name)
  }

  /// What a sentence with `{{claim name}}` says of the numbers, and whether it is so in this run.
  ///
  /// - Parameter breaker: parameters with which it does not hold, `--negatives 10`: a claim that nothing can break claims
  ///   nothing. A test runs the chapter with them.
  public func claim(_ name: String, _ holds: Bool, brokenBy breaker: String, line: Int = #line) {
    record.claims.add(RecordedClaim(holds: holds, line: line), named: name)
    breakers[name] = breaker
  }

  /// A table that stands where the prose says `{{table name}}`. Numbers in it stand to the right.
  public func table(_ name: String, columns: [Bilingual], rows: [[Datum]], line: Int = #line) {
    let columns = columns.enumerated().map { index, title in
      let cells = rows.compactMap { index < $0.count ? $0[index] : nil }
      let isNumeric = cells.allSatisfy { $0.isNumeric || $0.isEmpty } && cells.contains(where: \.isNumeric)
      return RecordedTable.Column(title, isNumeric ? .right : .left)
    }
    record.tables.add(RecordedTable(columns: columns, rows: rows, line: line), named: name)
  }

  /// A figure that stands where the prose says `![…](<{{figure name}}>)`.
  ///
  /// - Parameters:
  ///   - title: the finding that the figure shows; drawn on it.
  ///   - note: where its numbers are from, or a remark; drawn small below.
  ///   - content: evaluated when the program has ended, and only where figures are needed.
  public func figure(
    _ name: String, _ title: Bilingual, note: Bilingual? = nil, line: Int = #line, content: @escaping () -> any Drawable
  ) {
    let folder = usesDefaults ? chapter.figures : chapter.playFigures
    let paths = Dictionary(
      uniqueKeysWithValues: Language.allCases.map { ($0, "../../\(folder)/\(name).\($0.rawValue).png") })
    record.figures.add(RecordedFigure(paths: paths, title: title, line: line), named: name)
    drawings.append { Figure(name: name, title: title, note: note, content: content()) }
  }

  // MARK: - Finishing

  /// Does what the command line asked for and ends the process.
  public func finish() -> Never {
    let language = task.options.language.language
    Self.end(language) {
      if task.options.training.train, training == nil { throw TrainingRecordError.nothingToTrain(chapter.product) }
      switch task {
      case .read(let options): try read(options)
      case .figures(let options): try draw(options)
      case .claims: listClaims(language)
      case .values: listValues(language)
      case .weave(let options): try weave(options)
      }
    }
  }

  /// Does what is asked for and ends the process.
  private static func end(_ language: Language, _ task: () throws -> Void) -> Never {
    do { try task() } catch let error as any BilingualError {
      giveUp(error, language)
    } catch {
      fatalError("an error that speaks to nobody: \(error)")
    }
    exit(0)
  }
}

extension Datum {
  var isNumeric: Bool {
    switch self {
    case .number, .spread: true
    case .text: false
    }
  }

  /// Whether a cell is left blank.
  fileprivate var isEmpty: Bool { self == .text("") }
}
