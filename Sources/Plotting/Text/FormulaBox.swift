import Formula

/// A formula laid out at `size` points, on one line.
func formulaBox(_ latex: String, size: Double, measurer: any TextMeasuring) throws(PlottingError) -> MathBox {
  // Stands in until formulas are parsed: letters as they come.
  let extent = FormulaMeasurer(measurer).extent(ofMath: latex, style: .italic, size: size)
  return MathBox(extent: extent, items: [MathItem(.run(latex, style: .italic, size: size, x: 0, y: 0))])
}
