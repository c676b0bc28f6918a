extension WeightFile.Format {
  /// What the first bytes say; for what is neither form, what it is instead and what to do.
  init(of file: MappedFile) throws(WeightError) {
    func begins(with bytes: some Sequence<UInt8>, at place: Int = 0) -> Bool {
      let bytes = Array(bytes)
      guard file.count >= place + bytes.count else { return false }
      return file.withBytes(in: place..<place + bytes.count) { $0.elementsEqual(bytes) }
    }
    if begins(with: "PK\u{3}\u{4}".utf8) {
      self = .torch
    } else if begins(with: "{".utf8, at: 8) {
      self = .safetensors
    } else {
      let isPickle = (UInt8(0)...5).contains { begins(with: [0x80, $0]) }
      guard !isPickle, !begins(with: "ustar".utf8, at: 257) else { throw WeightError(.oldForm, file: file.path) }
      let known: [(Lookalike, [UInt8])] = [
        (.webPage, Array("<".utf8)), (.pointer, Array("version https://git-lfs".utf8)), (.gzip, [0x1F, 0x8B]),
        (.hdf5, [0x89, 0x48, 0x44, 0x46]),
      ]
      let first = file.withBytes(in: 0..<min(file.count, 8)) { Array($0) }
      let lookalike = known.first { begins(with: $0.1) }?.0 ?? (first.isEmpty ? .empty : .unknown(first))
      throw WeightError(.notWeights(lookalike), file: file.path)
    }
  }

  private typealias Lookalike = WeightError.Lookalike
}
