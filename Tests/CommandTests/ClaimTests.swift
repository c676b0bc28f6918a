import Testing

/// Every claim of every chapter can fail: here is what breaks it.
@Suite struct ClaimTests {
  static let breakers: [String: [String: [String]]] = [
    "chapter3": [
      "the backgrounds outweigh the object": ["--negatives", "10"],
      "in the gradient they outweigh it even more": ["--background-loss", "100"],
      "inverse frequency overshoots": ["--object-loss", "0.1"],
      "α leaves the ratio of hard to easy alone": ["--alpha", "1"],
      "the balance of the loss tips back": ["--steps", "10"],
      "the balance of the gradient tips less": ["--steps", "10"],
      "even at the end it tips less": ["--steps", "10"],
      "what remains is the loss of hard backgrounds": ["--steps", "10"],
      "plain CE first calls everything background": ["--negatives", "10"],
      "and then comes out of it": ["--negatives", "1000000"],
      "plain CE ends with more loss in objects than in backgrounds": ["--negatives", "10"],
      "no method ranks clearly better than CE": ["--negatives", "1000000"],
      "inverse frequency finds the most objects": ["--alpha", "1"],
      "the chosen α ranks as well as CE": ["--alpha", "0.99"],
      "inverse frequency ranks worse with every seed": ["--negatives", "10"],
      "the chosen α finds more objects": ["--alpha", "0.25"],
      "and is wrong more often": ["--alpha", "0.25"],
      "taking the shift back gives CE again": ["--alpha", "0.99"],
      "sampling does what its α does": ["--steps", "1000"],
      "mining keeps the ranking of CE": ["--negatives", "1000000"],
      "mining ranks better than random sampling": ["--negatives", "10"],
      "inverse frequency raises several false alarms per object": ["--negatives", "10"],
      "one α for both classes changes no ratio": ["--alpha", "0"],
      "a trained α leaves one class without weight": ["--negatives", "100"],
      "a hard background weighs less than an easy object": ["--negatives", "10"],
    ]
  ]

  @Test("every claim holds as the chapter is, and some parameter breaks it", arguments: breakers.keys.sorted())
  func canFail(_ chapter: String) async throws {
    let breakers = try #require(Self.breakers[chapter])
    let own = try await claims(of: chapter)
    #expect(Set(own.keys) == Set(breakers.keys))
    #expect(own.values.allSatisfy { $0 })
    for arguments in Set(breakers.values) {
      let broken = try await claims(of: chapter, arguments)
      for (name, _) in breakers where breakers[name] == arguments {
        #expect(broken[name] == false, "\(name) holds with \(arguments.joined(separator: " "))")
      }
    }
  }

  @Test("a broken claim is marked where the chapter is read, in both languages")
  func marked() async throws {
    for (language, mark) in [("ko", "지금의 매개변수에서는 성립하지 않습니다"), ("en", "not true with today's parameters")] {
      let lines = ["--lang", language, "--width", "1000"]
      #expect(try await !Program(name: "chapter3").run(lines).output.contains(mark))
      #expect(try await Program(name: "chapter3").run(lines + ["--negatives", "10"]).output.contains(mark))
    }
  }

  private func claims(of chapter: String, _ arguments: [String] = []) async throws -> [String: Bool] {
    let outcome = try await Program(name: chapter).run(["claims"] + arguments)
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n").filter { $0.hasPrefix("✓ ") || $0.hasPrefix("✗ ") }
    return Dictionary(uniqueKeysWithValues: lines.map { (String($0.dropFirst(2)), $0.hasPrefix("✓")) })
  }
}
