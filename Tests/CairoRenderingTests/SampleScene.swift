import Plotting

/// A picture with a bit of everything.
func sampleScene(background: Color? = Color(hex: 0xFFFFFF)) -> Scene {
  let ink = Color(hex: 0x222222)
  let frame = Rect(x: 200, y: 200, width: 1500, height: 600)
  let curve = Path(
    (0...200).map { step in
      let p = Point(x: 200 + Double(step) * 7.5, y: 800 - 600 / (1 + Double(step) / 20))
      return step == 0 ? .move(p) : .line(p)
    })
  return Scene(
    size: .slide, background: background,
    elements: [
      .path(frame.path, fill: Color(hex: 0xF3F5F7), stroke: Stroke(ink, width: 3)),
      .clipped(to: frame, [.path(curve, stroke: Stroke(Color(hex: 0xD55E00), width: 6, dash: [18, 10]))]),
      .text(
        TextRun(
          "초점 손실(focal loss)은 쉬운 샘플의 손실을 줄입니다", font: Font(size: 56, weight: .bold), color: ink,
          origin: Point(x: 200, y: 120))),
      .text(
        TextRun(
          "정답 클래스의 확률 pₜ = 0.9, γ = 2, α ≤ 0.25, −log p, 10⁻³ → 100,000 × 80", font: Font(size: 36), color: ink,
          origin: Point(x: 200, y: 880))),
      .text(
        TextRun(
          "let fl = focalLoss(pt: pt, gamma: γ) // 손실", font: Font(.code, size: 32), color: ink,
          origin: Point(x: 200, y: 940))),
      .text(
        TextRun(
          "FL(p) = −α(1−p)γ log(x), h ∂ Σ", font: Font(.mathItalic, size: 40), color: ink,
          origin: Point(x: 200, y: 1010))),
      .text(
        TextRun(
          "log(1 − 0.25) = 2, 배경", font: Font(.mathUpright, size: 40), color: ink, origin: Point(x: 1000, y: 1010))),
      .text(
        TextRun(
          "log x = 2", font: Font(.mathUpright, size: 40, weight: .bold), color: ink, origin: Point(x: 1500, y: 1010))),
      .text(TextRun("손실 loss", font: Font(size: 40), color: ink, origin: Point(x: 150, y: 560), rotation: -90)),
    ])
}

extension Rect {
  var path: Path {
    Path([
      .move(Point(x: minX, y: minY)), .line(Point(x: maxX, y: minY)), .line(Point(x: maxX, y: maxY)),
      .line(Point(x: minX, y: maxY)), .close,
    ])
  }
}
