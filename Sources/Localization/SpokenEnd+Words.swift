extension SpokenEnd {
  /// The sound of the last word, number or sign, which is the last character's at least.
  func soundOfLastWord() -> FinalSound? {
    guard let last = characters.last else { return nil }
    if let sound = soundOfPower { return sound }
    if last.isASCIIDigit { return soundOfLastNumber() }
    if let digit = SpokenSigns.subscriptDigits[last] { return SpokenNumber.sound(ofDigit: digit) }
    if let letter = SpokenSigns.subscriptLetters[last] { return SpokenLatin.sound(ofLetter: letter) }
    if let reading = SpokenSigns.readings[last] { return FinalSound(hangul: reading) }
    if let sound = FinalSound(syllable: last) { return sound }
    if last.isASCII, last.isLetter { return soundOfLastLatin() }
    return soundOfAccent(last)
  }

  /// What follows `^` without brackets, as in 10^6 or x^γ.
  private var soundOfPower: FinalSound? {
    let exponent = characters.reversed().prefix { $0.isASCIIDigit || ($0.isLetter && FinalSound(syllable: $0) == nil) }
    var mark = characters.count - exponent.count - 1
    if mark > 0, "+-−".contains(characters[mark]) { mark -= 1 }
    guard mark >= 0, characters[mark] == "^" else { return nil }
    return Self.exponent(String(exponent.reversed()))
  }

  // MARK: - Numbers

  private func soundOfLastNumber() -> FinalSound? {
    let start = startOfNumber(endingAt: characters.count)
    let number = String(characters[start...])
    if isExponent(at: start) { return FinalSound(hangul: "승") }
    // L1 and L2 are said 엘원, 엘투.
    if number == "1", start > 0, characters[start - 1] == "L", start < 2 || !characters[start - 2].isLetter {
      return FinalSound(hangul: "원")
    }
    // 1/3 is 삼분의 일.
    if start > 1, characters[start - 1] == "/", characters[start - 2].isASCIIDigit {
      let numeratorStart = startOfNumber(endingAt: start - 1)
      return SpokenNumber.sound(String(characters[numeratorStart..<(start - 1)]))
    }
    return SpokenNumber.sound(number)
  }

  /// Where the number begins whose last digit stands before `end`: digits, with commas and points between digits.
  private func startOfNumber(endingAt end: Int) -> Int {
    var start = end
    while start > 0 {
      let character = characters[start - 1]
      let joins =
        (character == "," || character == ".") && start < end && characters[start].isASCIIDigit && start > 1
        && characters[start - 2].isASCIIDigit
      guard character.isASCIIDigit || joins else { break }
      start -= 1
    }
    return start
  }

  /// Whether digits from `start` on are the exponent of 1e-5.
  private func isExponent(at start: Int) -> Bool {
    var index = start - 1
    if index >= 0, "+-−".contains(characters[index]) { index -= 1 }
    return index > 0 && (characters[index] == "e" || characters[index] == "E") && characters[index - 1].isASCIIDigit
  }

  // MARK: - Letters

  private func soundOfLastLatin() -> FinalSound? {
    let word = characters.reversed().prefix { $0.isASCII && $0.isLetter }.reversed()
    let before = characters.dropLast(word.count)
    let host = before.last { !$0.isWhitespace }
    if host?.isASCIIDigit == true, mode == .prose || word.count > 1, let unit = SpokenLatin.units[String(word)] {
      return FinalSound(hangul: unit)
    }
    return SpokenLatin.sound(of: String(word))
  }

  /// A letter under a hat or a bar, which is said after it: p̂, 피 햇.
  private func soundOfAccent(_ character: Character) -> FinalSound? {
    switch String(character).unicodeScalars.last?.value {
    case 0x302: FinalSound(hangul: "햇")
    case 0x304: FinalSound(hangul: "바")
    case 0x303: FinalSound(hangul: "틸드")
    case 0x307: FinalSound(hangul: "닷")
    default: nil
    }
  }
}

extension Character {
  var isASCIIDigit: Bool { isASCII && isNumber }
}
