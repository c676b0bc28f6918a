import Localization

/// The pictures of the slides and posts, and the figure that stands for each: a chapter that exists draws all of its own.
package struct SlidePicture: Sendable {
  package let chapter: Int
  /// The figure that is drawn instead, by name.
  package let figure: String
  /// What the readers of the slides call it.
  let seenAs: [Bilingual]

  /// What the readers of the slides know a figure as.
  static func seenAs(_ figure: String, inChapter chapter: Int) -> [Bilingual] {
    all.filter { $0.chapter == chapter && $0.figure == figure }.flatMap(\.seenAs)
  }

  package static let all: [SlidePicture] = [
    picture(0, "twoParadigms", .study.page("BACKGROUND"), .seminar.page("요약")),
    picture(0, "twoStagePipeline", .blog.picture(1)),
    picture(0, "oneStagePipeline", .blog.picture(2)),
    picture(0, "easyAndHard", .study.page("PROBLEM STATEMENT"), .seminar.page("요약"), .blog.picture(4)),
    picture(0, "lossTotals", .blog.picture(6)),
    picture(0, "imbalance", .blog.picture(7)),
    picture(0, "speedAccuracy", .study.page("CONTRIBUTION"), .seminar.page("Results")),
    picture(1, "binaryCrossEntropy", .seminar.page("Binary Cross Entropy Loss")),
    picture(1, "crossEntropyOfPt", .seminar.page("Binary Cross Entropy Loss"), .review.page("(1), (2)")),
    picture(1, "crossEntropyRegions", .blog.picture(3), .blog.picture(5)),
    picture(2, "softmaxExample", .seminar.page("Cross Entropy Loss")),
    picture(3, "simpleIdea", .blog.picture(8)),
    picture(3, "balancedFormula", .blog.picture(9), .seminar.page("Balanced Binary Cross Entropy Loss")),
    picture(3, "balancedCurves", .seminar.page("Balanced Binary Cross Entropy Loss")),
    picture(3, "balanceTipsBack", .blog.picture(10)),
    picture(4, "focalFormula", .blog.picture(11), .study.page("FOCAL LOSS(3)")),
    picture(4, "focalCurves", .study.page("FOCAL LOSS(5)"), .seminar.page("요약"), .blog.picture(12)),
    picture(4, "modulatingFactor", .study.page("FOCAL LOSS(4)")),
    picture(4, "threeLosses", .blog.picture(13)),
    picture(4, "alphaBalancedFocal", .seminar.page("Balanced Focal Loss")),
    picture(5, "priorInitialization", .review.page("Class Imbalance and Model Initialization")),
    picture(6, "anchorsOfACell", .review.page("RetinaNet Detector")),
    picture(6, "anchorsOverLevels", .review.page("RetinaNet Detector")),
    picture(6, "anchorAssignment", .review.page("RetinaNet Detector")),
    picture(
      7, "architecture", .study.page("RETINANET"), .review.page("RetinaNet Detector"), .seminar.page("RetianNet")),
    picture(7, "topDownMerge", .review.page("RetinaNet Detector")),
    picture(7, "decoding", .study.page("EXPERIMENT")),
    picture(8, "alphaAblation", .study.page("(a) Varying α for CE loss")),
    picture(8, "gammaAblation", .study.page("(b) Varying γ for FL")),
    picture(8, "resultsTable", .review.page("Experiments"), .seminar.page("Results")),
    picture(8, "lossDistribution"),
    picture(9, "scoreAndIoU", .study.page("Limitation 1")),
    picture(9, "boxDistribution", .study.page("Limitation 2")),
  ]

  private static func picture(_ chapter: Int, _ figure: String, _ seenAs: Bilingual...) -> SlidePicture {
    SlidePicture(chapter: chapter, figure: figure, seenAs: seenAs)
  }
}

extension Bilingual {
  fileprivate static var study: SlideSource { .study }
  fileprivate static var review: SlideSource { .review }
  fileprivate static var seminar: SlideSource { .seminar }
  fileprivate static var blog: SlideSource { .blog }
}
