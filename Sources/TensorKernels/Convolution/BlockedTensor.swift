import Kernels

/// Pictures of N × C × H × W with sixteen channels of a place side by side: N × ⌈C / 16⌉ × H × W × 16.
///
/// One vector is then one place of a picture: sums, maxima and Winograd's transforms are plain arithmetic on vectors, and what
/// a product of matrices reads lies in lines of the cache. Channels that fill up the last sixteen are 0.
///
/// A copy shares its numbers with the original.
public struct BlockedTensor: Sendable {
  /// N, C, H, W.
  public let pictures: Int, channels: Int, height: Int, width: Int
  private let memory: AlignedMemory
  private let offset: Int

  /// Pictures that hold anything until something is computed into them.
  public init(pictures: Int, channels: Int, height: Int, width: Int) {
    self.init(
      pictures: pictures, channels: channels, height: height, width: width,
      in: BlockedMemory(count: Self.count(pictures: pictures, channels: channels, height: height, width: width)))
  }

  /// Pictures in memory that others use as well.
  ///
  /// - Parameter offset: how many numbers lie before them, in whole sixteens.
  public init(pictures: Int, channels: Int, height: Int, width: Int, in memory: BlockedMemory, at offset: Int = 0) {
    require(min(pictures, channels, min(height, width)), >=, 1, "there is a picture")
    (self.pictures, self.channels, self.height, self.width) = (pictures, channels, height, width)
    (self.memory, self.offset) = (memory.memory, offset)
    require(offset, >=, 0, "numbers lie in the memory")
    require(offset % 16, ==, 0, "each place begins at a line of the cache")
    require(offset + count, <=, memory.count, "the memory holds all numbers")
  }

  /// Pictures of N × C × H × W.
  init(shape: [Int]) { self.init(shape: shape, in: BlockedMemory(count: Self.count(of: shape))) }

  /// Pictures of N × C × H × W that hold anything, in memory that others needed before.
  public init(anyOf shape: [Int]) {
    self.init(shape: shape, in: BlockedMemory(memory: SpareMemory.shared.lend(Self.count(of: shape))))
  }

  /// Pictures of N × C × H × W that last as long as a workspace is borrowed.
  init(shape: [Int], in workspace: Workspace) {
    self.init(shape: shape, in: BlockedMemory(memory: workspace.memory(for: Self.count(of: shape))))
  }

  /// Pictures of N × C × H × W in memory that others use as well.
  public init(shape: [Int], in memory: BlockedMemory, at offset: Int = 0) {
    require(shape.count, ==, 4, "pictures are N × C × H × W")
    self.init(
      pictures: shape[0], channels: shape[1], height: shape[2], width: shape[3], in: memory, at: offset)
  }

  /// How many numbers pictures of N × C × H × W take.
  public static func count(of shape: [Int]) -> Int {
    require(shape.count, ==, 4, "pictures are N × C × H × W")
    return count(pictures: shape[0], channels: shape[1], height: shape[2], width: shape[3])
  }

  /// How many numbers it takes.
  public static func count(pictures: Int, channels: Int, height: Int, width: Int) -> Int {
    pictures * blocks(of: channels) * height * width * 16
  }

  /// How many sixteens so many channels fill.
  static func blocks(of channels: Int) -> Int { (channels + 15) / 16 }

  /// N, C, H, W.
  public var shape: [Int] { [pictures, channels, height, width] }
  public var count: Int { Self.count(pictures: pictures, channels: channels, height: height, width: width) }
  var blocks: Int { Self.blocks(of: channels) }
  /// How far it is from one sixteen of channels to the next,
  var plane: Int { height * width * 16 }
  /// and from one picture to the next.
  var picture: Int { blocks * plane }
  var start: UnsafeMutablePointer<Float> { memory.start + offset }

  /// Sixteen channels of one picture, row after row.
  func plane(_ block: Int, ofPicture n: Int) -> UnsafeMutablePointer<Float> {
    start + n * picture + block * plane
  }
}

/// Memory that several tensors may use, side by side or one after the other.
public struct BlockedMemory: Sendable {
  let memory: AlignedMemory

  init(memory: AlignedMemory) { self.memory = memory }

  public init(count: Int) { memory = AlignedMemory(count: count) }

  public var count: Int { memory.count }
}
