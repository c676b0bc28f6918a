import Localization
import Testing

@testable import Plotting

@Suite struct DigestTests {
  let scene = Scene(
    size: Size(width: 100, height: 50), background: Color(hex: 0xFFFFFF),
    elements: [
      .path(
        .line(from: Point(x: 1, y: 2), to: Point(x: 3.125, y: 4)), stroke: Stroke(Color(hex: 0x0072B2), width: 2.5)),
      .text(TextRun("확률", font: Font(size: 28), color: Color(hex: 0), origin: Point(x: 5, y: 6))),
    ])

  func changed(_ change: (inout Scene) -> Void) -> String {
    var copy = scene
    change(&copy)
    return copy.digest
  }

  @Test func theDigestIsTheSameEverywhere() {
    #expect(scene.digest == "8fbe46213e26c6c0")
  }

  /// Outside truth: the test vectors that the hash's authors publish.
  @Test(arguments: [("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8")])
  func theHashIsFNV1a(text: String, hexadecimal: String) {
    var hash = FNV1a()
    for byte in text.utf8 { hash.add(byte) }
    #expect(hash.hexadecimal == hexadecimal)
  }

  @Test func whatShowsChangesTheDigest() {
    let color = Color(hex: 0x0072B3)
    let changes: [String] = [
      changed { $0.size.width = 101 },
      changed { $0.background = nil },
      changed { $0.elements.reverse() },
      changed { $0.elements.removeLast() },
      changed { $0.elements[0] = $0.elements[0].placed(Placement(after: Point(x: 0.02, y: 0))) },
      changed { $0.elements[0] = .path(Path(), fill: color) },
      changed {
        $0.elements[1] = .text(TextRun("확율", font: Font(size: 28), color: Color(hex: 0), origin: Point(x: 5, y: 6)))
      },
      changed { $0.elements = [.clipped(to: Rect(x: 0, y: 0, width: 9, height: 9), $0.elements)] },
    ]
    #expect(Set(changes + [scene.digest]).count == changes.count + 1)
  }

  @Test func soDoesTheLookOfPixels() throws {
    var image = try #require(PixelImage(width: 1, grey: [0.5]))
    let frame = Rect(x: 0, y: 0, width: 2, height: 2)
    let before = changed { $0.elements = [.image(image, in: frame)] }
    image.enlargement = .squares
    #expect(changed { $0.elements = [.image(image, in: frame)] } != before)
  }

  @Test func theLastBitOfACoordinateDoesNot() {
    for shift in [1e-9, -1e-9, 1e-12] {
      let moved = changed { $0.elements = $0.elements.map { $0.placed(Placement(after: Point(x: shift, y: shift))) } }
      #expect(moved == scene.digest)
    }
  }

  @Test func everyFigureHasADigestOfItsOwn() throws {
    var digests: Set<String> = []
    for figure in Fixtures.all {
      for language in Language.allCases {
        for theme in [Theme.light, .dark] {
          let digest = try figure.nominalScene(theme: theme, language: language).digest
          #expect(digest.count == 16)
          #expect(digest == (try figure.nominalScene(theme: theme, language: language).digest))
          digests.insert(digest)
        }
      }
    }
    #expect(digests.count == Fixtures.all.count * 4)
  }
}
