import Foundation

/// Asks the functions of a submission, in its own process. What they are asked comes on standard input; what they answer goes to
/// where standard output went at first.
///
/// ```
/// 3.2 1            →  ready closed
/// 0.9 1 0.75       →  answer 0.026340128914456572
/// ```
public enum Calls {
  public typealias Asked = QuestionReader
  public typealias Answer = [Double]

  public static func serve(_ calls: [String: (inout Asked) throws -> Answer]) -> Never {
    // All questions are read before anything of the submission runs: it cannot take them away, nor see what is right.
    let lines = String(decoding: input(), as: UTF8.self).split(separator: "\n")
    let answers = dup2(STDOUT_FILENO, channel)
    dup2(STDERR_FILENO, STDOUT_FILENO)
    guard let name = lines.first, let call = calls[String(name)] else { exit(2) }
    write(Filter.install() ? "ready closed" : "ready open", to: answers)
    for line in lines.dropFirst() { write(answer(to: line, by: call), to: answers) }
    write("done", to: answers)
    fflush(nil)
    _exit(0)
  }

  /// Far above the files that a program opens.
  private static let channel: Int32 = 99

  private static func answer(to line: Substring, by call: (inout Asked) throws -> Answer) -> String {
    var question = Asked(line.split(separator: " ").compactMap { Double($0) })
    do {
      return "answer " + (try call(&question)).map(\.description).joined(separator: " ")
    } catch {
      let words = "\(error)".split(whereSeparator: \.isNewline).joined(separator: " ")
      return "threw " + words.prefix(200)
    }
  }

  /// Everything on standard input. `FileHandle` would make the program seven times as large, and slow to link.
  private static func input() -> [UInt8] {
    var input: [UInt8] = []
    while true {
      let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        count = max(0, read(STDIN_FILENO, buffer.baseAddress, buffer.count))
      }
      guard !piece.isEmpty else { return input }
      input += piece
    }
  }

  private static func write(_ line: String, to file: Int32) {
    var bytes = Array((line + "\n").utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { _exit(3) }
      bytes = bytes.dropFirst(count)
    }
  }
}
