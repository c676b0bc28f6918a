import Foundation
import Literate
import Localization

extension AnswerSheet {
  /// One line of the file.
  struct Line: Sendable, Hashable {
    let text: String
    var name: String?
    /// As it was written.
    var seed: String?
    var answer: Answered?

    struct Answered: Sendable, Hashable {
      let id: ExerciseID
      let text: String
    }

    init(name: String) {
      let name = name.split(whereSeparator: \.isNewline).joined(separator: " ")
      (text, self.name) = (name.isEmpty ? "name:" : "name: \(name)", name)
    }

    init(seed: Seed) { (text, self.seed) = ("seed: \(seed.text)", seed.text) }

    init(id: ExerciseID, answer: String) {
      let answer = answer.split(whereSeparator: \.isNewline).joined(separator: " ")
      text = answer.isEmpty ? "\(id):" : "\(id): \(answer)"
      self.answer = Answered(id: id, text: answer)
    }

    /// Reads `3.1: 0.36`, `3.1 = 0.36`, `3.1) 0.36`, `name: 홍길동`, `이름：홍길동`.
    init(_ text: String) {
      self.text = text
      guard let mark = text.firstIndex(where: { ":：=)）".contains($0) }) else { return }
      let key = text[..<mark].precomposedStringWithCompatibilityMapping.trimmingCharacters(in: .whitespaces)
      let value = text[text.index(after: mark)...].trimmingCharacters(in: .whitespaces)
      if ["name", "이름"].contains(key.lowercased()) { name = value }
      if ["seed", "시드"].contains(key.lowercased()) { seed = value }
      if let id = ExerciseID(key) { answer = Answered(id: id, text: value) }
    }

    func problem(known: [ExerciseID], answered: inout Set<ExerciseID>) -> Bilingual? {
      let plain = text.trimmingCharacters(in: .whitespaces)
      guard !plain.isEmpty, !plain.hasPrefix("#"), !plain.hasPrefix("//"), name == nil else { return nil }
      if let seed {
        guard !seed.isEmpty, Seed(text: seed) == nil else { return nil }
        return Bilingual(
          ko: "시드 \("‘\(seed)’".with("을/를")) 읽을 수 없습니다. 문제지에 적힌 시드를 그대로 적거나 줄을 지우십시오.",
          en: "Cannot read the seed “\(seed)”. Copy it from the sheet, or remove the line.")
      }
      guard let answer else {
        return Bilingual(
          ko: "“\(plain.prefix(40))”의 뜻을 알 수 없습니다. “3.1: 0.36”처럼 번호와 쌍점 뒤에 답을 적으십시오.",
          en: "Cannot tell what “\(plain.prefix(40))” means. Write number, colon and answer, as in “3.1: 0.36”.")
      }
      guard known.contains(answer.id) else {
        let nearest = nearestName(to: "\(answer.id)", among: known.map(\.description))
        return Bilingual(
          ko: "\(answer.id)번 문제는 없습니다." + (nearest.map { " 혹시 \($0)입니까?" } ?? ""),
          en: "There is no exercise \(answer.id)." + (nearest.map { " Did you mean \($0)?" } ?? ""))
      }
      guard !answer.text.isEmpty, !answered.insert(answer.id).inserted else { return nil }
      return Bilingual(
        ko: "\(answer.id)번에 두 번 답했습니다. 처음 것을 채점하니 한 줄만 남기십시오.",
        en: "Exercise \(answer.id) is answered twice. The first is graded; keep one line.")
    }
  }
}
