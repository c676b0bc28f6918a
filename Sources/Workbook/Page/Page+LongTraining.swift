import Chapters
import Console
import Files
import Foundation
import Localization

extension Page {
  /// The results of a training that takes minutes: read from the chapter's `training.json`; only `--train` trains again.
  ///
  /// ```swift
  /// let results = page.recorded(seeds: [1, 2, 3], keeping: ["shapes.safetensors"]) { bench in
  ///   try train(checkpoint: bench.path("1.safetensors"), weights: bench.path("shapes.safetensors"))
  /// }
  /// let detector = try Detector(weights: page.kept("shapes.safetensors"))
  /// ```
  ///
  /// Other than with `trained`, the training does not depend on the chapter's parameters, and may compute in `Float`, which
  /// processors round differently: a new training gives other digits. So `weave --check --train` asks of it only that all claims
  /// of the chapter hold with its results, and `weave --train` writes results, kept files and pages anew.
  ///
  /// - Parameters:
  ///   - seeds: all the randomness of the training.
  ///   - keeping: names of files that lie beside the record: trained weights.
  ///   - train: gets a folder for these, and for checkpoints, which survive there until all is done.
  public func recorded<Results: Codable>(
    seeds: [UInt64], keeping: [String] = [], line: Int = #line, _ train: (TrainingBench) throws -> Results
  ) -> Results {
    do {
      guard task.options.training.train else {
        return results(of: try keptRecord(seeds: seeds, parameters: ""), .recorded, line: line)
      }
      let bench = TrainingBench(folder: trainingFolder, language: task.options.language.language)
      try bench.prepare()
      let record = newRecord(of: try train(bench), seeds: seeds, parameters: "")
      var files = [recordPath: record.file]
      for name in keeping { files[chapter.repository.path(chapter.file(name))] = try bench.bytes(name) }
      if !isWeaving { bench.clear(except: keeping) }
      return results(of: record, .new(files, problem: nil), line: line)
    } catch let error as any BilingualError {
      giveUp(error, task.options.language.language)
    } catch {
      fatalError("an error that speaks to nobody: \(error)")
    }
  }

  /// The path of a file that the training keeps: as it was committed, or as it was trained just now.
  public func kept(_ name: String) -> String {
    if case .new = training { return "\(trainingFolder)/\(name)" }
    return chapter.repository.path(chapter.file(name))
  }

  /// Whether the results are about to be written down: checkpoints stay until they are, as a page with findings must not cost a
  /// training.
  private var isWeaving: Bool {
    if case .weave(let options) = task { !options.check } else { false }
  }

  /// Removes the checkpoints of a training that has been written down.
  func forgetCheckpoints() {
    TrainingBench(folder: trainingFolder, language: .en).clear(except: [])
  }

  private var trainingFolder: String { chapter.repository.path(".build/training/\(chapter.name)") }
}

/// Where a long training works.
public struct TrainingBench: Sendable {
  let folder: String
  let language: Language

  /// The path of a file there: a checkpoint, or one that is kept.
  public func path(_ name: String) -> String { "\(folder)/\(name)" }

  /// Tells how far the training has come, and what there is to say of it, each time that it is called.
  public func progress(of steps: Int, _ label: Bilingual) -> (Int, String) -> Void {
    var progress = Progress(of: steps, label, in: language)
    return { step, note in
      progress.advance(to: step, note: note)
      if step >= steps { progress.end() }
    }
  }

  /// Ends the process because somebody asked for it; what is in the folder stays there.
  public func stop(_ message: Bilingual) -> Never {
    StandardStreams.complain("\n" + message[language])
    exit(130)
  }

  func prepare() throws(FileError) {
    do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
      throw .cannotWrite(folder, reason: Bilingual(stringLiteral: error.localizedDescription))
    }
  }

  func bytes(_ name: String) throws(FileError) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path(name)) else {
      throw .cannotRead(path(name), reason: Bilingual(ko: "그런 파일이 없음", en: "no such file"))
    }
    return [UInt8](data)
  }

  /// Removes checkpoints, which would let the next training begin where this one ended.
  func clear(except kept: [String]) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where !kept.contains(name) {
      try? FileManager.default.removeItem(atPath: path(name))
    }
  }
}
