import Testing

@testable import Localization

@Suite struct FinalSoundTests {
  static let consonant = [
    // Digits, and units of ten: 영, 삼, 육, 십, 백, 천, 만, 억, 경
    "0", "3", "6", "13", "10", "20", "100", "1,000", "2,000", "10,000", "67,990", "100000", "1,000,000", "100,000,000",
    "10000000000000000", "0.3", "0.50", "3.10", "−3", "1.000", "000",
    // Powers: 승; 프라임
    "1.2×10⁶", "10^6", "10^-6", "x^2", "x²", "(1−pₜ)^γ", "2^(1/3)", "1e-5", "1.2E+06", "3e8", "f′", "10<sup>6</sup>",
    // Units: 분, 그램, 백만
    "5 min", "3 kg", "90M", "8 h",
    // Letters: 엠, 엔
    "M", "FPN", "CNN", "R-CNN", "OHEM", "K × N", "xₙ", "x_n", "$n$", "$x_{i,n}$",
    // Words: 레티나넷, 백본, 로짓, 맵, 블록, 트레이닝
    "RetinaNet", "ResNet", "backbone", "logit", "logits map", "block", "training", "Python", "group", "baseline",
    // Greek: 엡실론
    "ε", "ε₀ ~ ε", "$\\epsilon$",
    // Hangul
    "식", "한", "음식", "ㄱ",
  ]

  static let vowel = [
    "2", "4", "5", "9", "12", "0.25", "0.9", "1,234,565", "3.1415", "67,995", "1,000,000,000,000", "0.83 ± 0.02", "+4",
    "5%", "100배", "3개", "12 ms", "0.36 nats", "30s", "8 GB", "90k", "3x", "60 Hz",
    "α", "αₜ", "γ", "π", "σ", "β", "p_t", "pₜ", "x_t", "x_i", "$p_t$", "$`p_t`$", #"$\gamma$"#, #"$x_{\text{t}}$"#, "∞",
    "CE", "NMS", "IoU", "mAP", "AP", "AP_S", "SGD", "GPU", "p", "x", "alphaT", "pt", "P5", "AP75",
    "sigmoid", "softmax", "focal loss", "anchor", "detector", "image", "network", "ReLU", "COCO", "Swift", "ResNeXt",
    "crossEntropy", "focalLoss", "bit", "class", "score", "5.", "YOLOv2", "pₜ*", "L2",
    "초점 매개변수", "배", "ㅏ",
  ]

  static let rieul = [
    "1", "7", "8", "0.7", "0.01", "ResNet-101", "21", "1/3", "-1", "xₗ", "x_1", "P7",
    "FL", "QFL", "L", "R", "focal", "model", "level", "example", "recall", "scale", "GFL", "600 px", "3 dB",
    #"$\mathrm{FL}$"#, #"$\frac{1}{2}$"#, #"$\ell$"#, "½", "초점 손실", "ㄹ", "말",
  ]

