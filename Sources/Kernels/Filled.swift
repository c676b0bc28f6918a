/// An array of `count` numbers that is written once: `write` gets memory that holds anything, and overwrites all of it.
@inlinable
public func filled<Number: BitwiseCopyable>(_ count: Int, _ write: (inout MutableSpan<Number>) -> Void) -> [Number] {
  [Number](unsafeUninitializedCapacity: count) { buffer, initialized in
    var span = UnsafeMutableBufferPointer(rebasing: buffer[..<count]).mutableSpan
    write(&span)
    initialized = count
  }
}
