import Testing

/// Every claim of every chapter can fail: `claims` says behind each what breaks it.
@Suite(.timeLimit(.minutes(30))) struct ClaimTests {
  @Test("every claim holds as the chapter is, and what it says breaks it does", arguments: Program.chapters)
  func canFail(_ chapter: String) async throws {
    let claims = try await claims(of: chapter)
    try #require(!claims.isEmpty)
    for claim in claims { #expect(claim.holds, "\(claim.name)") }
    for breaker in Set(claims.map(\.breaker)) {
      let broken = try await self.claims(of: chapter, breaker.split(separator: " ").map(String.init))
      for claim in claims where claim.breaker == breaker {
        #expect(broken.first { $0.name == claim.name }?.holds == false, "\(claim.name) holds with \(breaker)")
      }
    }
  }

  @Test("where a parameter leaves a number undefined, the sentence that shows it is marked", arguments: ["0", "1"])
  func undefined(alpha: String) async throws {
    let outcome = try await Program(name: "chapter3").run("--alpha", alpha, "--lang", "en", "--width", "1000")
    let marked = outcome.output.matches(of: /✗ [^\[]*NaN[^\[]*\[not true/).count
    #expect(marked > 0)
    #expect(marked == outcome.output.matches(of: /NaN/).count)
  }

  @Test("a broken claim is marked where the chapter is read, in both languages")
  func marked() async throws {
    for (language, mark) in [("ko", "지금의 매개변수에서는 성립하지 않습니다"), ("en", "not true with today's parameters")] {
      let lines = ["--lang", language, "--width", "1000"]
      #expect(try await !Program(name: "chapter3").run(lines).output.contains(mark))
      #expect(try await Program(name: "chapter3").run(lines + ["--negatives", "10"]).output.contains(mark))
    }
  }

  private struct Claim {
    let name: String, holds: Bool, breaker: String
  }

  private func claims(of chapter: String, _ arguments: [String] = []) async throws -> [Claim] {
    let outcome = try await Program(name: chapter).run(["claims"] + arguments)
    #expect(outcome.status == 0)
    return outcome.output.split(separator: "\n").filter { $0.hasPrefix("✓ ") || $0.hasPrefix("✗ ") }.map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      return Claim(
        name: String(fields[0].dropFirst(2)), holds: line.hasPrefix("✓"),
        breaker: fields.count == 2 ? String(fields[1]) : "")
    }
  }
}
