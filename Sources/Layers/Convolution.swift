import Kernels
import TensorKernels
import Tensors

/// A square window that slides over pictures; each output channel weighs all that the window sees, and adds a bias.
///
/// y[n, o, i, j] = b[o] + Σ w[o, c, u, v] · x[n, c, s i + u − p, s j + v − p], summed over the input channels c and the places u, v
/// of the window, with stride s and padding p; beyond the edge x is 0. With G groups the channels fall into as many parts, and an
/// output channel sees the input channels of its own part alone.
///
/// Picture by picture, and part by part, it is a product of matrices, y = b + W · patches(x): W is C′ × (C · side²), and the patches,
/// one column for each place where the window stands, are (C · side²) × (H′ · W′).
public struct Convolution<Scalar: TensorScalar>: Layer {
  /// C′ × C / G × side × side.
  public private(set) var weights: Tensor<Scalar>
  /// C′, or nil where a normalisation follows that has biases of its own.
  public private(set) var biases: Tensor<Scalar>?
  /// How many places the window moves on.
  public let stride: Int
  /// How far the window may stand over each edge.
  public let padding: Int
  /// G.
  public let groups: Int

  public init(
    weights: Tensor<Scalar>, biases: Tensor<Scalar>? = nil, stride: Int = 1, padding: Int = 0, groups: Int = 1
  ) {
    require(weights.shape.count, ==, 4, "weights are C′ × C / G × side × side")
    require(weights.shape[2], ==, weights.shape[3], "the window is square")
    require(biases?.shape ?? [weights.shape[0]], ==, [weights.shape[0]], "one bias for each output channel")
    require(groups, >=, 1, "groups are counted from 1")
    require(weights.shape[0] % groups, ==, 0, "groups share the output channels evenly")
    (self.weights, self.biases) = (weights, biases)
    (self.stride, self.padding, self.groups) = (stride, padding, groups)
  }

  // MARK: - Forward

  /// y = b + W · patches(x).
  ///
  /// - Parameter x: N × C × H × W.
  /// - Returns: N × C′ × H′ × W′, with H′ = ⌊(H + 2 · padding − side) / stride⌋ + 1 and W′ alike.
  public func forward(_ x: Tensor<Scalar>) -> Tensor<Scalar> { forward([x])[0] }

  public mutating func observe(_ xs: [Tensor<Scalar>]) -> [Tensor<Scalar>] { forward(xs) }

  private func forward(_ xs: [Tensor<Scalar>]) -> [Tensor<Scalar>] {
    let b = biases?.scalars ?? Scalar.array(repeating: 0, count: weights.shape[0])
    if let ys = Scalar.convolution(xs.map(\.scalars), weights: weights.scalars, biases: b, xs.map(sizes)) {
      return zip(xs, ys).map { Tensor(shape: outputShape(of: $0.shape), $1) }
    }
    return xs.map { x in
      let window = window(over: x)
      let y = (0..<x.shape[0] * groups).map { part in
        bias(ofGroup: part % groups, window).addingProduct(
          weightMatrix(ofGroup: part % groups), x[part: part, of: groups].patches(window))  // C′ / G × (H′ · W′)
      }
      return Tensor(batch: y).reshaped(to: outputShape(of: x.shape))
    }
  }

  // MARK: - Backward

  /// db = dy · 1, dW = dy · patches(x)ᵀ, and dx = patches⁻¹(Wᵀ · dy), summed over the pictures but for dx; patches⁻¹ adds every
  /// number to the place that it was taken from.
  public func backward(_ dy: Tensor<Scalar>, x: Tensor<Scalar>) -> Gradient<Scalar> {
    let (inputs, parameters) = backward([dy], xs: [x], [.inputs, .parameters])
    return Gradient(input: inputs[0], parameters: parameters)
  }

  public func backward(
    _ dys: [Tensor<Scalar>], xs: [Tensor<Scalar>], _ wanted: WantedSlopes
  ) -> (inputs: [Tensor<Scalar>], parameters: [Tensor<Scalar>]) {
    for (dy, x) in zip(dys, xs) { require(dy.shape, ==, outputShape(of: x.shape), "dL/dy has the shape of y") }
    if let slopes = Scalar.convolutionSlopes(
      dys.map(\.scalars), xs: xs.map(\.scalars), weights: weights.scalars, xs.map(sizes), wanted)
    {
      let inputs = zip(xs, slopes.inputs).map { Tensor(shape: $0.shape, $1) }
      guard wanted.contains(.parameters) else { return (inputs, []) }
      let dW = [Tensor(shape: weights.shape, slopes.weights)]
      return (inputs, dW + (biases == nil ? [] : dys.map { [channelSums($0)] }.summed()))
    }
    return (
      wanted.contains(.inputs) ? zip(dys, xs).map(inputSlope) : [],
      wanted.contains(.parameters) ? zip(dys, xs).map(parameterSlopes).summed() : []
    )
  }

  /// dx = patches⁻¹(Wᵀ · dy).
  private func inputSlope(_ dy: Tensor<Scalar>, x: Tensor<Scalar>) -> Tensor<Scalar> {
    let window = window(over: x)
    let dx = slopes(dy, x, window).enumerated().map { part, dy in
      Tensor(addingPatches: weightMatrix(ofGroup: part % groups).transposedMatrixProduct(dy), window)
    }
    return Tensor(batch: dx).reshaped(to: x.shape)
  }

