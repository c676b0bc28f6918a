import Localization

enum CommandError: BilingualError {
  case noChapters(String)
  case noFigure(String, known: [String])

  var message: Bilingual {
    switch self {
    case .noChapters(let folder):
      Bilingual(
        ko: "\(folder)에 장이 없습니다. 저장소를 다시 내려받으십시오.",
        en: "There are no chapters in \(folder). Clone the repository again.")
    case .noFigure(let name, let known):
      Bilingual(
        ko: "‘\(name)’이라는 그림은 어느 장에도 없습니다."
          + (nearestName(to: name, among: known).map { " 혹시 ‘\($0)’입니까?" } ?? "")
          + " 모든 그림의 이름: swift run workbook figures --list",
        en: "No chapter has a figure “\(name)”."
          + (nearestName(to: name, among: known).map { " Did you mean “\($0)”?" } ?? "")
          + " The names of all: swift run workbook figures --list")
    }
  }
}
