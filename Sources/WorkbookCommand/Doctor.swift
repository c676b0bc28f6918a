import ArgumentParser
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
    for prerequisite in Prerequisite.all {
      let found = await isPresent(prerequisite)
      if !found { missing.append(prerequisite) }
      StandardStreams.print("\(found ? "✓" : "✗") \(prerequisite.name[language])")
    }
    let locked = ["chapters", "figures"].filter { !isWritable(Chapter.repository.appending(path: $0).path) }
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
    if !locked.isEmpty {
      let paths = locked.map { Chapter.repository.appending(path: $0).path }.joined(separator: " ")
      StandardStreams.print(Bilingual(ko: "다음 명령으로 쓰기 권한을 얻으십시오:", en: "This lets you write:")[language])
      StandardStreams.print("  chmod -R u+w \(paths)")
    }
    throw ExitCode.failure
  }

  private func isPresent(_ prerequisite: Prerequisite) async -> Bool {
    switch prerequisite.kind {
    case .library(let name):
      await says("pkg-config", ["--modversion", name]) != nil
    case .font(let families):
      // macOS brings what is needed; elsewhere fontconfig lists what is installed, with all names of each family.
      if Prerequisite.system == .macOS { true } else { await installedFamilies().contains(where: families.contains) }
    }
  }

  private func installedFamilies() async -> [String] {
    await says("fc-list", [":", "family"])?.split { $0 == "," || $0 == "\n" }.map(String.init) ?? []
  }

  /// What a program prints, or nil where it is missing or fails.
  private func says(_ program: String, _ arguments: [String]) async -> String? {
    let result = try? await Subprocess.run(
      .name(program), arguments: .init(arguments), output: .string(limit: 1 << 20), error: .discarded)
    guard let result, result.terminationStatus.isSuccess else { return nil }
    return result.standardOutput
  }

  private func isWritable(_ path: String) -> Bool {
    FileManager.default.isWritableFile(atPath: path)
  }
}
