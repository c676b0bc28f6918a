import CairoRendering
import Console
import Foundation
import Literate
import Localization
import Plotting

extension Page {
  /// `read`: draws what is not yet drawn, then prints the chapter with its figures.
  ///
  /// A chapter can be read without its figures: what keeps them from being drawn is said at the end.
  func read(_ options: ReadOptions) throws {
    let language = options.language.language
    let terminal = Terminal.current()
    let weaver = try weaver()
    guard let page = weaver.page(language) else { return }
    let problem = drawMissingFigures(in: language)

    let layout = options.layout
    let pictures = layout.plain || problem != nil ? nil : terminal.pictures
    let folder = ownWriter.folder
    let columns = min(layout.width ?? terminal.width, terminal.width)
    let reader = layout.reader(terminal) { figure in
      guard let pictures, let name = figure.name,
        let png = FileManager.default.contents(atPath: "\(folder)/\(name).\(language.rawValue).png")
      else { return nil }
      return pictures.show(png: [UInt8](png), columns: columns) + "\n" + figure.title
    }
    if !usesDefaults { StandardStreams.print(claimSummary[language] + "\n") }
    StandardStreams.print(reader.read(page))
    if let problem { StandardStreams.complain(problem.message[language]) }
  }

  /// Draws the figures of this run in `language`; committed ones only where they are not of today's scene.
  ///
  /// - Returns: what kept them from being drawn.
  private func drawMissingFigures(in language: Language) -> (any BilingualError)? {
    do {
      let stale = usesDefaults ? try staleFigures(of: figures, in: [language]) : figures.map { ($0, language) }
      _ = try ownWriter.write(stale)
      return nil
    } catch let error as any BilingualError {
      return error
    } catch {
      fatalError("an error that speaks to nobody: \(error)")
    }
  }
}
