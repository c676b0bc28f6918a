import Literate
import Localization

/// Whether one language says of each exercise what has to be said.
struct WordsChecks {
  private(set) var findings: [Finding] = []
  private let words: ChapterWords

  init(_ words: ChapterWords, _ exercises: [Exercise], seeds: [Seed]) {
    self.words = words
    checkExercises(exercises)
    for exercise in exercises {
      guard let own = words[exercise.id] else { continue }
      checkSections(of: own, exercise, seeds)
      checkValues(of: own, exercise, seeds)
    }
  }

  /// Every exercise once, in order, and no others.
  private mutating func checkExercises(_ exercises: [Exercise]) {
    let known = exercises.map(\.id)
    var last: ExerciseID?
    for own in words.exercises {
      if !known.contains(own.id) {
        findings.append(
          own.statement.finding(
            .unknown("\(own.id)", Bilingual(ko: "연습문제", en: "exercise"), among: known.map { "\($0)" })))
      } else if let last, own.id <= last {
        findings.append(
          own.statement.finding(
            Bilingual(ko: "\(own.id): 번호의 차례대로 한 번씩만 적으십시오.", en: "\(own.id): each exercise once, in order.")))
      }
      last = own.id
    }
    for id in known where words[id] == nil {
      findings.append(
        words.file.finding(
          atLine: 1,
          Bilingual(ko: "연습문제 \(id)의 글이 없습니다: ## \(id) 제목", en: "Exercise \(id) has no words: ## \(id) Title")))
    }
  }

  // MARK: - Sections

  private mutating func checkSections(of own: ExerciseWords, _ exercise: Exercise, _ seeds: [Seed]) {
    if own.statement.isEmpty { missing(Bilingual(ko: "문제", en: "the question"), own) }
    if own.parts(.hint).count < 2 { missing(Bilingual(ko: "힌트(둘 이상)", en: "hints (two or more)"), own) }
    if own.parts(.explanation).isEmpty { missing(WordsSection.explanation.keyword, own) }
    let names = exercise.sectionNames(seeds: seeds)
    for kind in WordsSection.allCases where kind.isNamed {
      let (needed, allowed) = names[kind] ?? ([], [])
      let sections = own.sections.filter { $0.kind == kind }
      for name in needed where !sections.contains(where: { $0.name == name }) {
        missing(kind.keyword.map { "\($0): \(name)" }, own)
      }
      for section in sections where !needed.contains(section.name) && !allowed.contains(section.name) {
        findings.append(section.part.finding(.unknown(section.name, kind.keyword, among: needed + allowed)))
      }
    }
    if case .exploration(let task) = exercise.task, !task.results.isEmpty, own.parts(.result).isEmpty {
      missing(WordsSection.result.keyword, own)
    }
    for (key, part) in own.keyedParts {
      if key.place > 0, key.kind?.repeats != true {
        findings.append(part.finding(Bilingual(ko: "이 마디가 위에도 있습니다.", en: "There is such a section above already.")))
      }
      if key.kind != nil, part.isEmpty {
        findings.append(part.finding(Bilingual(ko: "제목 아래에 글이 없습니다.", en: "Nothing stands under this heading.")))
      }
    }
  }

  private mutating func missing(_ what: Bilingual, _ own: ExerciseWords) {
    findings.append(
      own.statement.finding(
        Bilingual(ko: "연습문제 \(own.id)에 없는 것이 있습니다: \(what.ko)", en: "Exercise \(own.id) lacks \(what.en).")))
  }

  // MARK: - Values

  /// All values are known and used, and none gives the answer away.
  private mutating func checkValues(of own: ExerciseWords, _ exercise: Exercise, _ seeds: [Seed]) {
    var used: Set<String> = [], drawn: Set<String> = []
    for seed in seeds {
      let numbers = exercise.numbers(for: seed)
      drawn.formUnion(numbers.names)
      for (key, part) in own.keyedParts {
        var shown = numbers
        if key.kind == .result, case .exploration(let task) = exercise.task {
          for name in task.results { shown.value(name, 1, .significant(3)) }
        }
        let reading = own.reading(part, shown)
        findings += reading.findings
        used.formUnion(reading.values)
        if key.kind != .explanation, reading.values.contains("answer") {
          findings.append(
            part.finding(
              Bilingual(ko: "답(answer)은 풀이에서만 보이십시오.", en: "Show the answer in the explanation only.")))
        }
      }
    }
    for name in drawn.subtracting(used).sorted() {
      findings.append(
        own.statement.finding(
          Bilingual(
            ko: "연습문제 \(own.id)의 값 “\(name)”: 글에서 쓰지 않습니다.",
            en: "The value “\(name)” of exercise \(own.id) is not shown.")))
    }
  }
}

extension Exercise {
  /// The names that sections of each kind have to have, and others that they may have.
  fileprivate func sectionNames(seeds: [Seed]) -> [WordsSection: (needed: [String], allowed: [String])] {
    switch task {
    case .numeric(let task):
      let names = seeds.flatMap { seed -> [String] in
        var random = seed.generator(for: id)
        return Array(task.draw(&random).mistakes.keys)
      }
      return [.mistake: (Set(names).sorted(), [])]
    case .prediction(let task): return [.choice: (task.choices, []), .mistake: ([], task.choices)]
    case .exploration(let task): return [.mistake: (task.mistakes, [])]
    case .code(let task): return [.mistake: (task.mistakes.map(\.name), []), .law: (task.laws.map(\.name), [])]
    }
  }
}

extension Bilingual {
  /// A name that is not known, and the nearest that is.
  fileprivate static func unknown(_ name: String, _ noun: Bilingual, among names: [String]) -> Bilingual {
    let nearest = nearestName(to: name, among: names)
    return Bilingual(
      ko: "“\(name)”: 이런 이름의 \(noun.ko)이(가) 없습니다." + (nearest.map { " 혹시 “\($0)”입니까?" } ?? ""),
      en: "“\(name)”: there is no \(noun.en.lowercased()) of this name."
        + (nearest.map { " Did you mean “\($0)”?" } ?? ""))
  }
}
