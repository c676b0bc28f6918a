import Foundation
import Plotting

/// Looks at a scene while it is being made: writes `<name>.png` into the folder that the environment variable
/// `FIGURE_PREVIEWS` names, and does nothing where it names none. For tests, so that a figure can be seen without a chapter.
///
/// ```
/// FIGURE_PREVIEWS=/tmp/figures swift test --filter LineTests
/// ```
package func preview(_ scene: Scene, _ name: String, scale: Double = 1) throws {
  guard let folder = ProcessInfo.processInfo.environment["FIGURE_PREVIEWS"] else { return }
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  let png = try SceneRenderer().png(scene, scale: scale)
  try Data(png).write(to: URL(fileURLWithPath: folder).appendingPathComponent(name + ".png"), options: .atomic)
}
