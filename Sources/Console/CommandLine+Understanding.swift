import ArgumentParser
import Foundation
import Localization

/// What a command line asks for.
package enum Understanding {
  case command(any ParsableCommand)
  case help(String)
  /// It was not understood.
  case complaint(ParserComplaint)
}

extension ParsableCommand {
  /// What `arguments` ask of this command and those below it.
  ///
  /// Options may stand before the command that they belong to: `--lang en claims` is `claims --lang en`.
  package static func understanding(of arguments: [String]) -> Understanding {
    let asTyped = parsed(arguments)
    guard case .complaint = asTyped, arguments.first?.hasPrefix("-") == true else { return asTyped }
    let reordered = arguments.indices.filter { commandNames.contains(arguments[$0]) }.map { index in
      parsed([arguments[index]] + arguments[..<index] + arguments[(index + 1)...])
    }
    return reordered.first { if case .complaint = $0 { false } else { true } } ?? reordered.first ?? asTyped
  }

  private static func parsed(_ arguments: [String]) -> Understanding {
    do {
      var command = try parseAsRoot(arguments)
      // Asked for help as a command of its own, the parser answers with a command that prints it.
      if !commands.contains(where: { $0 == type(of: command) }) { try command.run() }
      return .command(command)
    } catch {
      guard exitCode(for: error).isSuccess else {
        return .complaint(ParserComplaint(message(for: error), commands: commandNames))
      }
      return .help(fullMessage(for: error))
    }
  }

  /// This command and those below it.
  private static var commands: [any ParsableCommand.Type] { [Self.self] + configuration.subcommands }

  /// The names of the commands below it.
  package static var commandNames: [String] { configuration.subcommands.compactMap { $0.configuration.commandName } }

  /// The command that the process was started with, understood but not yet run.
  ///
  /// Asked for help, or not understanding a word, it says so in the reader's language and ends the process.
  package static func understood() -> any ParsableCommand {
    StandardStreams.requireOpen()
    switch understanding(of: Array(CommandLine.arguments.dropFirst())) {
    case .command(let command): return command
    case .help(let text):
      StandardStreams.print(text)
      Foundation.exit(0)
    case .complaint(let complaint):
      let summary = Bilingual(
        ko: "명령을 실행하지 않았습니다. 다음 줄이 가리키는 곳을 고쳐 다시 실행하십시오.",
        en: "Nothing was run. Mend what the next line points at, and run it again.")
      let help = "\(ProcessInfo.processInfo.processName) --help"
      let more = Bilingual(ko: "쓸 수 있는 명령과 값: \(help)", en: "What can be typed: \(help)")
      StandardStreams.complain([summary, complaint.message, more].map { $0[.ofThisProcess] }.joined(separator: "\n"))
      Foundation.exit(ExitStatus.usage)
    }
  }
}
