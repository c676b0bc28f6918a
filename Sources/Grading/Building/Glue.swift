/// The lines that join a reader's functions to the program that asks them.
///
/// Whatever names the reader gives to their own functions and types, these lines mean the same: they use names of `Calls` alone,
/// which comes from a module that the reader's text does not import.
enum Glue {
  /// The module with `Calls`.
  static let runner = "WorkbookRunner"
  static let entry = "main.swift"

  /// The file that holds the call of one exercise.
  static func file(_ id: ExerciseID) -> String { "call\(id.chapter)_\(id.number).swift" }

  static func call(_ id: ExerciseID, _ task: CodeTask) -> String {
    importing(
      """
      extension \(runner).Calls {
        static func \(function(id))(_ q: inout Asked) throws -> Answer {
          try \(task.call)
        }
      }
      """)
  }

  static func entry(_ ids: [ExerciseID]) -> String {
    let calls = ids.map { "\"\($0)\": \(runner).Calls.\(function($0))" }.joined(separator: ", ")
    return importing("\(runner).Calls.serve([\(ids.isEmpty ? ":" : calls)])")
  }

  private static func importing(_ text: String) -> String { "import \(runner)\n\n\(text)\n" }

  private static func function(_ id: ExerciseID) -> String { "call\(id.chapter)_\(id.number)" }
}
