import Foundation
import Localization

/// Another program of this package, which takes the place of this process: terminal, signals and status are then its own.
package struct SisterProgram {
  /// The product's name.
  let name: String
  /// The root of the package.
  let repository: String

  package init(_ name: String, of repository: String) { (self.name, self.repository) = (name, repository) }

  /// Builds it into the folder in which this program lies, and becomes it.
  ///
  /// - Parameter isBuilt: whether it is taken as it was built before.
  /// - Returns: why it could not; otherwise never.
  package func replaceThisProcess(_ arguments: [String], isBuilt: Bool) -> SisterError {
    let folder: BuildFolder
    do { folder = try .ofThisProcess() } catch { return error }
    let path = folder.path(of: name)
    let isThere = FileManager.default.isExecutableFile(atPath: path)
    if isBuilt { return isThere ? become(path, arguments) : .notBuilt(name) }
    if !isThere { StandardStreams.complain(Self.patience[.ofThisProcess]) }
    let script = Self.script(folder.words(building: name, of: repository))
    return become("/bin/sh", ["-c", script, SisterError.noSwift.message[.ofThisProcess], path] + arguments)
  }

  /// Runs `swift` with these words, and becomes what follows. `$0` is what is said where there is no `swift`.
  private static func script(_ words: [String]) -> String {
    let quoted = words.map { "'" + $0.replacing("'", with: #"'\''"#) + "'" }
    return """
      command -v swift >/dev/null || { echo "$0" >&2; exit 1; }
      swift \(quoted.joined(separator: " ")) >&2 || exit 1
      exec "$@"
      """
  }

  private func become(_ path: String, _ arguments: [String]) -> SisterError {
    // What this process leaves to its own handlers would be left undone by the next.
    for number in [SIGINT, SIGTERM, SIGPIPE] { signal(number, SIG_DFL) }
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    execv(path, &words)
    return .notBuilt(name)
  }

  private static let patience = Bilingual(
    ko: "이 명령을 처음 쓰므로 프로그램을 빌드합니다. 1분쯤 걸립니다.",
    en: "Building what this command needs, as it is used for the first time: about a minute.")
}

/// Why a program of this package cannot be run.
package enum SisterError: BilingualError {
  case unknownBuildFolder
  case notBuilt(String)
  case noSwift

  package var message: Bilingual {
    switch self {
    case .unknownBuildFolder:
      Bilingual(
        ko: "빌드 폴더를 찾을 수 없습니다. swift run으로 실행하십시오.", en: "Cannot find the build folder. Run it with swift run.")
    case .noSwift:
      Bilingual(
        ko: "swift 명령을 찾을 수 없습니다. Swift를 PATH에 넣거나, 이미 빌드된 것을 쓰려면 --skip-build를 붙이십시오.",
        en: "The swift command is not found. Put Swift on the PATH, or add --skip-build to use what was built before.")
    case .notBuilt(let product):
      Bilingual(
        ko:
          "\(product)\(KoreanParticle("이/가")?.form(after: product) ?? "") 빌드되지 않았습니다. swift build --product \(product)의 오류를 보고, 라이브러리가 빠졌으면 swift run workbook doctor를 실행하십시오.",
        en:
          "\(product) was not built. See what swift build --product \(product) says; if a library is missing, run swift run workbook doctor."
      )
    }
  }
}
