import Literate
import Localization

/// What a careful second reading of the slides and posts found: a verdict on each claim, and the chapter it belongs to.
package struct SlideClaim: Sendable {
  /// `002-14`: the source, and the claim's number in it.
  package let id: String
  package let chapter: Int
  package let verdict: SlideRemark.Verdict

  /// Where the claim is made, for the readers of the slides.
  var remark: SlideRemark {
    let source = SlideSource(rawValue: String(id.prefix(3)))?.name ?? Bilingual(stringLiteral: String(id.prefix(3)))
    return SlideRemark(verdict: verdict, place: source)
  }

  /// All claims that were looked at.
  package static let all: [SlideClaim] = [
    claims("000", chapter: 0, right: [1], ambiguous: [3], wrong: [2]),
    claims("000", chapter: 1, ambiguous: [7]),
    claims("000", chapter: 3, wrong: [8]),
    claims("000", chapter: 4, right: [6], wrong: [4, 9, 10, 11, 12]),
    claims("000", chapter: 7, right: [16], ambiguous: [15], wrong: [14]),
    claims("000", chapter: 8, right: [5, 17, 18], ambiguous: [13]),
    claims("000", chapter: 9, right: [20], ambiguous: [19]),

    claims("002", chapter: 0, right: [3], ambiguous: [1, 5], wrong: [2, 4]),
    claims("002", chapter: 1, right: [6, 9]),
    claims("002", chapter: 3, ambiguous: [7], wrong: [8, 17]),
    claims("002", chapter: 4, right: [14, 15], ambiguous: [10, 11, 18], wrong: [12, 13]),
    claims("002", chapter: 5, right: [16]),
    claims("002", chapter: 6, right: [20, 28, 31], wrong: [26, 27, 29, 30]),
    claims("002", chapter: 7, ambiguous: [22], wrong: [19, 21, 23, 24, 25]),
    claims("002", chapter: 8, right: [32]),

    claims("003", chapter: 0, ambiguous: [1, 2]),
    claims("003", chapter: 2, right: [5]),
    claims("003", chapter: 3, right: [7], ambiguous: [6]),
    claims("003", chapter: 4, right: [3, 9, 10], ambiguous: [4], wrong: [8]),
    claims("003", chapter: 7, right: [11]),
    claims("003", chapter: 8, right: [12]),

    claims("004", chapter: 0, right: [2, 5], ambiguous: [3, 4]),
    claims("004", chapter: 3, right: [6, 8], ambiguous: [7, 11, 12, 15], wrong: [1, 10]),
    claims("004", chapter: 4, right: [16, 17, 20], ambiguous: [9], wrong: [13, 14, 18, 19]),
  ].flatMap { $0 }

  private static func claims(
    _ source: String, chapter: Int, right: [Int] = [], ambiguous: [Int] = [], wrong: [Int] = []
  ) -> [SlideClaim] {
    [(SlideRemark.Verdict.right, right), (.ambiguous, ambiguous), (.wrong, wrong)].flatMap { verdict, numbers in
      numbers.map {
        SlideClaim(id: "\(source)-\($0 < 10 ? "0" : "")\($0)", chapter: chapter, verdict: verdict)
      }
    }
  }
}
