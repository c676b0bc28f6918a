import Testing

@testable import Console

@Suite struct DrawOptionTests {
  @Test(
    "options that are passed on are understood as they were typed",
    arguments: [
      [], ["--list"], ["--lang", "en", "--train"], ["--out", "a b", "--format", "pdf"],
      ["--scale", "0.5", "--size", "300x200"],
      ["--theme", "dark", "--background", "transparent"],
    ] as [[String]])
  func roundTrip(_ arguments: [String]) throws {
    let typed = try DrawOptions.parse(arguments)
    let passed = try DrawOptions.parse(typed.arguments(drawing: ["one", "two"]))
    #expect(passed.names == ["one", "two"])
    #expect("\(try DrawOptions.parse(typed.arguments(drawing: [])))" == "\(typed)")
    #expect(typed.areCommittedForm == passed.areCommittedForm)
  }

  @Test("options of weaving, too", arguments: [[], ["--check"], ["--lang", "ko", "--train"]] as [[String]])
  func weaving(_ arguments: [String]) throws {
    let typed = try WeaveOptions.parse(arguments)
    #expect("\(try WeaveOptions.parse(typed.arguments))" == "\(typed)")
  }
}
