/// How words in Latin letters end when they are said in Korean.
enum SpokenLatin {
  /// The end of a word: from the table, else by its spelling. Of RetinaNet or focalLoss the last part counts.
  static func sound(of word: String) -> FinalSound? {
    let last = lastPart(of: word)
    let reading = words[word.lowercased()] ?? (last.count > 1 ? words[last.lowercased()] : nil)
    return reading.map { FinalSound(hangul: $0) } ?? soundBySpelling(word)
  }

  /// The end of a word by its letters: their names where it is an abbreviation, else as English is written in Hangul.
  static func soundBySpelling(_ word: String) -> FinalSound? {
    let last = lastPart(of: word)
    return isSpelt(last) ? last.last.flatMap(sound(ofLetter:)) : soundOfEnding(last.lowercased())
  }

  /// The end of a letter's name: L, R are 엘, 알; M, N 엠, 엔; the others end in a vowel.
  static func sound(ofLetter letter: Character) -> FinalSound? {
    switch letter.lowercased() {
    case "l", "r": .rieul
    case "m", "n": .consonant
    case "a"..."z": .vowel
    default: nil
    }
  }

  /// From the last capital on: the Net of RetinaNet, the T of alphaT; the whole of IOU.
  private static func lastPart(of word: String) -> String {
    guard let capital = word.lastIndex(where: \.isUppercase), word.contains(where: \.isLowercase) else { return word }
    return String(word[capital...])
  }

  /// Whether the letters are said one by one: capitals alone, and what has no vowel to be said with.
  private static func isSpelt(_ word: String) -> Bool {
    word.count == 1 || !word.contains(where: \.isLowercase)
      || !word.lowercased().contains(where: { "aeiouy".contains($0) })
  }

  // MARK: - Endings

  /// The end of an English word, by how its last letters are written in Hangul.
  ///
  /// L closes in ㄹ, M, N and NG in their consonants, also before a silent E (table, scale, line, frame). P, T, K
  /// close a syllable after one short vowel (map, net, block) and get a vowel of their own after anything else (loop,
  /// weight, mask). Everything else ends in a vowel: detector, score, head, class, image.
  static func soundOfEnding(_ word: String) -> FinalSound? {
    var letters = Array(word)
    if letters.count > 2, letters.last == "e", ["l", "m", "n"].contains(letters[letters.count - 2]) {
      letters.removeLast()
    }
    guard let last = letters.last else { return nil }
    switch last {
    case "l": return .rieul
    case "m", "n": return .consonant
    case "g": return letters.dropLast().last == "n" ? .consonant : .vowel
    case "p", "t", "b": return closesShortSyllable(letters.dropLast()) ? .consonant : .vowel
    case "k":
      let before = letters.dropLast()
      if before.last == "c" { return closesShortSyllable(before.dropLast()) ? .consonant : .vowel }
      return before.suffix(2) == ["o", "o"] ? .consonant : .vowel
    case "c": return letters.dropLast().last.map(isVowel) == true ? .consonant : .vowel
    default: return .vowel
    }
  }

  /// Whether what stands before a last consonant ends in one vowel alone.
  private static func closesShortSyllable(_ letters: ArraySlice<Character>) -> Bool {
    guard let vowel = letters.last, isVowel(vowel) else { return false }
    return letters.dropLast().last.map { !isVowel($0) } ?? true
  }

  private static func isVowel(_ letter: Character) -> Bool { "aeiouy".contains(letter) }
}
