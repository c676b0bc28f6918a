/// An array of `count` numbers that is written once: `write` gets memory that holds anything, and overwrites all of it.
public func filled(_ count: Int, _ write: (inout MutableSpan<Float>) -> Void) -> [Float] {
  [Float](unsafeUninitializedCapacity: count) { buffer, initialized in
    var span = UnsafeMutableBufferPointer(rebasing: buffer[..<count]).mutableSpan
    write(&span)
    initialized = count
  }
}
