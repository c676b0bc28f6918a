import Foundation

/// The folder in which a program of this package lies, and into which its sisters are built: `<scratch>/<triple>/<configuration>`.
package struct BuildFolder: Sendable {
  private let folder: URL

  package init(_ folder: URL) { self.folder = folder }

  package static func ofThisProcess() throws(SisterError) -> BuildFolder {
    guard let executable = Bundle.main.executableURL else { throw .unknownBuildFolder }
    return BuildFolder(executable.resolvingSymlinksInPath().deletingLastPathComponent())
  }

  /// Where a product lies when it is built.
  package func path(of product: String) -> String { folder.appending(path: product).path }

  /// What `swift` is told to build a product here; it then says something only where that fails.
  ///
  /// - Parameter repository: the root of the package.
  package func words(building product: String, of repository: String) -> [String] {
    let scratch = folder.deletingLastPathComponent().deletingLastPathComponent().path
    return [
      "build", "--package-path", repository, "--scratch-path", scratch, "-c", folder.lastPathComponent.lowercased(),
      "--product", product, "--quiet",
    ]
  }
}
