/// Reads a pickle of tensors. A pickle is a program for a small stack machine; of its instructions only those are known that
/// `torch.save` writes for tensors in dictionaries and lists, and the few names in `PickleCallable`. Nothing is ever run.
///
/// - Source: CPython, *Lib/pickletools.py*, protocols 2 – 5; PyTorch, *torch/_weights_only_unpickler.py*.
struct PickleReader {
  var cursor: ByteCursor
  var heap: [PickleObject] = []
  var stack: [PickleValue] = []
  var marks: [Int] = []
  var memo: [Int: PickleValue] = [:]
  /// Where the bytes of a storage with this key lie.
  let storageRange: (String) throws(WeightError) -> Range<Int>

  /// So many objects, remembered values, or values on the stack at most: those of 65,000 tensors, in some ten megabytes.
  static let limit = 1 << 19

  init(_ cursor: ByteCursor, storageRange: @escaping (String) throws(WeightError) -> Range<Int>) {
    (self.cursor, self.storageRange) = (cursor, storageRange)
  }

  /// Follows the instructions to the end, and gives the value that is left.
  mutating func read() throws(WeightError) -> PickleValue {
    while true {
      let start = cursor
      let opcode = try cursor.byte()
      if opcode == UInt8(ascii: ".") { return try pop() }
      do throws(WeightError) {
        try perform(opcode)
      } catch {
        throw error.place == nil ? start.error(error.problem) : error
      }
    }
  }

  private mutating func perform(_ opcode: UInt8) throws(WeightError) {
    switch opcode {
    // Plain values
    case UInt8(ascii: "N"): try push(.none)
    case 0x88: try push(.bool(true))
    case 0x89: try push(.bool(false))
    case UInt8(ascii: "K"): try push(.integer(cursor.count(UInt8.self)))
    case UInt8(ascii: "M"): try push(.integer(cursor.count(UInt16.self)))
    case UInt8(ascii: "J"): try push(.integer(Int(cursor.number(Int32.self))))
    case 0x8A: try push(.integer(longInteger()))
    case UInt8(ascii: "G"):
      try cursor.take(8)
      try push(.fraction)
    case 0x8C: try push(.text(cursor.text(cursor.count(UInt8.self))))
    case UInt8(ascii: "X"): try push(.text(cursor.text(cursor.count(UInt32.self))))
    case 0x8D: try push(.text(cursor.text(cursor.count(UInt64.self))))

    // What holds values
    case UInt8(ascii: "]"): try make(.list([]))
    case UInt8(ascii: ")"): try make(.list([]))
    case UInt8(ascii: "}"): try make(.dictionary([]))
    case 0x85...0x87: try make(.list(pop(Int(opcode) - 0x84)))
    case UInt8(ascii: "t"): try make(.list(popToMark()))
    case UInt8(ascii: "a"): try append(pop(1))
    case UInt8(ascii: "e"): try append(popToMark())
    case UInt8(ascii: "s"): try insert(pop(2))
    case UInt8(ascii: "u"): try insert(popToMark())

    // The machine
    case 0x80:
      guard try cursor.byte() <= 5 else { throw failure(.opcode(opcode)) }
    case 0x95: try cursor.take(8)
    case UInt8(ascii: "("):
      guard marks.count < Self.limit else { throw failure(.tooLarge) }
      marks.append(stack.count)
    case UInt8(ascii: "0"): _ = try pop()
    case UInt8(ascii: "1"): _ = try popToMark()
    case UInt8(ascii: "2"): try push(top())
    case UInt8(ascii: "q"): try remember(cursor.count(UInt8.self))
    case UInt8(ascii: "r"): try remember(cursor.count(UInt32.self))
    case 0x94: try remember(memo.count)
    case UInt8(ascii: "h"): try recall(cursor.count(UInt8.self))
    case UInt8(ascii: "j"): try recall(cursor.count(UInt32.self))

    // Names and calls
    case UInt8(ascii: "c"): try push(callable(module: cursor.line(), name: cursor.line()))
    case UInt8(ascii: "i"): throw refusal(module: try cursor.line(), name: try cursor.line())
    case 0x93: try push(callableFromStack())
    case UInt8(ascii: "R"): try call()
    case UInt8(ascii: "b"): try build()
    case UInt8(ascii: "Q"): try make(.storage(storage(pop())))
    default: throw failure(.opcode(opcode))
    }
  }

  /// A whole number of up to 8 bytes, the lowest first; the last one has the sign.
  private mutating func longInteger() throws(WeightError) -> Int {
    let count = try cursor.count(UInt8.self)
    guard count <= 8 else { throw failure(.hugeNumber) }
    var number = 0, byte: UInt8 = 0
    for place in 0..<count {
      byte = try cursor.byte()
      number |= Int(byte) << (8 * place)
    }
    return byte >= 0x80 && count < 8 ? number - (1 << (8 * count)) : number
  }

  /// An error at the instruction's place, which `read` adds.
  func failure(_ damage: WeightError.Damage) -> WeightError { failure(.damaged(damage)) }
  func failure(_ problem: WeightError.Problem) -> WeightError { WeightError(problem, file: cursor.file.path) }
}
