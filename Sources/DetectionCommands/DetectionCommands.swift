import ArgumentParser

/// The commands of chapter 7: `static var actions: [any ParsableCommand.Type] { detectionCommands }`.
public var detectionCommands: [any ParsableCommand.Type] { [DetectCommand.self, EvaluateCommand.self] }
