import Foundation
import Localization

/// Tells the reader of an error in their language and ends the process.
package func giveUp(_ error: any BilingualError, _ language: Language) -> Never {
  StandardStreams.complain(error.message[language])
  exit(ExitStatus.failure)
}
