import ArgumentParser
import Console
import Foundation
import Localization

/// `chapter3 watch [3.2]`
struct WatchCommand: ExerciseCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "watch",
      abstract: Bilingual(
        ko: "Exercises.swift나 answers.txt를 저장할 때마다 다시 채점합니다. Ctrl-C로 끝냅니다.",
        en: "Grade again on each save of Exercises.swift or answers.txt, until Ctrl-C.")[.ofThisProcess])
  }

  @Argument(help: .init(ko: "문제의 번호 (3.2). 말하지 않으면 모두", en: "the exercise's number (3.2); all where not said"))
  var exercise: String?
  @OptionGroup var options: ExerciseOptions

  func work(in room: Workroom) async throws -> Int32 {
    let asked = try exercise.map { try room.exercise($0) }
    let files = [room.codeFile, room.answerFile]
    room.printer.say(
      Bilingual(
        ko: files.joined(separator: "\n") + "\n저장하면 다시 채점합니다. Ctrl-C로 끝냅니다.\n",
        en: files.joined(separator: "\n") + "\nGraded again on each save. Ctrl-C ends this.\n"))
    var seen: [FileStamp?]
    repeat {
      seen = files.map { FileStamp($0) }
      do {
        if let asked { _ = try await room.check(asked) } else { _ = try await room.checkAll() }
      } catch let error as any BilingualError { StandardStreams.complain(error.message[room.language]) }
    } while await FileStamp.change(of: files, from: seen)
    return 0
  }
}

/// What changes when a file is saved, in place or by another that takes its name.
struct FileStamp: Hashable {
  private let modified: Double
  private let size: Int
  private let number: UInt64

  /// Nil where there is no file, as for a moment while an editor saves.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    modified = Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    (size, number) = (Int(status.st_size), UInt64(status.st_ino))
  }

  /// Waits until files are others than they were, and have stayed so for a moment: an editor may save in several steps.
  ///
  /// - Returns: false where the task was cancelled before.
  static func change(of paths: [String], from seen: [FileStamp?]) async -> Bool {
    var last = seen
    while (try? await Task.sleep(for: .milliseconds(150))) != nil {
      let now = paths.map { FileStamp($0) }
      if now != seen, now == last { return true }
      last = now
    }
    return false
  }
}
