import ArgumentParser
import Foundation
import Localization

/// What a command line asks for.
package enum Understanding {
  case command(any ParsableCommand)
  case help(String)
  /// It was not understood.
  case complaint(ParserComplaint)

  fileprivate var isCommand: Bool { if case .command = self { true } else { false } }
  fileprivate var isComplaint: Bool { if case .complaint = self { true } else { false } }
}

extension ParsableCommand {
  /// What `arguments` ask of this command and those below it.
  ///
  /// Options may stand before the command that they belong to: `--lang en claims` is `claims --lang en`.
  package static func understanding(of arguments: [String]) -> Understanding {
    let asTyped = parsed(arguments)
    guard !asTyped.isCommand else { return asTyped }
    let isReordered = arguments.first?.hasPrefix("-") == true
    let reordered = arguments.indices.filter { isReordered && commandNames.contains(arguments[$0]) }.map { index in
      parsed([arguments[index]] + arguments[..<index] + arguments[(index + 1)...])
    }
    if let understood = reordered.first(where: { !$0.isComplaint }) { return understood }
    let rest = withoutLanguage(arguments)
    switch asTyped {
    // The language is that of the help, and asks for no command of its own.
    case .help where rest == ["-h"] || rest == ["--help"]: return parsed(rest)
    case .help, .command: return asTyped
    case .complaint(.unknownOption("--lang", nearest: _)) where rest != arguments:
      return reordered.first ?? parsed(rest)
    case .complaint: return reordered.first ?? asTyped
    }
  }

  private static func withoutLanguage(_ arguments: [String]) -> [String] {
    var rest = arguments.filter { !Language.names.map { "--lang=" + $0 }.contains($0) }
    if let index = rest.firstIndex(of: "--lang"), index + 1 < rest.count, Language.names.contains(rest[index + 1]) {
      rest.removeSubrange(index...index + 1)
    }
    return rest
  }

  private static func parsed(_ arguments: [String]) -> Understanding {
    do {
      var command = try parseAsRoot(arguments)
      // Asked for help as a command of its own, or for no command, the parser answers with one that prints help.
      if !configuration.subcommands.contains(where: { $0 == type(of: command) }) { try command.run() }
      return .command(command)
    } catch {
      guard exitCode(for: error).isSuccess else {
        return .complaint(ParserComplaint(message(for: error), commands: commandNames))
      }
      return .help(fullMessage(for: error))
    }
  }

  /// The names of the commands below it.
  package static var commandNames: [String] { configuration.subcommands.compactMap { $0.configuration.commandName } }

  /// The command that the process was started with, understood but not yet run.
  ///
  /// Asked for help, or not understanding a word, it says so in the reader's language and ends the process.
  ///
  /// - Parameters:
  ///   - name: what the reader typed to start it.
  ///   - arguments: what the reader typed behind it.
  package static func understood(
    as name: String = ProcessInfo.processInfo.processName,
    _ arguments: [String] = Array(CommandLine.arguments.dropFirst())
  ) -> any ParsableCommand {
    StandardStreams.requireOpen()
    switch understanding(of: arguments) {
    case .command(let command): return command
    case .help(let text):
      StandardStreams.print(text)
      Foundation.exit(0)
    case .complaint(let complaint):
      let summary = Bilingual(
        ko: "명령을 실행하지 않았습니다. 다음 줄이 가리키는 곳을 고쳐 다시 실행하십시오.",
        en: "Nothing was run. Mend what the next line points at, and run it again.")
      // The options of the command that was meant: the one that was typed, or the one that needs no typing.
      let typed = arguments.first(where: commandNames.contains)
      let meant = (typed ?? configuration.defaultSubcommand?.configuration.commandName).map { " help \($0)" }
      let help = name + (meant ?? " --help")
      let more = Bilingual(ko: "쓸 수 있는 명령과 값: \(help)", en: "What can be typed: \(help)")
      StandardStreams.complain([summary, complaint.message, more].map { $0[.ofThisProcess] }.joined(separator: "\n"))
      Foundation.exit(ExitStatus.usage)
    }
  }
}
