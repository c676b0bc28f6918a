import Localization

enum CommandError: BilingualError {
  case noChapters(String)
  case unknownBuildFolder
  case notBuilt(String)
  case noSwift
  case noFigure(String, known: [String])

  var message: Bilingual {
    switch self {
    case .noChapters(let folder):
      Bilingual(
        ko: "\(folder)에 장이 없습니다. 저장소를 다시 내려받으십시오.",
        en: "There are no chapters in \(folder). Clone the repository again.")
    case .unknownBuildFolder:
      Bilingual(
        ko: "빌드 폴더를 찾을 수 없습니다. swift run workbook으로 실행하십시오.",
        en: "Cannot find the build folder. Run it as swift run workbook.")
    case .noSwift:
      Bilingual(
        ko: "swift 명령을 찾을 수 없습니다. Swift를 PATH에 넣거나, 이미 빌드된 것을 쓰려면 --skip-build를 붙이십시오.",
        en: "The swift command is not found. Put Swift on the PATH, or add --skip-build to use what was built before.")
    case .noFigure(let name, let known):
      Bilingual(
        ko: "‘\(name)’이라는 그림은 어느 장에도 없습니다."
          + (nearestName(to: name, among: known).map { " 혹시 ‘\($0)’입니까?" } ?? "")
          + " 모든 그림의 이름: swift run workbook figures --list",
        en: "No chapter has a figure “\(name)”."
          + (nearestName(to: name, among: known).map { " Did you mean “\($0)”?" } ?? "")
          + " The names of all: swift run workbook figures --list")
    case .notBuilt(let product):
      Bilingual(
        ko:
          "\(product)이(가) 빌드되지 않았습니다. swift build --product \(product)의 오류를 보고, 라이브러리가 빠졌으면 swift run workbook doctor를 실행하십시오.",
        en:
          "\(product) was not built. See what swift build --product \(product) says; if a library is missing, run swift run workbook doctor."
      )
    }
  }
}
