import Literate
import Localization

enum GradeError: BilingualError, Hashable {
  case noSubmissions(String)
  case empty(String)
  case outInside(out: String, submissions: String)
  case otherFolder(String)
  case noFolder(String)
  case noSession(String)
  case severalSessions([String])
  case unknownExercise(String)

  var message: Bilingual {
    switch self {
    case .noSubmissions(let path):
      Bilingual(
        ko: "\(path) 폴더를 읽을 수 없습니다. 제출물을 모은 폴더의 경로와 권한을 확인하십시오.",
        en: "Cannot read the folder \(path). Check the path and permissions of the folder that holds the submissions.")
    case .empty(let path):
      Bilingual(
        ko: "\(path)에 채점할 것이 없습니다. 사람마다 이름을 붙인 폴더나 파일을 넣으십시오.",
        en: "There is nothing to grade in \(path). Put a folder or file for each person there, called by their name.")
    case .outInside(let out, let submissions):
      Bilingual(
        ko: "결과 폴더 \(out.with("이/가")) 제출물 폴더 \(submissions)의 안에 있거나 같은 폴더입니다. 제출물에 섞이지 않도록 다른 곳을 --out에 적으십시오.",
        en:
          "The folder \(out) for results lies in \(submissions), or is the same. Type another after --out, so that nothing that was handed in can be taken for a result."
      )
    case .otherFolder(let path):
      Bilingual(
        ko: "\(path)에는 채점 결과가 아닌 파일이 있습니다. 비어 있는 폴더나 새 폴더를 --out에 적으십시오.",
        en: "\(path) holds files that are no results of grading. Type an empty or a new folder after --out.")
    case .noFolder(let path):
      Bilingual(
        ko: "\(path.with("은/는")) 폴더가 아닙니다. --out에 폴더를 적으십시오.", en: "\(path) is no folder. Type a folder after --out.")
    case .noSession(let path):
      Bilingual(
        ko: "\(path)에 session.json이 없습니다. handout이 쓴 폴더를 --session에 적으십시오.",
        en: "There is no session.json in \(path). Type the folder that handout wrote after --session.")
    case .severalSessions(let folders):
      Bilingual(
        ko: "나누어 준 폴더가 여럿 있습니다: \(folders.joined(separator: ", ")). 어느 것으로 채점할지 --session에 적으십시오.",
        en:
          "There are several handouts: \(folders.joined(separator: ", ")). Type the one to grade with after --session.")
    case .unknownExercise(let id):
      Bilingual(
        ko: "session.json의 연습문제 \(id.with("이/가")) 이 책에 없습니다. 나누어 줄 때의 책으로 채점하십시오.",
        en: "Exercise \(id) of session.json is not in this book. Grade with the book that it was handed out from.")
    }
  }
}
