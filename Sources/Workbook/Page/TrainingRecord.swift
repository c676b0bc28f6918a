import Console
import Foundation
import Localization

/// The results of a training, written down beside the chapter: what takes longer than a reading should is not repeated
/// by every reading, but can be by every reader.
struct TrainingRecord<Results: Codable>: Codable {
  /// What makes this record again.
  var command: String
  /// The day on which it was trained, `2026-11-21`.
  var date: String
  /// The chapter's parameters.
  var parameters: String
  var seeds: [UInt64]
  var results: Results

  /// - Parameter results: are kept as they come back when they have been written down, so that trained and read ones never
  ///   differ.
  init(command: String, date: String, parameters: String, seeds: [UInt64], results: Results) {
    (self.command, self.date, self.parameters, self.seeds) = (command, date, parameters, seeds)
    do { self.results = try Self.decoder.decode(Results.self, from: Self.encoded(results)) } catch {
      fatalError("what is written down can be read: \(error)")
    }
  }

  /// The results as JSON, keys sorted: equal bytes mean equal results.
  var json: Data { Self.encoded(results) }

  /// The whole record as a file: small, and with one line for each of its members.
  var file: [UInt8] {
    let members = ["date", "parameters", "results", "seeds"]
    let text = members.reduce(String(decoding: Self.encoded(self), as: UTF8.self)) { text, member in
      text.replacingOccurrences(of: ",\"\(member)\":", with: ",\n\"\(member)\":")
    }
    return Array((text + "\n").utf8)
  }

  /// Reads the file at `path`.
  init(path: String) throws(TrainingRecordError) {
    guard let data = FileManager.default.contents(atPath: path) else { throw .missing(path) }
    do { self = try Self.decoder.decode(Self.self, from: data) } catch { throw .unreadable(path) }
  }

  // Not every measure of a training is finite.
  private static func encoded(_ value: some Encodable) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    do { return try encoder.encode(value) } catch {
      fatalError("the results of a training are numbers and lists that JSON can hold: \(error)")
    }
  }

  private static var decoder: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return decoder
  }
}

/// Why a training's record cannot be used.
enum TrainingRecordError: BilingualError {
  case missing(String)
  case unreadable(String)
  /// Training again gave other results.
  case stale(String)
  /// `--train` in a chapter that trains nothing, or writes nothing of it down.
  case nothingToTrain(String)

  var message: Bilingual {
    switch self {
    case .missing(let path):
      Bilingual(
        ko: "훈련 기록 \(path) 파일이 없습니다. weave --train으로 다시 훈련해 기록하십시오.",
        en: "The record of the training, \(path), is missing. Train and write it again: weave --train")
    case .unreadable(let path):
      Bilingual(
        ko: "훈련 기록 \(path) 파일이 지금의 프로그램에 맞지 않습니다. weave --train으로 다시 훈련해 기록하십시오.",
        en:
          "The record of the training, \(path), does not suit today's program. Train and write it again: weave --train")
    case .stale(let path):
      Bilingual(
        ko: "다시 훈련한 결과가 기록 \(path) 파일과 다릅니다. weave --train으로 다시 기록하십시오.",
        en: "Training again gave other results than the record \(path) has. Write it again: weave --train")
    case .nothingToTrain(let product):
      Bilingual(
        ko: "\(product)에는 따로 기록해 둔 훈련이 없습니다. --train을 빼고 실행하십시오.",
        en: "\(product) has no training that is kept in a record. Run it without --train.")
    }
  }
}
