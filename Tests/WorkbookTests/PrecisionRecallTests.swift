import Plotting
import Testing

@testable import Workbook

@Suite struct PrecisionRecallTests {
  @Test("the steps are the highest precision from each recall on, and 0 where a recall is not reached")
  func steps() {
    let corners = precisionSteps([(0.5, 1), (0.5, 0.5), (0.75, 0.6)])
    #expect(corners.map(\.x) == [0, 0.5, 0.5, 0.75, 0.75, 1])
    #expect(corners.map(\.y) == [1, 1, 0.6, 0.6, 0, 0])
    #expect(precisionSteps([]).map(\.y) == [0, 0])
  }
}
