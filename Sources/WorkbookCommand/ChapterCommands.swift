import ArgumentParser
import Chapters
import Console
import Localization

/// `workbook figures …`: the options of each chapter's `figures`, and names from all chapters.
struct FiguresOfAll: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "figures",
      abstract: Bilingual(
        ko: "모든 장의 그림을 그립니다. 이름을 적으면 그 그림이 있는 장에서만 그립니다.",
        en: "Draw the figures of all chapters; where names are given, of those that have them.")[.ofThisProcess])
  }

  @OptionGroup var building: BuildOptions
  @OptionGroup var options: DrawOptions

  func run() async throws {
    let tour = try building.tour()
    let chapters = try Repository.own.writtenChapters.map(\.product)
    guard !options.names.isEmpty else {
      try await tour.print(chapters.map { .init(product: $0, arguments: ["figures"] + options.arguments(drawing: [])) })
      return
    }
    let figures = try await tour.figures(of: chapters)
    let known = figures.flatMap { $0 }
    for name in options.names where !known.contains(name) { throw CommandError.noFigure(name, known: known) }
    let stops = zip(chapters, figures).map { chapter, figures in
      (chapter, options.names.filter(figures.contains))
    }.filter { !$1.isEmpty }
    try await ChapterTour(products: tour.products, builds: false).print(
      stops.map { .init(product: $0, arguments: ["figures"] + options.arguments(drawing: $1)) })
  }
}

extension ChapterTour {
  /// The names of the figures of each of these chapters.
  ///
  /// - Throws: `ExitCode` of a chapter that fails, after saying what it said.
  func figures(of chapters: [String]) async throws -> [[String]] {
    var names: [[String]] = []
    try await visit(chapters.map { Stop(product: $0, arguments: ["figures", "--list"]) }) { _, outcome in
      guard outcome.status == 0 else {
        try StandardStreams.send(outcome.complaint, to: .error)
        throw ExitCode(outcome.status)
      }
      names.append(
        String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").map { String($0.prefix { $0 != " " }) })
    }
    return names
  }
}

/// `workbook weave [--check]`
struct WeaveAll: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "weave",
      abstract: Bilingual(ko: "모든 장의 글을 엮습니다.", en: "Weave the pages of all chapters.")[.ofThisProcess])
  }

  @OptionGroup var building: BuildOptions
  @OptionGroup var options: WeaveOptions

  func run() async throws {
    let stops = try Repository.own.writtenChapters.map {
      ChapterTour.Stop(product: $0.product, arguments: ["weave"] + options.arguments)
    }
    try await building.tour().print(stops)
  }
}

extension Repository {
  /// The chapters, of which there is at least one.
  fileprivate var writtenChapters: [Chapter] {
    get throws(CommandError) {
      guard !chapters.isEmpty else { throw .noChapters(path("chapters")) }
      return chapters
    }
  }
}
