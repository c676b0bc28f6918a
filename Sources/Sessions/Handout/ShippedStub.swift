import Grading

extension Book.Sources {
  /// What readers find to fill in. A leader who solved the exercise in this very book does not hand the solution out: then only
  /// the declaration is shown.
  func stub(of id: ExerciseID) -> String {
    if let code = stub[id]?.code, Self.isUntouched(code, id) { return code }
    return model.signatures(of: id).map { "\($0) {\n  // TODO(\(id))\n}" }.joined(separator: "\n\n")
  }

  /// Whether every place to fill in still holds nothing but its placeholder.
  static func isUntouched(_ code: String, _ id: ExerciseID) -> Bool {
    let place = /TODO\((\d+\.\d+)\)[^\n]*\n(?:[ \t]*\/\/[^\n]*\n)*[ \t]*(?:return )?(?:\.nan|\[\])[ \t]*\n[ \t]*\}/
    let places = code.matches(of: place).count { $0.1 == id.description }
    return places > 0 && places == code.matches(of: /TODO\(/).count
  }
}
