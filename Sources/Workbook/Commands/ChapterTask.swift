import ArgumentParser
import Console

/// One of a chapter's commands, understood.
protocol ChapterSubcommand<Parameters>: ParsableCommand {
  associatedtype Parameters: ChapterParameters

  var task: ChapterTask { get }
  /// The parameters that the reader chose; nil where the command leaves no choice.
  var chosen: Parameters? { get }
}

/// What the command line asks of a chapter.
enum ChapterTask {
  case read(ReadOptions)
  case figures(DrawOptions)
  case claims(ListOptions)
  case values(ListOptions)
  case weave(WeaveOptions)

  var options: any CommonOptions {
    switch self {
    case .read(let options): options
    case .figures(let options): options
    case .claims(let options), .values(let options): options
    case .weave(let options): options
    }
  }
}
