/// A convolution as its costs need it.
struct ConvolutionCost {
  let inputs, outputs, window: Int

  /// A weight for each input of each window of each output, and a bias for each output.
  var parameters: Int { weights + outputs }

  /// Each weight is used once at every cell of the output.
  func multiplyAdds(cells: Int) -> Int { weights * cells }

  private var weights: Int { window * window * inputs * outputs }
}
