import Foundation
import Literate
import PNGCoding
import Plotting

/// The images of the exercises' words: for pages as pixels, and for Markdown as files that lie beside it.
struct HandoutImages: Sendable {
  /// Where the words lie, and where the images are found from there.
  let folders: [URL]

  /// - Parameter folders: those of the chapters, in which addresses are looked up.
  init(folders: [URL]) { self.folders = folders }

  /// The folder beside the sheets' own.
  static let folder = "figures"

  private func file(_ address: String) -> URL? {
    guard !address.contains("://"), address.lowercased().hasSuffix(".png") else { return nil }
    return folders.lazy.map { $0.appending(path: address).standardizedFileURL }
      .first { FileManager.default.fileExists(atPath: $0.path) }
  }

  /// The pixels of an image of the words.
  func pixels(_ address: String) -> PixelImage? {
    guard let file = file(address), let data = try? Data(contentsOf: file), let grid = try? decodePNG([UInt8](data))
    else { return nil }
    return PixelImage(width: grid.width, height: grid.height, rgba: grid.rgba)
  }

  /// Markdown whose images lie in `figures` of the session, and the files that have to be there, by name.
  ///
  /// - Parameter way: from the Markdown's folder to the session's: `../` or nothing.
  func moved(_ markdown: String, way: String) -> (markdown: String, files: [String: URL]) {
    var text = markdown
    var files: [String: URL] = [:]
    for address in Document(markdown: markdown).images {
      guard let file = file(address) else { continue }
      files[file.lastPathComponent] = file
      for (before, after) in [("](", ")"), ("](<", ">)")] {
        text = text.replacing(before + address + after, with: "](<\(way)\(Self.folder)/\(file.lastPathComponent)>)")
      }
    }
    return (text, files)
  }
}
