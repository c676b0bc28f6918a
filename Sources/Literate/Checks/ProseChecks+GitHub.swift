import Localization

/// What GitHub would not show as it was meant.
extension ProseChecks {
  /// Reading has put U+FFFD for what is no text; the first on each line is reported.
  mutating func checkBytes() {
    let sign = Array("\u{FFFD}".utf8)
    for line in source.lineStarts.indices {
      let text = Array(source.text(ofLine: line + 1).utf8)
      guard let place = text.firstRange(of: sign)?.lowerBound else { continue }
      report(
        source.lineStarts[line] + place,
        Bilingual(
          ko: "글자가 아닌 바이트가 있습니다(NUL이거나 UTF-8이 아님). 여기를 다시 쓰고 파일을 UTF-8로 저장하십시오.",
          en: "Here stands a byte that is no text (NUL, or not UTF-8). Write it again and save the file as UTF-8."))
    }
  }

  mutating func reportUnclosed(_ start: Int) {
    let opening = source.text(ofLine: source.line(ofByte: start))
    let fence = opening.drop { $0 != "`" && $0 != "~" }.prefix { $0 == "`" || $0 == "~" }
    report(
      start,
      opening.contains("<!--")
        ? Bilingual(
          ko: "주석이 닫히지 않아 뒤의 글이 가려집니다. `-->`로 닫으십시오.",
          en: "The comment is not closed and hides what follows. Close it with `-->`.")
        : Bilingual(
          ko: "코드 블록이 닫히지 않아 뒤의 글까지 코드가 됩니다. 코드 아래에 \(fence) 줄을 넣으십시오.",
          en: "The code block is not closed and swallows what follows. Put a line \(fence) below the code."))
  }

  mutating func checkMarks(_ run: ProseRun) {
    for index in run.characters.indices.dropLast() {
      let mark = run.characters[index]
      guard mark == "*" || mark == "_", run.characters[index + 1] == mark, run[index - 1] != mark,
        !isEscaped(run, index), !isEscaped(run, index + 1)
      else { continue }
      report(
        run.starts[index],
        Bilingual(
          ko: "`\(mark)\(mark)`가 강조로 읽히지 않았습니다. 닫는 표시 앞이 괄호나 부호이고 뒤가 글자이면 닫히지 않으니, 조사까지 강조하거나 띄어 쓰십시오.",
          en:
            "`\(mark)\(mark)` was not read as emphasis. It does not close between punctuation and a letter: move the mark."
        ))
    }
  }

  /// `3~5 … 7~9`: what was meant as two ranges hides its signs.
  mutating func checkStrikes(_ run: ProseRun) {
    for start in run.strikes {
      report(
        start,
        Bilingual(
          ko: "앞뒤의 `~` 사이에 줄이 그어집니다. 범위를 ‘에서 … 사이’처럼 말로 쓰거나 \\~로 쓰십시오.",
          en: "This is struck through: it stands between two `~`. Write the range in words, or the sign as \\~."))
    }
  }

  mutating func checkDollars(_ run: ProseRun) {
    for index in run.characters.indices where run.characters[index] == "$" && !isEscaped(run, index) {
      guard run[index - 1] != "$" else { continue }
      report(
        run.starts[index],
        Bilingual(
          ko: "수식은 $`…`$로 씁니다. 표 안의 수식에는 `|`를 쓸 수 없고, 글자 $는 \\$로 씁니다.",
          en: "Formulas are written $`…`$, without `|` in tables; a dollar sign is written \\$."))
    }
  }

  /// GitHub reads `` $`…`$ `` as a formula only where no letter or digit stands before it, and, as with `$…$`, no
  /// Latin letter or digit behind it. A Korean particle may follow directly.
  /// - Source: github/markup issue 1742, for what stands before; what stands behind is the rule of `$…$`, kept to be safe.
  mutating func checkNeighbours(_ run: ProseRun) {
    for index in run.characters.indices where run.characters[index] == ProseRun.formula {
      let before = run.afterMark.contains(index) ? nil : run[index - 1]
      let after = run.afterMark.contains(index + 1) ? nil : run[index + 1]
      if before.map({ $0.isLetter || $0.isNumber || $0.isPlaceholder }) == true {
        report(
          run.starts[index],
          Bilingual(
            ko: "수식이 앞 글자에 붙어 있으면 GitHub가 수식으로 읽지 않습니다. 띄어 쓰십시오.",
            en: "GitHub does not read a formula that is glued to what stands before it. Put a space between."))
      }
      if after.map({ $0.isASCIILetter || $0.isDecimalDigit || $0.isPlaceholder }) == true {
        report(
          run.starts[index + 1],
          Bilingual(
            ko: "수식 바로 뒤에 로마자나 숫자가 붙으면 GitHub가 수식으로 읽지 않을 수 있습니다. 띄어 쓰십시오.",
            en: "GitHub may not read a formula with a letter or digit glued behind it. Put a space between."))
      }
    }
  }
}

extension Character {
  fileprivate var isPlaceholder: Bool { self == ProseRun.value || self == ProseRun.formula || self == ProseRun.code }
}
