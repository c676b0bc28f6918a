import Localization

/// Why the grader could not do its own work.
public enum GradingError: BilingualError, Hashable, Codable {
  case noCompiler
  /// The compiler failed without an error in the reader's file.
  case compilerFailed(String)
  /// A program of the system could not be started.
  case cannotStart(String)
  /// The folder in which submissions are built cannot be made.
  case noTemporaryFolder(String)

  public var message: Bilingual {
    switch self {
    case .noCompiler:
      Bilingual(
        ko: "swiftc 명령을 찾을 수 없어 채점하지 못했습니다. Swift를 PATH에 넣고 다시 실행하십시오.",
        en: "Not graded: the swiftc command is not found. Put Swift on the PATH and run this again.")
    case .compilerFailed(let words):
      Bilingual(
        ko: "컴파일러가 스스로 멈춰 채점하지 못했습니다. 다시 실행해도 같으면 컴파일러의 말을 보십시오: \(words)",
        en: "Not graded: the compiler itself failed. If it fails again, see what it says: \(words)")
    case .cannotStart(let words):
      Bilingual(
        ko: "프로그램을 시작할 수 없어 채점하지 못했습니다. 열린 프로그램을 줄이고 다시 실행하십시오: \(words)",
        en: "Not graded: a program could not be started. Close some programs and run this again: \(words)")
    case .noTemporaryFolder(let path):
      Bilingual(
        ko: "임시 폴더 \(path)에 쓸 수 없어 채점하지 못했습니다. TMPDIR을 쓸 수 있는 폴더로 정하고 다시 실행하십시오.",
        en: "Not graded: cannot write to the temporary folder \(path). Set TMPDIR to a folder that can be written to.")
    }
  }
}
