import Grading
import Localization
import Plotting

extension Exercise {
  /// A digest of what is asked and of what is right: the same as long as everybody's numbers and their answers are.
  var digest: String {
    var hash = FNV1a()
    func add(_ text: String) { (Array(text.utf8) + [0]).forEach { hash.add($0) } }
    func add(_ numbers: Numbers) {
      for name in numbers.names { add("\(name) \(numbers[name]?.shown(in: .prose, .en) ?? "")") }
    }
    add("\(id)")
    for seed in [Seed(1), Seed(2), Seed(3)] {
      var random = seed.generator(for: id)
      switch task {
      case .numeric(let task):
        let drawn = task.draw(&random)
        add(drawn.numbers)
        add("\(task.tolerance) \(drawn.answer) \(drawn.mistakes.sorted { $0.key < $1.key })")
      case .prediction(let task):
        let drawn = task.draw(&random)
        add(drawn.numbers)
        add("\(task.choices) \(drawn.answer)")
      case .exploration(let task):
        let drawn = task.draw(&random)
        add(drawn.numbers)
        add("\(task.fields.map(\.en)) \(drawn.example)")
      case .code(let task):
        add("\(task.call) \(task.precision) \(task.laws.map(\.name)) \(task.mistakes.map(\.name))")
        for question in task.questions(&random) {
          var reader = question.reader
          add("\(question.numbers) \(task.truth(&reader))")
        }
      }
    }
    return hash.hexadecimal
  }
}
