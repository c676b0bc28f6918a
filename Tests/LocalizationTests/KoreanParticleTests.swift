import Testing

@testable import Localization

@Suite struct KoreanParticleTests {
  @Test(
    "a particle follows what is said",
    arguments: [
      ("은/는", "3", "은"), ("은/는", "2", "는"), ("이/가", "0.7", "이"), ("을/를", "67,995", "를"), ("과/와", "100", "과"),
      ("으로/로", "3", "으로"), ("으로/로", "1", "로"), ("으로/로", "7", "로"), ("으로/로", "8", "로"), ("으로/로", "2", "로"),
      ("(으)로", "6", "으로"), ("으로", "0", "으로"), ("로", "FL", "로"), ("을/를", "FL", "을"), ("이/가", "p_t", "가"),
      ("(이)나", "10", "이나"), ("이라고/라고", "100배", "라고"), ("은(는)", "초점 손실", "은"), ("이며", "γ", "며"),
      ("이고/고", "0.25", "고"), ("이다/다", "1,000", "이다"), ("이란", "앵커", "란"), ("이든", "CE", "든"), ("입니다", "3", "입니다"),
      ("입니다", "2", "입니다"), ("이라는", "RetinaNet", "이라는"), ("으로서/로서", "모델", "로서"), ("이었습니다/였습니다", "0.5", "였습니다"),
    ])
  func forms(_ name: String, _ text: String, _ form: String) throws {
    #expect(try #require(KoreanParticle(name)).form(after: text) == form)
  }

  @Test("a particle is known by its pair, turned or not, and by each of its forms", arguments: KoreanParticle.known)
  func names(_ pair: String) throws {
    let particle = try #require(KoreanParticle(pair))
    #expect(particle.pair == pair)
    let (one, other) = (particle.afterConsonant, particle.afterVowel)
    for name in [one, other, "\(one)/\(other)", "\(other)/\(one)", "\(one)(\(other))", " \(one) / \(other) "] {
      #expect(KoreanParticle(name) == particle, "\(name)")
    }
  }

  @Test("no form belongs to two particles")
  func distinct() {
    let forms = KoreanParticle.known.flatMap { Set($0.split(separator: "/")) }
    #expect(Set(forms).count == forms.count)
  }

  @Test("what is no particle is none", arguments: ["", "/", "은를", "는은", "ga", "이/를", "(으)"])
  func unknown(_ name: String) {
    #expect(KoreanParticle(name) == nil)
  }

  @Test("the form depends on the final sound alone", arguments: KoreanParticle.known)
  func finalSoundDecides(_ pair: String) throws {
    let particle = try #require(KoreanParticle(pair))
    let sounds: [FinalSound: [String]] = [
      .vowel: ["2", "γ", "손해", "CE", "5%"], .rieul: ["1", "손실", "FL", "level"], .consonant: ["3", "식", "CNN", "10⁶"],
    ]
    let forms = sounds.mapValues { Set($0.map(particle.form(after:))) }
    for (sound, forms) in forms { #expect(forms.count == 1, "\(sound)") }
    #expect(forms[.vowel] == [particle.afterVowel])
    #expect(forms[.consonant] == [particle.afterConsonant])
    let withoutLinking = particle.afterConsonant.hasPrefix("으로")
    #expect(forms[.rieul] == [withoutLinking ? particle.afterVowel : particle.afterConsonant])
  }

  @Test("what cannot be said gets both forms")
  func unsayable() {
    #expect(KoreanParticle("은/는")?.form(after: "☃") == "은(는)")
    #expect(KoreanParticle("으로/로")?.form(after: "") == "(으)로")
    #expect(KoreanParticle("과/와")?.form(after: " ") == "과(와)")
    #expect(KoreanParticle("입니다")?.form(after: "") == "입니다")
  }
}
