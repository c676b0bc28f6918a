import ArgumentParser
import Foundation
import Localization

/// Tells the reader of an error in their language and ends the process.
package func giveUp(_ error: any BilingualError, _ language: Language) -> Never {
  StandardStreams.complain(error.message[language])
  exit(ExitStatus.failure)
}

extension ParsableCommand {
  /// Runs the command, tells what it throws in the reader's language, and returns the status to end with.
  package func outcome() async -> Int32 {
    do {
      var command: any ParsableCommand = self
      if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
      return 0
    } catch is ReaderLeft {
      return ExitStatus.readerLeft
    } catch let status as ExitCode {
      return status.rawValue
    } catch let error as any BilingualError {
      StandardStreams.complain(error.message[.ofThisProcess])
    } catch  where !Task.isCancelled {
      StandardStreams.complain("\(error)")
    } catch {}
    return ExitStatus.failure
  }
}
