import Grading
import Kernels
import Literate

extension Chapter0 {
  /// 0.1: how many backgrounds does a grid have for each object?
  static let backgroundsPerObject = NumericTask(.exact) { random in
    let (grid, divisors) = random.pick([
      (12, [6, 8, 9, 12, 16]), (14, [7, 14]), (15, [5, 9, 15]), (16, [8, 16]), (20, [5, 8, 10, 16]),
    ])
    var drawn = NumericTask.Drawn()
    drawn.numbers.value("grid", grid)
    let anchorsPerCell = drawn.numbers.value("anchorsPerCell", random.pick([3, 4, 6, 9]))
    let objects = drawn.numbers.value("objects", random.pick(divisors))  // so that the answer is a whole number
    let boxes = drawn.numbers.value("boxes", grid * grid * anchorsPerCell)
    let backgrounds = drawn.numbers.value("backgrounds", boxes - objects)
    drawn.answer = Double(drawn.numbers.value("answer", backgrounds / objects))
    drawn.mistakes = [
      "countsObjectsToo": Double(boxes) / Double(objects),
      "oneBoxPerCell": Double(grid * grid - objects) / Double(objects),
      "allOfThem": Double(backgrounds),
    ]
    return drawn
  }

  /// 0.3: which share of the summed loss have many easy backgrounds beside a few hard objects?
  static let shareOfBackgrounds = NumericTask(.digits(2)) { random in
    var (objects, backgrounds, objectLoss, backgroundLoss, ratio) = (0.0, 0.0, 0.0, 0.0, 0.0)
    repeat {
      (objects, backgrounds) = (random.pick([1, 2, 4, 5]), random.pick([500, 1000, 2000, 4000]))
      (objectLoss, backgroundLoss) = (random.pick([4, 5, 6, 8, 10]), random.pick([0.01, 0.02, 0.05, 0.1]))
      ratio = backgrounds * backgroundLoss / (objects * objectLoss)
    } while !(1.5...20).contains(ratio)  // a share that no mistake comes near

    var drawn = NumericTask.Drawn()
    drawn.numbers.value("objects", objects, .integer)
    drawn.numbers.value("backgrounds", backgrounds, .integer)
    drawn.numbers.value("objectLoss", objectLoss, .integer)
    drawn.numbers.value("backgroundLoss", backgroundLoss, .atMost(2))
    drawn.numbers.value("objectTotal", objects * objectLoss, .integer)
    drawn.numbers.value("backgroundTotal", backgrounds * backgroundLoss, .integer)
    let countShare = drawn.numbers.value("countShare", backgrounds / (backgrounds + objects), .percent(2))
    drawn.numbers.value("lossRatio", objectLoss / backgroundLoss, .integer)
    drawn.answer = drawn.numbers.value("answer", ratio / (1 + ratio), .fixed(3))
    drawn.mistakes = [
      "ratio": ratio,
      "countShare": countShare,
      "oneOfEach": backgroundLoss / (backgroundLoss + objectLoss),
      "objectShare": 1 / (1 + ratio),
    ]
    return drawn
  }
}
