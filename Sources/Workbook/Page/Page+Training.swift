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
  ///   - train: computes the same results on every machine, whatever the number of threads.
  public func trained<Results: Codable>(
    seeds: [UInt64], dependingOn dependencies: String? = nil, line: Int = #line, _ train: () -> Results
  ) -> Results {
    let parameters = dependencies ?? "\(parameters)"
    let file = chapter.file("training.json"), path = chapter.repository.path(file)
    var kept: TrainingRecord<Results>?
    var problem: TrainingRecordError?
    if usesDefaults || dependencies != nil {
      do throws(TrainingRecordError) { kept = try TrainingRecord(path: path) } catch { problem = error }
      if let record = kept, record.seeds != seeds || record.parameters != parameters {
        (kept, problem) = (nil, .stale(file))
      }
    }
    if !usesDefaults { problem = nil }
    if let kept, !task.options.training.train {
      training = .recorded
      value("trainingDate", Bilingual(stringLiteral: kept.date), line: line)
      return kept.results
    }
    do {
      let results = try TrainingRecord.rewritten(train())
      if let kept, try TrainingRecord.json(kept.results) == TrainingRecord.json(results) {
        training = .recorded
        value("trainingDate", Bilingual(stringLiteral: kept.date), line: line)
        return results
      }
      let record = TrainingRecord(
        command: "swift run \(chapter.product) weave --train", date: today, parameters: parameters, seeds: seeds,
        results: results)
      training = .new(file: try record.file, path: path, problem: kept == nil ? problem : .stale(file))
      value("trainingDate", Bilingual(stringLiteral: record.date), line: line)
      return results
    } catch {
      fatalError("the results of a training are numbers and lists that JSON can hold: \(error)")
    }
  }

  /// The day in `2026-11-21`'s form.
  var today: String { Date.now.formatted(.iso8601.year().month().day()) }
}

/// Where the results of a chapter's training came from.
enum TrainingState {
  /// From the record, or trained now with the record's results.
  case recorded
  /// Trained now: the file that would keep it, and what is wrong with the committed one, if it was looked at.
  case new(file: String, path: String, problem: TrainingRecordError?)
  /// Trained now, in digits of its own: the bytes of the files that would keep it, by their paths.
  case retrained(files: [String: [UInt8]])

  /// Whether its claims can be held against the pages, but not its numbers.
  var hasDigitsOfItsOwn: Bool {
    if case .retrained = self { true } else { false }
  }
}
