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
      [:], ["LANG": "C"], ["LC_ALL": "POSIX"], ["LANG": "C.UTF-8"], ["LC_ALL": "", "LANG": ""],
      ["LC_CTYPE": "en_US.UTF-8"],
    ])
  func fallback(_ environment: [String: String]) {
    #expect(Language.preferred(in: environment) == .ko)
  }

  @Test(
    "readers of other languages get English",
    arguments: [
      ["LANG": "fr_FR.UTF-8"], ["LANG": "de"], ["LC_ALL": "ja_JP.eucJP", "LANG": "ko_KR"],
      ["LC_ALL": "C", "LANG": "yue"],
    ])
  func foreign(_ environment: [String: String]) {
    #expect(Language.preferred(in: environment) == .en)
  }

  @Test("LC_ALL stands before LC_MESSAGES, and that before LANG")
  func order() {
    #expect(Language.preferred(in: ["LC_ALL": "en_US", "LC_MESSAGES": "ko_KR", "LANG": "ko_KR"]) == .en)
    #expect(Language.preferred(in: ["LC_MESSAGES": "en_US", "LANG": "ko_KR"]) == .en)
    #expect(Language.preferred(in: ["LC_ALL": "C", "LANG": "en_US"]) == .en)
  }
}
