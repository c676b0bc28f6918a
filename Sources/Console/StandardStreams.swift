import Files
import Foundation
import Localization

/// Standard output and standard error, and what is known of the terminal behind them.
package enum StandardStreams {
  /// Prints `text` to standard output.
  ///
  /// A reader who has seen enough (`| head -1`) ends the process quietly; an output that takes nothing more is an error.
  package static func print(_ text: String) {
    write(Array((text + "\n").utf8), to: .output)
  }

  /// Prints one message to standard error.
  package static func complain(_ text: String) {
    write(Array((text + "\n").utf8), to: .error)
  }

  /// Prints to standard error as it is, without an end of line.
  static func tell(_ text: String) {
    write(Array(text.utf8), to: .error)
  }

  private static func write(_ bytes: [UInt8], to stream: Stream) {
    do { try send(bytes, to: stream) } catch { exit(ExitStatus.readerLeft) }
  }

  package enum Stream: Sendable { case output, error }

  /// Writes all bytes, or throws where nobody reads them any more.
  package static func send(_ bytes: [UInt8], to stream: Stream) throws(ReaderLeft) {
    let descriptor = stream == .output ? STDOUT_FILENO : STDERR_FILENO
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if errno == EPIPE {
        throw ReaderLeft()
      } else if errno != EINTR {
        giveUp(descriptor, errno)
      }
    }
  }

  /// Ends the process where standard output is closed: the next file to be opened would take its place.
  package static func requireOpen() {
    if fcntl(STDOUT_FILENO, F_GETFD) == -1 { giveUp(STDOUT_FILENO, errno) }
  }

  private static func giveUp(_ descriptor: Int32, _ code: Int32) -> Never {
    if descriptor == STDOUT_FILENO {
      let reason = SystemError(code: code).reason
      complain(
        Bilingual(
          ko: "표준 출력에 쓸 수 없습니다(\(reason.ko)). 출력을 받을 곳이 열려 있는지, 공간이 남았는지 확인하십시오.",
          en: "Cannot write to standard output (\(reason.en)). Check that what takes it is open and has space left."
        )[.ofThisProcess])
    }
    exit(ExitStatus.failure)
  }
}

/// Whoever read standard output has seen enough: `| head -1`.
package struct ReaderLeft: Error {}

/// How the commands end.
package enum ExitStatus {
  /// Something asked for was not done.
  package static let failure: Int32 = 1
  /// The command line was not understood (`EX_USAGE`).
  package static let usage: Int32 = 64
  /// The reader closed the pipe: what a process ended by `SIGPIPE` reports.
  package static let readerLeft: Int32 = 141
}
