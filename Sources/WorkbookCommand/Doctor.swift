import ArgumentParser
import Chapters
import Console
import Foundation
import Localization
import Prerequisites
import Subprocess

/// `workbook doctor`: what is missing on this machine, and the line that installs it.
struct Doctor: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "doctor",
      abstract: Bilingual(
        ko: "빠진 라이브러리와 글꼴, 쓰기 권한을 살피고 설치할 명령을 알려 줍니다.",
        en: "Look for missing libraries, fonts and permissions, and say what installs them.")[.ofThisProcess])
  }

  @OptionGroup var options: LanguageOptions

  func run() async throws {
    let language = options.language
    var missing: [Prerequisite] = []
    var unknown: [Prerequisite] = []
    for prerequisite in Prerequisite.all {
      let verdict = await verdict(on: prerequisite)
      if verdict == .missing { missing.append(prerequisite) }
      if verdict == .unknown { unknown.append(prerequisite) }
      StandardStreams.print("\(verdict.rawValue) \(prerequisite.name[language])")
    }
    let locked = ["chapters", "figures"].filter { !isWritable(Repository.own.path($0)) }
    for folder in locked {
      StandardStreams.print("✗ " + Bilingual(ko: "\(folder) 폴더에 쓸 수 없습니다", en: "cannot write to \(folder)")[language])
    }
    if missing.isEmpty && locked.isEmpty {
      StandardStreams.print(Bilingual(ko: "모두 갖추어졌습니다.", en: "Everything is there.")[language])
      return
    }
    if let line = Prerequisite.installLine(for: missing) {
      StandardStreams.print(Bilingual(ko: "다음 명령으로 설치하십시오:", en: "This installs what is missing:")[language])
      StandardStreams.print("  " + line)
    }
    if !unknown.isEmpty {
      let names = missing.filter(\.isProgram).map(\.name.en).joined(separator: ", ")
      StandardStreams.print(
        Bilingual(
          ko: "?가 붙은 것은 \(names) 없이는 알 수 없습니다. 설치한 뒤 다시 실행하십시오.",
          en: "What has a ? cannot be known without \(names). Install that and run this again.")[language])
    }
    if !locked.isEmpty {
      let paths = locked.map { Repository.own.path($0) }.joined(separator: " ")
      StandardStreams.print(Bilingual(ko: "다음 명령으로 쓰기 권한을 얻으십시오:", en: "This lets you write:")[language])
      StandardStreams.print("  chmod -R u+w \(paths)")
    }
    throw ExitCode.failure
  }

  private enum Verdict: String {
    case present = "✓"
    case missing = "✗"
    /// The program that would tell is missing itself.
    case unknown = "?"
  }

  private func verdict(on prerequisite: Prerequisite) async -> Verdict {
    switch prerequisite.kind {
    case .program(let name):
      return await answer(of: name, ["--version"]) == .absent ? .missing : .present
    case .library(let name):
      switch await answer(of: "pkg-config", ["--modversion", name]) {
      case .said: return .present
      case .failed: return .missing
      case .absent: return .unknown
      }
    case .font(let families):
      // macOS brings what is needed; elsewhere fontconfig lists what is installed, with all names of each family.
      if Prerequisite.system == .macOS { return .present }
      switch await answer(of: "fc-list", [":", "family"]) {
      case .said(let list):
        return list.split { $0 == "," || $0 == "\n" }.contains { families.contains(String($0)) } ? .present : .missing
      case .failed: return .missing
      case .absent: return .unknown
      }
    }
  }

  private enum Answer: Equatable {
    case said(String)
    case failed
    /// There is no such program.
    case absent
  }

  private func answer(of program: String, _ arguments: [String]) async -> Answer {
    do {
      let result = try await Subprocess.run(
        .name(program), arguments: .init(arguments), output: .string(limit: 1 << 20), error: .discarded)
      return result.terminationStatus.isSuccess ? .said(result.standardOutput) : .failed
    } catch let error as SubprocessError where error.code == .executableNotFound {
      return .absent
    } catch {
      return .failed
    }
  }

  private func isWritable(_ path: String) -> Bool {
    FileManager.default.isWritableFile(atPath: path)
  }
}

extension Prerequisite {
  fileprivate var isProgram: Bool {
    if case .program = kind { true } else { false }
  }
}
