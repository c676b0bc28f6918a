import Console
import Files
import Foundation
import Literate
import Localization

extension Page {
  /// `weave`: writes the pages and the figures that are not of today's scenes; with `--check` only says what is stale.
  ///
  /// Nothing is written while there are findings.
  func weave(_ options: WeaveOptions) throws {
    let language = options.language.language
    let weaver = try weaver()
    let findings = findings(of: weaver)
    guard findings.isEmpty else { throw WeavingError.findings(findings) }
    if case .new(_, let problem) = training, options.check || !options.training.train {
      if let problem { throw problem }
      return StandardStreams.print(claimsHold[language])
    }

    var pages: [(path: String, markdown: String)] = []
    for language in Language.allCases {
      guard let page = weaver.page(language) else { continue }
      pages.append((chapter.file(Self.pageNames[language, default: ""]), page.markdown))
    }
    let stalePages = pages.filter { (try? AtomicFile.read(chapter.repository.path($0.path))) != $0.markdown }
    let staleFigures = try staleFigures(of: figures, in: Language.allCases)

    if options.check {
      let stale =
        stalePages.map(\.path)
        + staleFigures.map { "\(chapter.figures)/\(FigureWriter.fileName($0.figure, $0.language, .png))" }
      guard stale.isEmpty else { throw WeavingError.stale(stale, product: chapter.product) }
      StandardStreams.print(upToDate[language])
    } else {
      let drawn = try ownWriter.write(staleFigures)
      var trained: [String] = []
      if case .new(let files, _) = training {
        trained = files.keys.sorted()
        for path in trained { try AtomicFile.write(files[path] ?? [], to: path) }
        forgetCheckpoints()
      }
      for page in stalePages { try AtomicFile.write(Array(page.markdown.utf8), to: chapter.repository.path(page.path)) }
      let written = drawn + trained + stalePages.map { chapter.repository.path($0.path) }
      StandardStreams.print(written.isEmpty ? upToDate[language] : written.joined(separator: "\n"))
    }
  }

  private var upToDate: Bilingual {
    Bilingual(ko: "\(chapter.product): 글과 그림이 모두 지금의 것입니다.", en: "\(chapter.product): pages and figures are today's.")
  }

  private var claimsHold: Bilingual {
    Bilingual(
      ko: "\(chapter.product): 다시 훈련한 결과로도 이 장의 주장이 모두 성립합니다. 글과 그림은 기록한 훈련의 것이므로 --train 없이 살핍니다.",
      en: "\(chapter.product): all claims hold with the new training. Pages and figures are of the recorded one; "
        + "check them without --train.")
  }

  /// The prose, the program and what this run recorded, joined.
  func weaver() throws(FileError) -> Weaver {
    var prose: [Language: SourceFile] = [:]
    for language in Language.allCases {
      prose[language] = try source(chapter.file("prose.\(language.rawValue).md"))
    }
    let chapter = chapter
    let manuscript = Manuscript(
      program: try source(chapter.file("main.swift")), prose: prose, pageNames: Self.pageNames,
      exists: { FileManager.default.fileExists(atPath: chapter.repository.path($0)) },
      libraryPaths: { librarySources(below: chapter.repository.path("Sources")) },
      library: { path in
        (try? AtomicFile.read(chapter.repository.path("Sources/" + path))).map {
          SourceFile(name: "Sources/" + path, text: $0)
        }
      })
    return Weaver(manuscript: manuscript, record: record, references: .book(in: chapter.repository))
  }

  /// What is to be mended: what the weaver finds, exercises that are not listed, and quoted commands that readers could not type.
  func findings(of weaver: Weaver) -> [Finding] {
    let chapters = chapter.repository.chapters.map(\.number), exercises = exercises, names = figures.map(\.name)
    // The parser takes its time, and pages quote a command more than once.
    let stale = Dictionary(grouping: weaver.quotedCommands, by: \.words).flatMap { words, commands in
      ChapterCommand<Parameters>.complaint(
        about: words, number: chapter.number, chapters: chapters, figures: names, exercises: exercises
      ).map { complaint in commands.map { $0.finding(complaint) } } ?? []
    }
    return (weaver.findings + unlistedExercises(weaver) + stale).sorted()
  }

  private func source(_ relative: String) throws(FileError) -> SourceFile {
    SourceFile(name: relative, text: try AtomicFile.read(chapter.repository.path(relative)))
  }

  static var pageNames: [Language: String] { [.ko: "README.md", .en: "README.en.md"] }
}

/// The paths of all Swift files below `folder`, from there.
private func librarySources(below folder: String) -> [String] {
  let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
  return paths.filter { $0.hasSuffix(".swift") }.sorted()
}

/// Why a chapter was not woven, or is not as it was woven.
enum WeavingError: BilingualError {
  case findings([Finding])
  case stale([String], product: String)

  var message: Bilingual {
    switch self {
    case .findings(let findings):
      Bilingual(
        ko: findings.map { $0.text(in: .ko) }.joined(separator: "\n")
          + "\n고칠 곳이 \(findings.count)군데 있어 아무것도 쓰지 않았습니다.",
        en: findings.map { $0.text(in: .en) }.joined(separator: "\n")
          + "\nNothing was written: \(findings.count) place(s) to mend.")
    case .stale(let paths, let product):
      Bilingual(
        ko: paths.map { "\($0): 지금의 프로그램과 글에서 나온 것이 아닙니다." }.joined(separator: "\n")
          + "\nswift run \(product) weave로 다시 엮으십시오.",
        en: paths.map { "\($0): not of today's program and prose." }.joined(separator: "\n")
          + "\nWeave again: swift run \(product) weave")
    }
  }
}
