import Detection
import DrawnShapes
import Localization
import Plotting
import ShapeDetector
import Statistics
import Workbook

/// How the losses of both subnets fell in trainings of one recipe, each in dashes of its own, and where η fell.
///
/// - Parameters:
///   - trials: at least one.
///   - losses: from the lowest loss that is drawn to the highest.
public func lossChart(_ trials: [ShapeTrial], _ recipe: TrainingRecipe, in losses: ClosedRange<Double>) -> Chart {
  Chart(
    x: Axis(label: .trainingStep, scale: .linear(0...Double(recipe.steps)), format: .fixed(0)),
    y: Axis(scale: .log(losses)), legend: .inside(.bottomLeading)
  ) {
    for (index, trial) in trials.enumerated() {
      for (points, part) in [(trial.classification, DetectorPart.classificationSubnet), (trial.box, .boxSubnet)] {
        let curve = points.enumerated().map { ((Double($0) + 0.5) * Double(trial.stride), Double($1)) }
        let line = Line(curve).tint(part.tint).dash(.series(index)).width(3)
        if index == 0 { line.label(part.name) } else { line }
      }
    }
    for (index, share) in recipe.falls.enumerated() {
      Rule(x: share * Double(recipe.steps), label: "$\\eta / 1\(String(repeating: "0", count: index + 1))$")
    }
  }
}

/// A share of all shapes, and of each class, with the deviation over seeds.
///
/// - Parameter goal: is marked by a line.
public func shapeBars(all: Spread, classes: [Spread], goal: Double) -> Chart {
  let spreads = [all] + classes, names = [Bilingual(ko: "모두", en: "all")] + ShapeClass.allCases.map(\.name)
  return Chart(
    x: Axis(scale: .linear(0...1.25), ticks: .at([0, 0.2, 0.4, 0.6, 0.8, 1]), format: .percent(0)),
    y: Axis(scale: .band(names), direction: .descending)
  ) {
    Bar(
      spreads.map(\.mean), errors: spreads.map(\.deviation),
      highlights: Dictionary(uniqueKeysWithValues: names.indices.map { ($0, $0 == 0 ? .muted : .series($0 - 1)) }),
      orientation: .horizontal, values: .percent(0))
    Rule(x: goal)
  }
}
