import Foundation
import Localization

@testable import Plotting

/// Figures of every kind, to hold laws against.
enum Fixtures {
  static let all = [curves, bars, stacked, logarithmic, panels, scatter, horizontal, image]

  static let curves = Figure(
    name: "curves", title: Bilingual(ko: "초점 손실은 쉬운 샘플의 손실을 줄입니다", en: "Focal loss turns down easy examples"),
    content: Chart(
      x: Axis(
        label: Bilingual(ko: "정답 클래스의 확률 $p_t$", en: "probability of the true class $p_t$"), scale: .linear(0...1)),
      y: Axis(label: Bilingual(ko: "손실(nats)", en: "loss (nats)"), scale: .linear(0...5))
    ) {
      Band(x: 0.5...1, label: Bilingual(ko: "쉽게 맞히는 구간", en: "well-classified examples"))
      for gamma in [0.0, 0.5, 1, 2, 5] {
        Line(over: 0...1) { pt in -pow(1 - pt, gamma) * log(pt) }
          .label("$\\gamma = \(NumberFormat.automatic.string(gamma))$")
      }
    })

  static let bars = Figure(
    name: "bars", title: Bilingual(ko: "재현율은 비슷합니다", en: "Recall comes out alike"),
    content: Chart(x: Axis(scale: .band(methods)), y: Axis(label: "AP", scale: .linear(0...60))) {
      Bar(
        [
          BarSeries(Bilingual(ko: "객체", en: "object"), values: [30.2, 31.1, 32.8, 36.0], errors: [1, 2, 1, 0.8]),
          BarSeries(Bilingual(ko: "배경", en: "background"), values: [46.7, 49.4, 50.3, 54.9], errors: [2, 1.5, 2, 1]),
        ], values: .fixed(1))
    })

  static let methods = [
    Bilingual(ko: "교차 엔트로피", en: "cross entropy"),
    Bilingual(ko: "균형 교차 엔트로피", en: "balanced cross entropy"),
    Bilingual(ko: "하드 네거티브 마이닝", en: "hard negative mining"), Bilingual(ko: "초점 손실", en: "focal loss"),
  ]

  static let stacked = Figure(
    name: "stacked", title: "Σ",
    content: Chart(x: Axis(scale: .band(["1", "2"])), y: Axis(label: "L", scale: .linear(0...120))) {
      Bar(
        [
          BarSeries(Bilingual(ko: "객체", en: "object"), values: [10, 1.2]),
          BarSeries(Bilingual(ko: "배경", en: "background"), values: [80, 40]),
        ], arrangement: .stacked, values: .fixed(1))
    })

  static let logarithmic = Figure(
    name: "logarithmic", title: Bilingual(ko: "배경이 많을수록", en: "The more background"),
    content: Chart(
      x: Axis(label: Bilingual(ko: "앵커의 수", en: "number of anchors"), scale: .log(1...1e6)),
      y: Axis(label: Bilingual(ko: "손실의 합", en: "total loss"), scale: .log(1e-3...1e6))
    ) {
      for weight in [0.69, 0.1, 0.002] {
        Line((0...6).map { DataPoint(pow(10, Double($0)), weight * pow(10, Double($0))) }).marker(.circle)
          .label(Bilingual(ko: "가중치 \(weight)", en: "weight \(weight)"))
      }
      Rule(y: 10, label: Bilingual(ko: "객체 하나의 손실", en: "loss of one object"))
    })

  static let panels = Figure(
    name: "panels", title: Bilingual(ko: "손실과 기울기", en: "Loss and gradient"),
    content: Panels(columns: 2) {
      Panel(Bilingual(ko: "손실", en: "Loss")) { wave(1) }
      Panel(Bilingual(ko: "기울기 $\\frac{\\partial L}{\\partial x}$", en: "Gradient")) { wave(2) }
    })

  static func wave(_ height: Double) -> Chart {
    Chart(x: Axis(label: "$p_t$", scale: .linear(0...1)), y: Axis(label: "L", scale: .linear(-2...2))) {
      Area(over: 0...1) { height * sin(6 * $0) }.tint(.series(0))
      Line(over: 0...1) { height * sin(6 * $0) }.label("$\\gamma = 2$")
      Line(over: 0...1) { -0.5 * height * sin(6 * $0) }.label(Bilingual(ko: "아래", en: "below"))
      Rule(x: 0.25, label: Bilingual(ko: "여기", en: "here"))
    }
  }

  static let scatter = Figure(
    name: "scatter", title: Bilingual(ko: "빠르기와 정확도", en: "Speed against accuracy"),
    content: Titled(
      "", note: Bilingual(ko: "논문에서 옮긴 값 $p_t$", en: "Quoted from the paper $p_t$"),
      content: Chart(
        x: Axis(label: Bilingual(ko: "시간(ms)", en: "time (ms)"), scale: .linear(0...250)),
        y: Axis(label: "COCO AP", scale: .linear(26...40))
      ) {
        Line([DataPoint(64, 30.5), DataPoint(98, 34.3), DataPoint(153, 35.7)]).marker(.circle).label("RetinaNet-50")
        Line([DataPoint(81, 31.9), DataPoint(122, 36), DataPoint(198, 37.8)]).marker(.diamond).label("RetinaNet-101")
        Dot([
          DataPoint(61, 28.0, label: "SSD321"), DataPoint(85, 28.0, label: "DSSD321"),
          DataPoint(85, 29.9, error: 0.5, label: "R-FCN"), DataPoint(125, 31.2, label: "SSD513"),
          DataPoint(156, 33.2, label: "DSSD513"), DataPoint(160, 33.0, label: "near DSSD513"),
        ]).tint(.muted)
        ArrowMark(from: DataPoint(215, 31), to: DataPoint(160, 35.5), label: Bilingual(ko: "더 느림", en: "slower"))
      }))

  static let horizontal = Figure(
    name: "horizontal", title: Bilingual(ko: "소프트맥스", en: "Softmax, **loss** $-\\log 0.7$"),
    content: Chart(
      x: Axis(label: Bilingual(ko: "확률", en: "probability"), scale: .linear(0...1), format: .percent(0)),
      y: Axis(scale: .band(methods), direction: .descending)
    ) {
      Bar([0.2, 0.7, 0.1, 0], highlights: [1: .accent], orientation: .horizontal, values: .percent(0))
    })

  static let image = Figure(
    name: "image", title: Bilingual(ko: "앵커", en: "Anchors"),
    content: Chart(x: .hidden(.linear(0...8)), y: .hidden(.linear(0...6), direction: .descending), aspect: .equal) {
      if let pixels = PixelImage(width: 2, height: 1, rgba: [255, 0, 0, 255, 0, 0, 255, 255]) {
        ImageMark(pixels, x: 0...8, y: 0...6)
      }
      RectMark(x: 1...4, y: 1...5).label(Bilingual(ko: "객체", en: "object"))
      TextMark(Bilingual(ko: "무시", en: "ignored"), x: 6, y: 5)
    })
}

extension DrawingContext {
  static func nominal(_ language: Language = .en) -> DrawingContext {
    DrawingContext(language: language, measurer: NominalMeasurer())
  }
}

extension Figure {
  func nominalScene(
    size: Size = .slide, theme: Theme = .light, language: Language = .en
  ) throws(PlottingError) -> Scene {
    try scene(size: size, theme: theme, language: language, measurer: NominalMeasurer())
  }
}