  /// dW = dy · patches(x)ᵀ, and db = dy · 1 where there is a bias.
  private func parameterSlopes(_ dy: Tensor<Scalar>, x: Tensor<Scalar>) -> [Tensor<Scalar>] {
    let window = window(over: x)
    let one = Tensor<Scalar>(shape: [1, window.positionCount], repeating: 1)
    var dW = (0..<groups).map { Tensor(zerosLike: weightMatrix(ofGroup: $0)) }
    var db = (0..<groups).map { _ in Tensor<Scalar>(shape: [weights.shape[0] / groups, 1], repeating: 0) }
    for (part, dy) in slopes(dy, x, window).enumerated() {
      let group = part % groups
      dW[group] = dW[group].addingProductOfRows(dy, x[part: part, of: groups].patches(window))
      if biases != nil { db[group] = db[group].addingProductOfRows(dy, one) }
    }
    let dWeights = Tensor(batch: dW).reshaped(to: weights.shape)
    return if let biases { [dWeights, Tensor(batch: db).reshaped(to: biases.shape)] } else { [dWeights] }
  }

  /// dy of each picture and group: C′ / G × (H′ · W′).
  private func slopes(_ dy: Tensor<Scalar>, _ x: Tensor<Scalar>, _ window: SlidingWindow) -> [Tensor<Scalar>] {
    (0..<x.shape[0] * groups).map {
      dy[part: $0, of: groups].reshaped(to: [weights.shape[0] / groups, window.positionCount])
    }
  }
}

// MARK: - What matrices are made of

extension Convolution {
  /// W of a group: C′ / G × (C / G · side²).
  private func weightMatrix(ofGroup group: Int) -> Tensor<Scalar> {
    let rows = weights.shape[0] / groups
    return weights.reshaped(to: [1] + weights.shape)[part: group, of: groups]
      .reshaped(to: [rows, weights.count / weights.shape[0]])
  }

  /// The bias of each output channel of a group at every place: C′ / G × (H′ · W′).
  private func bias(ofGroup group: Int, _ window: SlidingWindow) -> Tensor<Scalar> {
    let rows = weights.shape[0] / groups
    guard let biases else { return Tensor(shape: [rows, window.positionCount], repeating: 0) }
    return Tensor(
      shape: [rows, window.positionCount],
      biases.scalars[group * rows..<(group + 1) * rows].flatMap {
        Scalar.array(repeating: $0, count: window.positionCount)
      })
  }

  /// db = Σ dy over pictures and places.
  private func channelSums(_ dy: Tensor<Scalar>) -> Tensor<Scalar> {
    let planes = dy.planeSums(with: dy, around: [Double](repeating: 0, count: dy.shape[0] * dy.shape[1]))
    var sums = [Double](repeating: 0, count: dy.shape[1])
    for (plane, both) in planes.enumerated() { sums[plane % sums.count] += both.sum }
    return Tensor(shape: [sums.count], Scalar.array(sums))
  }

  private func sizes(over x: Tensor<Scalar>) -> ConvolutionSizes {
    ConvolutionSizes(shape, pictures: x.shape[0], height: x.shape[2], width: x.shape[3])
  }

  var shape: ConvolutionShape {
    ConvolutionShape(
      inputs: weights.shape[1] * groups, outputs: weights.shape[0], side: weights.shape[2], stride: stride,
      padding: padding, groups: groups)
  }

  /// The window over one picture's channels of one group.
  private func window(over x: Tensor<Scalar>) -> SlidingWindow {
    require(x.shape.count, ==, 4, "pictures are N × C × H × W")
    require(x.shape[1], ==, weights.shape[1] * groups, "as many channels come in as the weights have")
    return SlidingWindow(
      channels: weights.shape[1], height: x.shape[2], width: x.shape[3], side: weights.shape[2], stride: stride,
      padding: padding)
  }
}

// MARK: - Parameters and shapes

extension Convolution {
  public var parameters: [Tensor<Scalar>] {
    get { [weights] + (biases.map { [$0] } ?? []) }
    set {
      require(newValue.map(\.shape), ==, parameters.map(\.shape), "weights and biases keep their shapes")
      weights = newValue[0]
      if biases != nil { biases = newValue[1] }
    }
  }
  public mutating func changeParameters(_ change: (Int, inout Tensor<Scalar>) -> Void) {
    change(0, &weights)
    if var changed = biases.take() {
      change(1, &changed)
      biases = changed
    }
  }
  public var parameterNames: [String] { biases == nil ? ["weight"] : ["weight", "bias"] }

  public var window: Window? { Window(side: weights.shape[2], stride: stride, padding: padding) }

  public func outputShape(of input: [Int]) -> [Int] {
    require(input[1], ==, weights.shape[1] * groups, "as many channels come in as the weights have")
    return [input[0], weights.shape[0]] + input.dropFirst(2).map { outputLength($0) }
  }

  private func outputLength(_ length: Int) -> Int { (length + 2 * padding - weights.shape[2]) / stride + 1 }

  /// Every weight meets every place where the window stands.
  public func multiplyAdds(for input: [Int]) -> Int {
    let output = outputShape(of: input)
    return weights.count * output[0] * output[2] * output[3]
  }
}
