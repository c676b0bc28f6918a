@testable import Formula

/// Formulas that every law is tried on.
enum Corpus {
  /// Equations (1) to (11) of the paper, and what they look like on one line.
  static let paper: [(latex: String, unicode: String)] = [
    (
      #"\mathrm{CE}(p, y) = \begin{cases} -\log(p) & \text{if } y = 1 \\ -\log(1-p) & \text{otherwise.} \end{cases}"#,
      "CE(p, y) = { −log(p), if y = 1; −log(1−p), otherwise. }"
    ),
    (
      #"p_t = \begin{cases} p & \text{if } y = 1 \\ 1-p & \text{otherwise,} \end{cases}"#,
      "pₜ = { p, if y = 1; 1 − p, otherwise }"
    ),
    (#"\mathrm{CE}(p_t) = -\alpha_t \log(p_t)"#, "CE(pₜ) = −αₜ log(pₜ)"),
    (#"\mathrm{FL}(p_t) = -(1-p_t)^\gamma \log(p_t)"#, "FL(pₜ) = −(1−pₜ)^γ log(pₜ)"),
    (#"\mathrm{FL}(p_t) = -\alpha_t (1-p_t)^\gamma \log(p_t)"#, "FL(pₜ) = −αₜ(1−pₜ)^γ log(pₜ)"),
    (#"p_t = \sigma(x_t), \quad x_t = yx"#, "pₜ = σ(xₜ),  xₜ = yx"),
    (#"p_t^* = \sigma(\gamma x_t + \beta)"#, "pₜ* = σ(γxₜ+β)"),
    (#"\mathrm{FL}^* = -\log(p_t^*)/\gamma"#, "FL* = −log(pₜ*)/γ"),
    (#"\frac{d\,\mathrm{CE}}{dx} = y(p_t - 1)"#, "d CE/dx = y(pₜ−1)"),
    (
      #"\frac{d\,\mathrm{FL}}{dx} = y(1-p_t)^\gamma (\gamma p_t \log(p_t) + p_t - 1)"#,
      "d FL/dx = y(1−pₜ)^γ (γpₜ log(pₜ) + pₜ − 1)"
    ),
    (#"\frac{d\,\mathrm{FL}^*}{dx} = y(p_t^* - 1)"#, "d FL*/dx = y(pₜ*−1)"),
  ]

  /// One formula for each thing that can go wrong.
  static let others = [
    "", "x", "-x", "x^2", "x_{i,j}^{n+1}", "f'(x)", "^2", #"\frac{1}{2}x"#, #"\frac{\frac{a}{b}+1}{c}"#,
    #"b = -\log\left(\frac{1-\pi}{\pi}\right)"#, #"\left\{\frac{x}{y}\right|_{x=0}^2"#, #"\left. x \right]"#,
    #"\underbrace{(1-p_t)^\gamma}_{\text{조절 인자}} \cdot \overbrace{(-\log p_t)}^{\mathrm{CE}}"#,
    #"\begin{aligned} a &= b + c \\ &= \tfrac12 d \\ x^2 &\le 67{,}995 \end{aligned}"#,
    #"\begin{cases} a \\ b & c \\ \frac{d}{e} & f \end{cases}"#, #"p = \begin{cases} p & y = 1\text{일 때} \end{cases}"#,
    #"\sum_{i=1}^{n} w_i \, x_i \approx \frac{\partial L}{\partial x} \times 10^{-4}"#, #"\max_{\theta} \hat p"#,
    #"\sqrt{1-p} + \sqrt[3]{\frac{a}{b}}"#, #"\sum_{y \in \{+1,-1\}}^{K} \tilde{y} \bar{x} \overline{ab} \dot z"#,
    #"\mathbf{x} \in \mathbb{R}, \; \mathcal{L} = 5\%"#, #"x \! y \qquad \text{$x^2$일 때}"#,
    #"e^{-\frac{a}{b}} \int_0^1 f\,dx"#, #"\dfrac{a}{b} \odot \operatorname{IoU}(a, b)"#, #"{a+b}^2 {=} {,}"#,
  ]

  static let all = paper.map(\.latex) + others

  static let parsed: [MathExpression] = all.compactMap { try? MathExpression(latex: $0) }

  /// A formula that uses the command, with a letter on both sides.
  static func sample(_ name: String) -> String {
    switch MathCommand.named(name) {
    case .fraction: #"a \\#(name){b}{c} d"#
    case .root, .alphabet, .text, .operatorName, .brace, .accent: #"a \\#(name){b} d"#
    case .part: #"a \part{name}{b} d"#
    case .fence: #"a \left( b \right) d"#
    case .environment: #"a \begin{cases} b \end{cases} d"#
    case nil: name == "right" ? sample("left") : #"a \begin{aligned} b \\ c \end{aligned} d"#
    default: #"a \\#(name) d"#
    }
  }
}
