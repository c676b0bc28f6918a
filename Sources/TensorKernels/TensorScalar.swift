/// A number that tensors hold: `Double` where a chapter trains for its page, `Float` where speed counts.
///
/// Everything that loops over numbers is asked of the number itself, so that code which is generic over it, in other modules
/// and behind protocols, runs what is compiled for `Double` or `Float` here. What is asked has a plain answer for both. The plain
/// answers add in an order that neither depends on the processor nor on how wide its vectors are, and never fuse a product
/// with a sum: the same bits on every machine.
public protocol TensorScalar: BinaryFloatingPoint, SIMDScalar, Codable, Sendable {
  // Matrices
  static func addProduct(
    _ a: Span<Self>, _ order: MatrixOrder, _ b: Span<Self>, to c: inout MutableSpan<Self>, shape: ProductShape)
  static func addProductOfRows(
    _ a: Span<Self>, _ b: Span<Self>, to c: inout MutableSpan<Self>, shape: ProductShape)

  // Convolutions
  static func convolution(
    _ xs: [[Self]], weights: [Self], biases: [Self], _ sizes: [ConvolutionSizes]
  ) -> [[Self]]?
  static func convolutionSlopes(
    _ dys: [[Self]], xs: [[Self]], weights: [Self], _ sizes: [ConvolutionSizes], _ wanted: WantedSlopes
  ) -> ConvolutionSlopes<Self>?

  // Windows that slide over a picture
  static func patches(of x: Span<Self>, _ window: SlidingWindow) -> [Self]
  static func scatterPatches(_ patches: Span<Self>, _ window: SlidingWindow, to x: inout MutableSpan<Self>)
  static func maximum(of x: Span<Self>, _ window: SlidingWindow, into y: inout MutableSpan<Self>)
  static func scatterToMaximum(
    _ dy: Span<Self>, of x: Span<Self>, _ window: SlidingWindow, to dx: inout MutableSpan<Self>)
  static func upsample(_ x: Span<Self>, _ size: Upsampling, into y: inout MutableSpan<Self>)
  static func scatterUpsampled(_ dy: Span<Self>, _ size: Upsampling, to dx: inout MutableSpan<Self>)

  // Planes of pictures
  static func planeSums(
    _ u: Span<Self>, _ v: Span<Self>, _ planes: Planes, around centers: [Double]
  ) -> [(sum: Double, products: Double)]
  static func planeLines(
    _ u: Span<Self>, _ planes: Planes, _ lines: [PlaneLine], into y: inout MutableSpan<Self>)
  static func planeLines(
    _ u: Span<Self>, _ v: Span<Self>, _ planes: Planes, _ lines: [PlaneLine], into y: inout MutableSpan<Self>)

  // Rows that become columns
  static func transpose(_ x: Span<Self>, _ matrix: Transposition, into y: inout MutableSpan<Self>)

  // Element by element
  static func array(repeating value: Self, count: Int) -> [Self]
  static func array(count: Int, _ number: () -> Double) -> [Self]
  static func doubles(_ x: [Self]) -> [Double]
  static func array(_ x: [Double]) -> [Self]
  static func scale(_ x: inout MutableSpan<Self>, by factor: Self)
  static func addScaled(_ x: Span<Self>, by factor: Self, to y: inout MutableSpan<Self>)
  static func rectify(_ x: Span<Self>, into y: inout MutableSpan<Self>)
  static func rectifyBackward(_ dy: Span<Self>, x: Span<Self>, into dx: inout MutableSpan<Self>)
  static func step(
    _ parameters: inout MutableSpan<Self>, velocity: inout MutableSpan<Self>, gradient: Span<Self>,
    _ rates: StepRates<Self>)
  static func dot(_ x: Span<Self>, _ y: Span<Self>) -> Self
}

extension Double: TensorScalar {}
extension Float: TensorScalar {}

// MARK: - Eight numbers in memory

@inline(__always)
func load8<Scalar: TensorScalar>(_ pointer: UnsafePointer<Scalar>) -> SIMD8<Scalar> {
  UnsafeRawPointer(pointer).loadUnaligned(as: SIMD8<Scalar>.self)
}

@inline(__always)
func store8<Scalar: TensorScalar>(_ vector: SIMD8<Scalar>, to pointer: UnsafeMutablePointer<Scalar>) {
  UnsafeMutableRawPointer(pointer).storeBytes(of: vector, as: SIMD8<Scalar>.self)
}

/// The sum of the eight lanes, in a fixed order.
@inline(__always)
func total<Scalar: TensorScalar>(_ eight: SIMD8<Scalar>) -> Scalar {
  let four = eight.lowHalf + eight.highHalf
  let two = four.lowHalf + four.highHalf
  return two.x + two.y
}
