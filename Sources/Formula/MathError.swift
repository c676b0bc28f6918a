/// Why a formula could not be read, and where.
public struct MathError: Error, Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case unknownCommand(String)
    case unknownEnvironment(String)
    case unclosedBrace
    case unclosedBracket
    case unclosedEnvironment(String)
    /// `\left` without its `\right`.
    case unclosedFence
    /// `$` inside `\text{…}` without its partner.
    case unclosedDollar
    /// Something that closes or divides what is not open: `}`, `&`, `\\`, `\right`, `\end`.
    case unexpected(String)
    case missingArgument(of: String)
    case missingDelimiter(after: String)
    /// A second `^` or `_` at one base.
    case repeatedScript(String)
    /// `%`, `#`, `$`, or letters such as Hangul outside `\text{…}`.
    case unsupportedCharacter(Character)
    case tooDeep(limit: Int)
    case tooLong(limit: Int)
  }

  /// Where in the LaTeX, counted in characters from 0.
  public let offset: Int
  public let kind: Kind
  /// The known command or environment that was most likely meant, without its backslash.
  public let nearest: String?

  init(_ kind: Kind, at offset: Int, nearest: String? = nil) {
    self.offset = offset
    self.kind = kind
    self.nearest = nearest
  }
}

// MARK: - Messages

extension MathError: CustomStringConvertible {
  public var description: String { "\(english) (character \(offset + 1))" }

  /// What is wrong and what to do, for an English reader.
  public var english: String {
    switch kind {
    case .unknownCommand(let name):
      "\\\(name) is not a command of our formulas." + (nearest.map { " Did you mean \\\($0)?" } ?? "")
    case .unknownEnvironment(let name):
      "There is no environment \(name)." + (nearest.map { " Did you mean \($0)?" } ?? "")
    case .unclosedBrace: "This { is never closed. Add a }."
    case .unclosedBracket: "This [ is never closed. Add a ]."
    case .unclosedEnvironment(let name): "\\begin{\(name)} is never closed. Add \\end{\(name)}."
    case .unclosedFence: "This \\left has no \\right. Add one; \\right. draws nothing."
    case .unclosedDollar: "This $ inside \\text has no partner."
    case .unexpected(let text): "\(text) stands where nothing is open that it could end or divide."
    case .missingArgument(let command): "\(command) needs something in {…} after it."
    case .missingDelimiter(let command): "\(command) needs a bracket after it, such as ( [ | \\{ or a full stop."
    case .repeatedScript(let mark): "A second \(mark) follows the same letter. Use {…} to say what belongs together."
    case .unsupportedCharacter(let character) where character.isASCII: "Write \\\(character) instead of \(character)."
    case .unsupportedCharacter(let character): "\(character) has to stand in \\text{…}."
    case .tooDeep(let limit): "The formula is nested more than \(limit) levels deep."
    case .tooLong(let limit): "The formula is longer than \(limit) characters."
    }
  }

  /// What is wrong and what to do, for a Korean reader.
  public var korean: String {
    switch kind {
    case .unknownCommand(let name):
      "수식에서 쓸 수 없는 명령입니다: \\\(name)." + (nearest.map { " 혹시 \\\($0)입니까?" } ?? "")
    case .unknownEnvironment(let name):
      "없는 환경입니다: \(name)." + (nearest.map { " 혹시 \($0)입니까?" } ?? "")
    case .unclosedBrace: "여는 중괄호 {에 짝이 없습니다. }로 닫으십시오."
    case .unclosedBracket: "여는 대괄호 [에 짝이 없습니다. ]로 닫으십시오."
    case .unclosedEnvironment(let name): "\\begin{\(name)}이 닫히지 않았습니다. \\end{\(name)}을 넣으십시오."
    case .unclosedFence: "\\left에 짝이 되는 \\right가 없습니다. 그릴 괄호가 없으면 \\right.을 쓰십시오."
    case .unclosedDollar: "\\text 안의 $에 짝이 없습니다."
    case .unexpected(let text): "닫거나 나눌 것이 없는 자리에 \(text) 기호가 있습니다."
    case .missingArgument(let command): "\(command) 뒤에 {…}가 필요합니다."
    case .missingDelimiter(let command): "\(command) 뒤에 ( [ | \\{ 같은 괄호나 마침표가 필요합니다."
    case .repeatedScript(let mark): "같은 글자에 \(mark) 기호가 두 번 붙었습니다. {…}로 묶으십시오."
    case .unsupportedCharacter(let character) where character.isASCII: "\(character) 대신 \\\(character)라고 쓰십시오."
    case .unsupportedCharacter(let character): "\\text{…} 안에 써야 하는 글자입니다: \(character)."
    case .tooDeep(let limit): "수식이 \(limit)단계보다 깊게 겹쳐 있습니다."
    case .tooLong(let limit): "수식이 \(limit)자보다 깁니다."
    }
  }
}
