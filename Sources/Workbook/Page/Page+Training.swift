import Console
import Foundation
import Localization

extension Page {
  /// The results of a training: read from the chapter's `training.json`, or trained now.
  ///
  /// ```swift
  /// let trained = page.trained(seeds: [1, 2, 3, 4, 5]) { Results(of: experiment.run(trainings)) }
  /// ```
  ///
  /// The record holds the results for the chapter's own parameters. Where the reader changed one that the training depends on,
  /// or says `--train`, the training runs; `weave --train` also writes the record, and `weave --check --train` holds it
  /// against a new training. A chapter has one such record. The value `trainingDate` is the day on which its results were
  /// trained.
  ///
  /// - Parameters:
  ///   - seeds: all the randomness of the training.
  ///   - dependencies: the parameters that the training depends on, with their values; nil: all of the chapter's.
  ///   - patience: what it asks of the reader.
  ///   - train: computes the same results on every machine, whatever the number of threads.
  public func trained<Results: Codable>(
    seeds: [UInt64], dependingOn dependencies: String? = nil, taking patience: TrainingTime = .seconds,
    line: Int = #line, _ train: () -> Results
  ) -> Results {
    let parameters = dependencies ?? "\(parameters)"
    var kept: TrainingRecord<Results>?
    var problem: TrainingRecordError?
    if usesDefaults || dependencies != nil {
      do throws(TrainingRecordError) { kept = try keptRecord(seeds: seeds, parameters: parameters) } catch {
        problem = error
      }
    }
    if let kept, !task.options.training.train { return results(of: kept, .recorded, line: line) }
    if patience == .minutes { StandardStreams.complain(askForPatience[task.options.language.language]) }
    let new = newRecord(of: train(), seeds: seeds, parameters: parameters)
    if let kept, kept.json == new.json { return results(of: kept, .recorded, line: line) }
    if kept != nil { problem = .stale(recordFile) }
    return results(of: new, .new([recordPath: new.file], problem: usesDefaults ? problem : nil), line: line)
  }

  private var askForPatience: Bilingual {
    Bilingual(ko: "다시 훈련합니다. 몇 분이 걸릴 수 있습니다.", en: "Training again, which may take some minutes.")
  }

  // MARK: - The record

  var recordFile: String { chapter.file("training.json") }
  var recordPath: String { chapter.repository.path(recordFile) }

  /// The committed record, if it is of these seeds and parameters.
  func keptRecord<Results>(seeds: [UInt64], parameters: String) throws(TrainingRecordError) -> TrainingRecord<Results> {
    let record = try TrainingRecord<Results>(path: recordPath)
    guard record.seeds == seeds, record.parameters == parameters else { throw .stale(recordFile) }
    return record
  }

  /// What has been trained now, to be written down.
  func newRecord<Results>(of results: Results, seeds: [UInt64], parameters: String) -> TrainingRecord<Results> {
    TrainingRecord(
      command: "swift run \(chapter.product) weave --train", date: Date.now.formatted(.iso8601.year().month().day()),
      parameters: parameters, seeds: seeds, results: results)
  }

  /// The results that the page is made of.
  func results<Results>(of record: TrainingRecord<Results>, _ state: TrainingState, line: Int) -> Results {
    training = state
    value("trainingDate", Bilingual(stringLiteral: record.date), line: line)
    return record.results
  }
}

/// How long a training lasts.
public enum TrainingTime: Sendable, Hashable { case seconds, minutes }

/// Where the results of a chapter's training came from.
enum TrainingState {
  /// From the record, or trained now with the record's results.
  case recorded
  /// Trained now: the bytes of the files that would keep it, by their paths, and what is wrong with the committed ones; nil where
  /// nobody expects these digits, of other parameters or of another processor, of them.
  case new([String: [UInt8]], problem: TrainingRecordError?)
}
