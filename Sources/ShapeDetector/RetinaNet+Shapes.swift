import Detection
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
    var file = SafetensorsWriter(metadata: notes.merging(["format": "pt"]) { $1 })
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
