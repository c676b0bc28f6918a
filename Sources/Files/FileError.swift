import Localization

/// A file that could not be read or written.
package enum FileError: BilingualError {
  case cannotRead(String, SystemError)
  case cannotWrite(String, SystemError)

  package var message: Bilingual {
    switch self {
    case .cannotRead(let path, let error): error.whenReading.map { "\(path): \($0)" }
    case .cannotWrite(let path, let error): error.whenWriting.map { "\(path): \($0)" }
    }
  }
}
