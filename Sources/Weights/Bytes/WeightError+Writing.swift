import Files

extension WeightError {
  /// Why a file at `path` could not be written.
  init(_ error: SystemError, writing path: String) {
    self.init(error.isFull ? .diskFull : .unwritable(reason: error.words), file: path)
  }
}
