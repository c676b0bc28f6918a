import CairoRendering
import Console
import Files
import Foundation
import Localization
import Plotting
import Synchronization

/// Draws figures into files, on all cores.
struct FigureWriter: Sendable {
  var folder: String
  var format = FigureFormat.png
  var size = Size.slide
  var scale = 1.0
  var theme = Theme.light
  var background = SceneBackground.theme

  /// `lossCurves.ko.png`
  static func fileName(_ figure: Figure, _ language: Language, _ format: FigureFormat) -> String {
    "\(figure.name).\(language.rawValue).\(format.rawValue)"
  }

  /// Where a figure is written.
  func path(of figure: Figure, _ language: Language) -> String {
    (folder.hasSuffix("/") ? folder : folder + "/") + Self.fileName(figure, language, format)
  }

  /// Draws figures. Nothing is written unless all of them could be drawn.
  ///
  /// - Returns: the paths, in the order of `jobs`.
  func write(_ jobs: [(figure: Figure, language: Language)]) throws -> [String] {
    guard !jobs.isEmpty else { return [] }
    let renderer = try SceneRenderer()
    let results = Mutex<[Result<[UInt8], any Error>?]>(Array(repeating: nil, count: jobs.count))
    DispatchQueue.concurrentPerform(iterations: jobs.count) { index in
      let result = Result { try bytes(of: jobs[index].figure, jobs[index].language, renderer) }
      results.withLock { $0[index] = result }
    }
    let drawn = try results.withLock { try $0.compactMap { try $0?.get() } }
    var paths: [String] = []
    for (job, bytes) in zip(jobs, drawn) {
      let path = path(of: job.figure, job.language)
      do throws(FileError) { try AtomicFile.write(bytes, to: path) } catch { throw UnwrittenFigure(error) }
      paths.append(path)
    }
    return paths
  }

  private func bytes(of figure: Figure, _ language: Language, _ renderer: SceneRenderer) throws -> [UInt8] {
    let scene = try figure.scene(
      size: size, theme: theme, background: background, language: language, measurer: PangoMeasurer())
    switch format {
    case .png:
      return try renderer.png(scene, scale: scale, comments: [Self.digestKey: try Self.digest(of: figure, language)])
    case .svg: return try renderer.svg(scene)
    case .pdf: return try renderer.pdf(scene)
    }
  }
}

/// A figure that could not be written where it should.
struct UnwrittenFigure: BilingualError {
  let cause: FileError

  init(_ cause: FileError) { self.cause = cause }

  var message: Bilingual {
    Bilingual(
      ko: cause.message.ko + " --out으로 다른 곳을 고를 수 있습니다.", en: cause.message.en + " --out chooses another place.")
  }
}

// MARK: - Digests

extension FigureWriter {
  /// The name under which a PNG says which scene it shows.
  static let digestKey = "Scene-Digest"

  /// The digest of a figure as it is committed, laid out with nominal letters: the same on every machine.
  static func digest(of figure: Figure, _ language: Language) throws(PlottingError) -> String {
    try figure.scene(language: language, measurer: NominalMeasurer()).digest
  }

  /// What the PNG at `path` says; nil where there is none, or where it says nothing.
  static func digest(ofFileAt path: String) -> String? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    return (try? PNGMetadata.comments(of: [UInt8](data)))?[digestKey]
  }
}
