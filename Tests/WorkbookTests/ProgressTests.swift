import Localization
import Testing

@testable import Console

@Suite struct ProgressTests {
  func line(_ done: Int, of total: Int, seconds: Int, note: String = "", in language: Language = .en) -> String {
    Progress(of: total, Bilingual(ko: "훈련", en: "training"), in: language)
      .line(done: done, elapsed: .seconds(seconds), note: note)
  }

  @Test("the share, the time so far and the time left at the same pace")
  func shares() {
    #expect(
      line(120, of: 600, seconds: 14, note: "loss 0.83")
        == "training  ████░░░░░░░░░░░░░░░░  20 %  0:14, 0:56 left  loss 0.83")
    #expect(line(120, of: 600, seconds: 75, in: .ko) == "훈련  ████░░░░░░░░░░░░░░░░  20 %  1:15, 남은 시간 5:00")
  }

  @Test("at the end no time is left, and before the first step nothing is foretold")
  func ends() {
    #expect(line(600, of: 600, seconds: 61) == "training  ████████████████████ 100 %  1:01")
    #expect(line(0, of: 600, seconds: 0) == "training  ░░░░░░░░░░░░░░░░░░░░   0 %  0:00, 0:00 left")
    #expect(line(3, of: 0, seconds: 1).contains("100 %"))
  }
}
