/// How numbers end when they are read in Sino-Korean: 십만, 영점칠, 육만칠천구백구십오.
enum SpokenNumber {
  /// The end of a number of digits, with commas between thousands and at most one decimal point; nil for others.
  static func sound(_ number: String) -> FinalSound? {
    let digits = number.filter { $0 != "," }
    guard let last = digits.last, digits.allSatisfy({ $0.isASCIIDigit || $0 == "." }) else { return nil }
    // Decimals are read digit by digit, and so are numbers of nothing but zeros.
    guard !digits.contains("."), let lowest = digits.lastIndex(where: { $0 != "0" }) else {
      return sound(ofDigit: last)
    }
    let zeros = digits.distance(from: lowest, to: digits.endIndex) - 1
    if zeros == 0 { return sound(ofDigit: last) }
    if zeros < 4 { return FinalSound(hangul: ["십", "백", "천"][zeros - 1]) }
    let myriad = zeros / 4 - 1
    return myriads.indices.contains(myriad) ? FinalSound(hangul: myriads[myriad]) : nil
  }

  static func sound(ofDigit digit: Character) -> FinalSound? {
    digit.wholeNumberValue.flatMap { names.indices.contains($0) ? FinalSound(hangul: names[$0]) : nil }
  }

  private static let names = ["영", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"]

  /// 10⁴, 10⁸, 10¹², …
  private static let myriads = ["만", "억", "조", "경", "해", "자", "양", "구", "간", "정", "재", "극"]
}
