import CairoRendering
import Console
import Foundation
import Literate
import Localization
import Plotting

extension Page {
  /// `figures`: draws what was asked for, in the language asked for or in both, and prints the paths.
  func draw(_ options: DrawOptions) throws {
    let chosen = try figures(named: options.names)
    if options.list {
      for figure in chosen {
        let seen = SlidePicture.seenAs(figure.name, inChapter: chapter.number).map { $0[options.language.language] }
        let slides = seen.isEmpty ? "" : "  [" + seen.joined(separator: ", ") + "]"
        StandardStreams.print("\(figure.name)\(slides)  \(figure.title[options.language.language].plainTitle)")
      }
      return
    }
    let isCommitted = options.areCommittedForm && usesDefaults
    let folder = options.out ?? chapter.repository.path(isCommitted ? chapter.figures : chapter.playFigures)
    let writer = FigureWriter(
      folder: folder, format: options.format, size: options.size.size, scale: options.scale,
      theme: options.theme == .dark ? .dark : .light,
      background: options.background == .transparent ? .transparent : .theme)
    let languages = options.language.lang.map { [$0] } ?? Language.allCases
    let jobs = chosen.flatMap { figure in languages.map { (figure: figure, language: $0) } }
    // Committed figures of today's scene stay as they are: another machine's fonts would only change their bytes.
    _ = try writer.write(isCommitted ? staleFigures(of: chosen, in: languages) : jobs)
    for job in jobs { StandardStreams.print(writer.path(of: job.figure, job.language)) }
  }

  private func figures(named names: [String]) throws(FigureNameError) -> [Figure] {
    guard !names.isEmpty else { return figures }
    var chosen: [Figure] = []
    for name in names {
      guard let figure = figures.first(where: { $0.name == name }) else {
        throw FigureNameError(name: name, known: figures.map(\.name))
      }
      if !chosen.contains(where: { $0.name == name }) { chosen.append(figure) }
    }
    return chosen
  }

  /// The committed figures that are not of today's scene, or not there.
  func staleFigures(
    of figures: [Figure], in languages: [Language]
  ) throws(PlottingError) -> [(figure: Figure, language: Language)] {
    var stale: [(figure: Figure, language: Language)] = []
    for figure in figures {
      for language in languages {
        let path = chapter.repository.path("\(chapter.figures)/\(FigureWriter.fileName(figure, language, .png))")
        if FigureWriter.digest(ofFileAt: path) != (try FigureWriter.digest(of: figure, language)) {
          stale.append((figure, language))
        }
      }
    }
    return stale
  }

  /// The writer of figures as they are committed, or of those that a changed parameter makes.
  var ownWriter: FigureWriter {
    FigureWriter(folder: chapter.repository.path(usesDefaults ? chapter.figures : chapter.playFigures))
  }
}

/// A figure that the chapter does not have.
struct FigureNameError: BilingualError {
  let name: String
  let known: [String]

  var message: Bilingual {
    let nearest = nearestName(to: name, among: known)
    let list = known.joined(separator: ", ")
    return Bilingual(
      ko: "‘\(name)’이라는 그림은 이 장에 없습니다." + (nearest.map { " ‘\($0)’을(를) 뜻하셨습니까?" } ?? "") + " 이 장의 그림: \(list)",
      en: "This chapter has no figure “\(name)”." + (nearest.map { " Did you mean “\($0)”?" } ?? "")
        + " Its figures: \(list)")
  }
}

extension String {
  /// A title without the marks of formulas and line breaks, for lists.
  var plainTitle: String {
    replacingOccurrences(of: "$", with: "").replacingOccurrences(of: "\n", with: " ")
  }
}

extension FigureSize {
  var size: Size { Size(width: Double(width), height: Double(height)) }
}
