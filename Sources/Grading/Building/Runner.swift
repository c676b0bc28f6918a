/// The module that asks, compiled once for all submissions that a process grades.
enum Runner {
  /// - Returns: the folder in which it lies.
  static func built() async throws(GradingError) -> Workplace { try await building.value.get() }

  private static let building = Task { () -> Result<Workplace, GradingError> in
    do throws(GradingError) {
      let place = try Workplace.ofThisProcess()
      try await Compiler(place: place, limits: .init()).buildRunner()
      return .success(place)
    } catch { return .failure(error) }
  }
}
