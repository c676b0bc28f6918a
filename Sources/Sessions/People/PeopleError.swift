import Literate
import Localization

/// What keeps a file of people from being read, and what to change.
struct PeopleError: BilingualError, Hashable {
  enum Problem: Hashable {
    case table(CSVError)
    case empty
    case noNameColumn([String])
    case repeatedColumn(String)
    case surplus(line: Int, [String])
    case name(line: Int)
    case language(line: Int, String)
    case seed(line: Int, String)
    case duplicate(String, lines: [Int])
  }

  let file: String
  let problem: Problem

  init(_ file: String, _ problem: Problem) { (self.file, self.problem) = (file, problem) }

  var message: Bilingual { problem.message.map { "\(file): \($0)" } }
}

extension PeopleError.Problem {
  var message: Bilingual {
    switch self {
    case .table(let error): error.message
    case .empty:
      Bilingual(
        ko: "사람이 없습니다. 첫 줄에 name, 다음 줄부터 이름을 하나씩 적으십시오.",
        en: "There is nobody in it. Write name on the first line and a name on each line below.")
    case .noNameColumn(let header): Self.noNameColumn(header)
    case .repeatedColumn(let name):
      Bilingual(ko: "\(name) 열이 둘 이상입니다. 하나만 남기십시오.", en: "There are several columns \(name). Keep one.")
    case .surplus(let line, let fields):
      Bilingual(
        ko: "\(line)번째 줄의 칸이 첫 줄의 열보다 많습니다: \(fields.joined(separator: " | ")). 이름에 쉼표가 있으면 \"…\"로 묶으십시오.",
        en: "Line \(line) has more fields than there are columns: \(fields.joined(separator: " | ")). "
          + "Put a name that has a comma into quotes.")
    case .name(let line):
      Bilingual(
        ko: "\(line)번째 줄에 이름이 없습니다. 이름을 적거나 줄을 지우십시오.", en: "Line \(line) has no name. Add one, or remove the line.")
    case .language(let line, let text):
      Bilingual(
        ko: "\(line)번째 줄의 언어 \("‘\(text)’".with("을/를")) 알 수 없습니다. ko 또는 en을 적으십시오.",
        en: "Line \(line): “\(text)” is no language of the book. Write ko or en.")
    case .seed(let line, let text):
      Bilingual(
        ko: "\(line)번째 줄의 시드 \("‘\(text)’".with("을/를")) 읽을 수 없습니다. 42나 0x2a처럼 0 이상의 정수를 적거나 비워 두십시오.",
        en: "Line \(line): cannot read the seed “\(text)”. Write a whole number like 42 or 0x2a, or leave it empty.")
    case .duplicate(let name, let lines):
      Bilingual(
        ko:
          "\(lines.map { "\($0)번째" }.joined(separator: "와 ")) 줄에 같은 이름 \("‘\(name)’".with("이/가")) 있습니다. 제출물을 가릴 수 있도록 ‘\(name) A’처럼 다르게 적으십시오.",
        en: "Lines \(lines.map(String.init).joined(separator: " and ")) have the same name “\(name)”. "
          + "Tell them apart, as “\(name) A”, so that their submissions can be.")
    }
  }

  private static func noNameColumn(_ header: [String]) -> Bilingual {
    let shown = header.joined(separator: ", ")
    if header.count == 1, let mark = [";", "\t"].first(where: shown.contains) {
      let kind = Bilingual(ko: mark == ";" ? "쌍반점(;)" : "탭", en: mark == ";" ? "semicolons" : "tabs")
      return Bilingual(
        ko: "칸이 쉼표가 아니라 \(kind.ko)으로 나뉘어 있습니다. 쉼표로 나눈 CSV(UTF-8)로 다시 저장하십시오.",
        en: "The fields are divided by \(kind.en), not by commas. Save it again as comma-separated CSV (UTF-8).")
    }
    let nearest = header.first { nearestName(to: $0, among: ["name", "이름"]) != nil }
    return Bilingual(
      ko: "첫 줄에 name(이름) 열이 없습니다: \(shown)." + (nearest.map { " 혹시 ‘\($0)’ 열입니까?" } ?? "") + " 첫 줄에 name을 적으십시오.",
      en: "The first line has no column name: \(shown)." + (nearest.map { " Is it “\($0)”?" } ?? "")
        + " Write name on the first line.")
  }
}
