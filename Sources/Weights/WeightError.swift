import Files
import Localization

/// Why a file of weights cannot be used: which file, where in it, what is wrong, and the next step.
///
/// `resnet50.pth (data.pkl, byte 13): calls os.system: refused, nothing was run. …`
public struct WeightError: BilingualError, Equatable {
  public let problem: Problem
  /// The file's path.
  public let file: String
  public let place: Place?

  package init(_ problem: Problem, file: String, place: Place? = nil) {
    (self.problem, self.file, self.place) = (problem, file, place)
  }

  /// Where in the file.
  public enum Place: Equatable, Sendable {
    /// So many bytes behind the beginning of a part: `header`, `data.pkl`.
    case byte(Int, of: String)
    /// In a tensor, or a file within the file.
    case named(String)
  }

  public enum Problem: Equatable, Sendable {
    // The file
    case unreadable(SystemError)
    case unwritable(SystemError)
    /// A folder, a pipe, a device.
    case notAFile
    /// Neither `.safetensors` nor `.pth`.
    case notWeights(Lookalike)

    // Its contents
    case damaged(Damage)
    /// PyTorch's form before version 1.6.
    case oldForm
    /// The pickle names something that a tensor does not need.
    case refused(String)
    case compressed
    case bigEndian
    case unknownType(String)
    case noWeights

    // What is asked of it
    case noTensor(nearest: String?)
    case notWhole(ElementType)
    case doesNotFit(WeightMatch)
    /// A classifier's, where a detector is asked for.
    case classifier
  }

  /// What else a file may be.
  public enum Lookalike: Equatable, Sendable {
    case empty, webPage, pointer, hdf5, gzip
    /// Its first bytes.
    case unknown([UInt8])
  }

  /// What is wrong with the bytes.
  public enum Damage: Error, Equatable {
    case endsEarly, hugeNumber, notText
    // .safetensors
    case headerLength(UInt64, of: Int)
    case unexpected(UInt8, Expected)
    case duplicate(String)
    case gap(at: Int)
    case length(Int, expected: Int)
    // Tensors
    case shape([Int]), strides, beyondStorage, tooManyNumbers
    // Zip
    case noDirectory, directory, overlap, noRecord(String)
    // Pickle
    case opcode(UInt8), operand, tooLarge, tooDeep, endless
  }

  /// What should have stood in a header of `.safetensors` where something else does.
  public enum Expected: Equatable, Sendable {
    case object, array, string, wholeNumber, colon, comma, escape, field, end
  }
}
