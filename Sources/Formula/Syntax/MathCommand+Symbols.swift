extension MathCommand {
  /// Command names (synonyms side by side), the letter, and how it is set: capitals of Greek stand upright.
  static let letters: [(names: String, glyph: String, style: MathStyle)] = [
    ("alpha", "α", .italic), ("beta", "β", .italic), ("gamma", "γ", .italic), ("delta", "δ", .italic),
    ("epsilon varepsilon", "ε", .italic), ("zeta", "ζ", .italic), ("eta", "η", .italic), ("theta", "θ", .italic),
    ("iota", "ι", .italic), ("kappa", "κ", .italic), ("lambda", "λ", .italic), ("mu", "μ", .italic),
    ("nu", "ν", .italic), ("xi", "ξ", .italic), ("omicron", "ο", .italic), ("pi", "π", .italic),
    ("rho", "ρ", .italic), ("sigma", "σ", .italic), ("varsigma", "ς", .italic), ("tau", "τ", .italic),
    ("upsilon", "υ", .italic), ("phi varphi", "φ", .italic), ("chi", "χ", .italic), ("psi", "ψ", .italic),
    ("omega", "ω", .italic), ("vartheta", "ϑ", .italic), ("ell", "ℓ", .italic),
    ("Alpha", "Α", .upright), ("Beta", "Β", .upright), ("Gamma", "Γ", .upright), ("Delta", "Δ", .upright),
    ("Epsilon", "Ε", .upright), ("Zeta", "Ζ", .upright), ("Eta", "Η", .upright), ("Theta", "Θ", .upright),
    ("Iota", "Ι", .upright), ("Kappa", "Κ", .upright), ("Lambda", "Λ", .upright), ("Mu", "Μ", .upright),
    ("Nu", "Ν", .upright), ("Xi", "Ξ", .upright), ("Omicron", "Ο", .upright), ("Pi", "Π", .upright),
    ("Rho", "Ρ", .upright), ("Sigma", "Σ", .upright), ("Tau", "Τ", .upright), ("Upsilon", "Υ", .upright),
    ("Phi", "Φ", .upright), ("Chi", "Χ", .upright), ("Psi", "Ψ", .upright), ("Omega", "Ω", .upright),
    ("infty", "∞", .upright), ("partial", "∂", .upright), ("nabla", "∇", .upright), ("emptyset", "∅", .upright),
    ("forall", "∀", .upright), ("exists", "∃", .upright), ("prime", "′", .upright), ("top", "⊤", .upright),
    ("degree", "°", .upright),
  ]

  /// Command names (synonyms side by side), the sign, and what it is to its neighbours.
  static let symbols: [(names: String, glyph: String, atomClass: AtomClass)] = [
    // Binary signs
    ("cdot", "·", .binary), ("times", "×", .binary), ("div", "÷", .binary), ("pm", "±", .binary),
    ("mp", "∓", .binary), ("ast", "∗", .binary), ("star", "⋆", .binary), ("circ", "∘", .binary),
    ("odot", "⊙", .binary), ("oplus", "⊕", .binary), ("otimes", "⊗", .binary), ("cup", "∪", .binary),
    ("cap", "∩", .binary), ("setminus", "∖", .binary), ("land wedge", "∧", .binary), ("lor vee", "∨", .binary),
    // Relations
    ("lt", "<", .relation), ("gt", ">", .relation),
    ("le leq", "≤", .relation), ("ge geq", "≥", .relation), ("ne neq", "≠", .relation),
    ("approx", "≈", .relation), ("sim", "∼", .relation), ("simeq", "≃", .relation), ("equiv", "≡", .relation),
    ("propto", "∝", .relation), ("ll", "≪", .relation), ("gg", "≫", .relation), ("in", "∈", .relation),
    ("notin", "∉", .relation), ("subset", "⊂", .relation), ("subseteq", "⊆", .relation),
    ("to rightarrow", "→", .relation), ("leftarrow gets", "←", .relation), ("leftrightarrow", "↔", .relation),
    ("mapsto", "↦", .relation), ("Rightarrow implies", "⇒", .relation), ("Leftarrow", "⇐", .relation),
    ("Leftrightarrow iff", "⇔", .relation), ("mid", "∣", .relation), ("parallel", "∥", .relation),
    ("perp", "⊥", .relation), ("uparrow", "↑", .relation), ("downarrow", "↓", .relation),
    // Brackets
    ("{ lbrace", "{", .opening), ("} rbrace", "}", .closing), ("lvert", "|", .opening), ("rvert", "|", .closing),
    ("| Vert", "‖", .ordinary), ("vert", "|", .ordinary), ("lVert", "‖", .opening), ("rVert", "‖", .closing),
    ("lfloor", "⌊", .opening), ("rfloor", "⌋", .closing), ("lceil", "⌈", .opening), ("rceil", "⌉", .closing),
    ("langle", "⟨", .opening), ("rangle", "⟩", .closing),
    // The rest
    ("ldots dots", "…", .inner), ("cdots", "⋯", .inner), ("lnot neg", "¬", .ordinary), ("%", "%", .ordinary),
    ("&", "&", .ordinary), ("#", "#", .ordinary), ("$", "$", .ordinary), ("_", "_", .ordinary),
    ("colon", ":", .punctuation),
  ]
}
