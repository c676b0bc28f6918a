import Detection
import DrawnShapes
import Images
import Kernels
import Layers
import Tensors
import Weights

// A trained detector of shapes as a file small enough to be kept beside a chapter: 16 bits a number, half a megabyte.

extension RetinaNet<Float> {
  /// Writes parameters and running statistics with 16 bits each, under torchvision's names.
  ///
  /// - Parameter notes: texts that the file carries: where the weights come from.
  /// - Throws: `ShapeTrainingError.file`; an older file then stays as it was.
  public func writeHalves(to path: String, notes: [String: String] = [:]) throws(ShapeTrainingError) {
    let own = DetectorNotes.shapes.texts.merging(["format": "pt"]) { $1 }
    var file = SafetensorsWriter(metadata: notes.merging(own) { $1 })
    for (name, tensor) in network.tensors { file.add(half: name, tensor) }
    do throws(WeightError) { try file.write(to: path) } catch { throw .file(error) }
  }

  /// The detector of shapes with the weights of a file.
  ///
  /// - Throws: `ShapeTrainingError.file` where the file cannot be read, or does not have this detector's tensors.
  public init(shapesFrom path: String) throws(ShapeTrainingError) {
    self.init(.shapes, start: .zeros)
    do throws(WeightError) { try load(WeightFile(at: path)) } catch { throw .file(error) }
  }
}

extension DetectorNotes {
  /// What `chapter7 detect` has to know to detect with such a file: the classes, and that pictures are 128 × 128 with numbers
  /// from −2 to 2.
  static let shapes = DetectorNotes(
    of: .shapes, rule: ResizeRule(shorterSide: ShapeScene.side, longerSide: 2 * ShapeScene.side),
    scale: ColourScale(mean: [0.5, 0.5, 0.5], deviation: [0.25, 0.25, 0.25]), classes: ShapeClass.allCases.map(\.name))
}
