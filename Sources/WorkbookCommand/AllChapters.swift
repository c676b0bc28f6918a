import ArgumentParser
import Console
import Localization

/// `swift run workbook …`: all chapters at once.
@main
struct AllChapters: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "workbook",
      abstract: Bilingual(
        ko: "초점 손실 실행형 교재의 모든 장에 한꺼번에 명령을 내립니다.",
        en: "Commands for all chapters of the focal loss workbook at once.")[.ofThisProcess],
      subcommands: [FiguresOfAll.self, WeaveAll.self, Doctor.self])
  }

  static func main() async {
    await Interruption.cancelling {
      do {
        var command = understood()
        if var command = command as? any AsyncParsableCommand {
          try await command.run()
        } else {
          try command.run()
        }
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
}
