import Localization
import Testing

@Suite struct LanguageTests {
  @Test(
    "a locale names its language, whatever its region and encoding",
    arguments: [
      ("ko_KR.UTF-8", Language.ko), ("ko", .ko), ("en_GB", .en), ("EN-us", .en), ("en.UTF-8@euro", .en),
    ])
  func locale(_ name: String, _ expected: Language) {
    #expect(Language(locale: name) == expected)
  }

  @Test(
    "where nothing usable is said the reader reads Korean",
    arguments: [
      [:], ["LANG": "C"], ["LC_ALL": "POSIX"], ["LANG": "fr_FR.UTF-8"], ["LC_ALL": "", "LANG": ""],
    ])
  func fallback(_ environment: [String: String]) {
    #expect(Language.preferred(in: environment) == .ko)
  }

  @Test("LC_ALL stands before LC_MESSAGES, and that before LANG")
  func order() {
    #expect(Language.preferred(in: ["LC_ALL": "en_US", "LC_MESSAGES": "ko_KR", "LANG": "ko_KR"]) == .en)
    #expect(Language.preferred(in: ["LC_MESSAGES": "en_US", "LANG": "ko_KR"]) == .en)
    #expect(Language.preferred(in: ["LC_ALL": "C", "LANG": "en_US"]) == .en)
  }
}
