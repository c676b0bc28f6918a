import Grading
import Testing

@testable import Sessions

@Suite struct ShippedStubTests {
  @Test("what the book ships is shown as it is")
  func shipped() throws {
    for exercise in theBook.exercises where exercise.isCode {
      let sources = try #require(theBook.sources(of: exercise.id.chapter))
      let region = try #require(sources.stub[exercise.id]?.code)
      #expect(sources.stub(of: exercise.id) == region, "\(exercise.id)")
    }
  }

  @Test("a leader who solved an exercise in this book does not hand the solution out")
  func solved() throws {
    let own = try #require(theBook.sources(of: 3))
    let sources = Book.Sources(stub: own.model, model: own.model, folder: own.folder)
    let half = Book.Sources(
      stub: SubmissionSource(
        own.stub.text.replacing("  .nan", with: "  let pt = isObject ? p : 1 - p\n  return pt", maxReplacements: 1)),
      model: own.model, folder: own.folder)
    for exercise in theBook.exercises(chapter3) where exercise.isCode {
      let shown = sources.stub(of: exercise.id)
      #expect(shown.hasPrefix("func ") && shown.hasSuffix(" {\n  // TODO(\(exercise.id))\n}"), "\(shown)")
      #expect(!shown.contains("return") && !shown.contains("log("))
    }
    #expect(half.stub(of: id("3.2")) == sources.stub(of: id("3.2")))
    #expect(half.stub(of: id("3.5")) == own.stub(of: id("3.5")))
  }
}
