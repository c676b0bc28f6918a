import Localization

extension WeightMatch {
  /// How many names fit, and what is wrong, in a few lines. The next step stands last.
  public var report: Bilingual {
    let total = fitting.count + missing.count + misshapen.count
    var lines = [
      Bilingual(
        ko: "모델의 텐서 \(total)개 가운데 \(fitting.count)개가 맞습니다.",
        en: "\(fitting.count) of the model's \(total) tensors fit.")
    ]
    lines += group(missing.map { Bilingual(stringLiteral: $0).map(excerpt) + suggestion(for: $0) }) { shown, count in
      Bilingual(ko: "없음 \(count)개: \(shown.ko)", en: "\(count) missing: \(shown.en)")
    }
    lines += group(misshapen.map { Bilingual(stringLiteral: excerpt($0.name)) + $0.words }) { shown, count in
      Bilingual(ko: "모양이 다름 \(count)개: \(shown.ko)", en: "\(count) of another shape: \(shown.en)")
    }
    lines += group(extra.map { Bilingual(stringLiteral: excerpt($0)) }) { shown, count in
      Bilingual(ko: "파일에만 있음 \(count)개: \(shown.ko)", en: "\(count) only in the file: \(shown.en)")
    }
    if !isComplete || !extra.isEmpty {
      lines.append(
        Bilingual(
          ko: "같은 구조의 모델로 저장한 파일인지 확인하십시오.", en: "Check that the file was saved from a model of the same structure."))
    }
    return Bilingual(ko: lines.map(\.ko).joined(separator: "\n  "), en: lines.map(\.en).joined(separator: "\n  "))
  }

  private func suggestion(for name: String) -> Bilingual {
    suggestions[name].map { Bilingual(ko: "(혹시 \(excerpt($0))?)", en: " (is it \(excerpt($0))?)") } ?? ""
  }

  /// A line for a kind of names, the first of them in words; none where there are none.
  private func group(_ names: [Bilingual], _ line: (Bilingual, Int) -> Bilingual) -> [Bilingual] {
    guard !names.isEmpty else { return [] }
    let more = names.count > Self.shownCount ? ", …" : ""
    let shown = names.prefix(Self.shownCount)
    let ko = shown.map(\.ko).joined(separator: ", "), en = shown.map(\.en).joined(separator: ", ")
    return [line(Bilingual(ko: ko + more, en: en + more), names.count)]
  }
}

extension WeightMatch.Misshapen {
  fileprivate var words: Bilingual {
    Bilingual(
      ko: "(모델 \(expected), 파일 \(Array(found.prefix(8))))", en: " (model \(expected), file \(Array(found.prefix(8))))")
  }
}

private func + (a: Bilingual, b: Bilingual) -> Bilingual { Bilingual(ko: a.ko + b.ko, en: a.en + b.en) }