  @Test("these end in a consonant", arguments: consonant)
  func consonants(_ text: String) { #expect(finalSound(of: text) == .consonant) }

  @Test("these end in a vowel", arguments: vowel)
  func vowels(_ text: String) { #expect(finalSound(of: text) == .vowel) }

  @Test("these end in ㄹ", arguments: rieul)
  func rieuls(_ text: String) { #expect(finalSound(of: text) == .rieul) }

  @Test("these cannot be said", arguments: ["", " ", "**", "()", "☃", "👩‍👩‍👧", "```", "$$", "漢", "1☃"])
  func unsayable(_ text: String) { #expect(finalSound(of: text) == nil) }

  @Test("formatting marks are not said", arguments: consonant + vowel + rieul)
  func formatting(_ text: String) {
    let sound = finalSound(of: text)
    let dressed = [
      "**\(text)**", "`\(text)`", "“\(text)”", "‘\(text)’", "[\(text)](https://example.org/a_(b)?c=3)", "\(text) ",
      "\(text).",
      "~~\(text)~~", "**`\(text)`**", "『\(text)』", "\(text)[^1]", "<b>\(text)</b>", "값은 \(text)", "(\(text))",
      "= (\(text))",
    ]
    for dressed in dressed { #expect(finalSound(of: dressed) == sound, "\(dressed)") }
  }

  @Test(
    "what stands in brackets after a word is not said",
    arguments: [
      ("100(§3.2)", FinalSound.consonant), ("100 (§3.2)", .consonant), ("초점 손실(focal loss)", .rieul),
      ("**초점 손실(focal loss)**", .rieul), ("IoU(교집합/합집합 비율)", .vowel), ("7(표 1(b))", .rieul),
      // But arguments, numbers of equations, and letters of tables are.
      ("log(0.7)", .rieul), ("식 (5)", .vowel), ("표 1(b)", .vowel), ("그림 (a)", .vowel), ("f(x)", .vowel),
    ])
  func asides(_ text: String, _ sound: FinalSound) { #expect(finalSound(of: text) == sound) }

  @Test(
    "of a formula what is said last counts",
    arguments: [
      (#"p_t = 0.9"#, FinalSound.vowel), (#"(1-p_t)^\gamma"#, .consonant), (#"\alpha_t"#, .vowel),
      (#"-\log p_t"#, .vowel),
      (#"\frac{1-\pi}{\pi}"#, .vowel), (#"\mathrm{FL}(p_t)"#, .vowel), (#"\mathrm{CNN}"#, .consonant),
      (#"67{,}995"#, .vowel),
      (#"10^{-4}"#, .consonant), (#"p_t^*"#, .vowel), (#"\mathrm{FL}^\ast"#, .vowel), (#"5\%"#, .vowel),
      (#"\hat{p}"#, .consonant),
      (#"\bar{x}"#, .vowel), (#"\part{weight}{\alpha_t}"#, .vowel), (#"\underbrace{x}_{\text{인자}}"#, .vowel),
      ("yx", .vowel),
      (#"\left(1-p_t\right)"#, .vowel), (#"0.36\,\text{ms}"#, .vowel), (#"\sqrt[3]{n}"#, .consonant),
      (#"f'"#, .consonant),
      (#"\gamma = 2"#, .vowel), (#"\infty"#, .vowel), (#"x_{\text{객체}}"#, .vowel), (#"1{,}000"#, .consonant),
      ("x^10", .consonant),
      (#"\begin{cases} a \\ b & \text{그 밖} \end{cases}"#, .consonant), ("30^\\circ", .vowel), ("A^T", .vowel),
      ("3m", .consonant),
    ])
  func formulas(_ latex: String, _ sound: FinalSound) {
    for text in ["$\(latex)$", "$`\(latex)`$", "식 $\(latex)$", "**$\(latex)$**", "$\(latex)$."] {
      #expect(finalSound(of: text) == sound, "\(text)")
    }
  }

  @Test(
    "thousands separators change nothing",
    arguments: [
      ("1,000", "1000"), ("67,995", "67995"), ("20,000,000", "20000000"), ("1,234.5", "1234.5"),
    ])
  func separators(_ with: String, _ without: String) {
    #expect(finalSound(of: with) == finalSound(of: without))
  }

  @Test(
    "a number ends as its reading in Hangul does",
    arguments: [
      (105, "백오"), (110, "백십"), (1_300, "천삼백"), (24_000, "이만사천"), (300_000, "삼십만"), (1_000_000_000, "십억"),
      (5_000_000_000_000, "오조"), (70_000_000_000_000_000, "칠경"), (1_000_001, "백만일"),
    ])
  func readings(_ number: Int, _ reading: String) {
    #expect(finalSound(of: "\(number)") == FinalSound(hangul: reading))
  }

  @Test("every word in the table is one that its spelling would mislead")
  func table() {
    for (word, reading) in SpokenLatin.words {
      #expect(SpokenLatin.soundBySpelling(word) != FinalSound(hangul: reading), "\(word)")
    }
    for (unit, reading) in SpokenLatin.units { #expect(FinalSound(hangul: reading) != nil, "\(unit)") }
  }

  @Test(
    "decomposed Hangul ends as composed does",
    arguments: [
      ("\u{1112}\u{1161}\u{11AB}", FinalSound.consonant), ("\u{1106}\u{1161}\u{11AF}", .rieul),
      ("\u{1102}\u{1161}", .vowel),
    ])
  func decomposed(_ text: String, _ sound: FinalSound) { #expect(finalSound(of: text) == sound) }

  @Test(
    "nothing that can be typed makes it trap or take for ever",
    arguments: [
      ")", "(", "$", "{", "}", "^", "_", "*", #"\hat"#, #"\frac{"#, "[", "](", "<", ">", "<a>", "`", "1,", ".", "^(",
      "{{", #"$\text{"#, "²",
    ])
  func hostile(_ piece: String) {
    for text in [
      String(repeating: piece, count: 3_000), "a" + String(repeating: piece, count: 99) + "$",
      "$" + String(repeating: piece, count: 99) + "$",
    ] {
      _ = finalSound(of: text)
    }
  }
}
