import Kernels
import Testing

@testable import TensorKernels

@Suite struct BlockedSlopesTests {
  private func sample(_ shape: [Int], seed: UInt64) -> BlockedTensor {
    var random = SplitMix64(seed: seed)
    let tensor = BlockedTensor(anyOf: shape)
    tensor.fill(from: (0..<shape.reduce(1, *)).map { _ in Float(random.uniform(in: -1...1)) }.span, threads: 1)
    return tensor
  }

  private func dot(_ x: BlockedTensor, _ y: BlockedTensor) -> Double {
    zip(x.numbers, y.numbers).reduce(0) { $0 + Double($1.0) * Double($1.1) }
  }

  @Test(
    "collecting is the transpose of enlarging", arguments: [(3, 2, 6, 4), (3, 3, 5, 7), (1, 1, 2, 3), (4, 4, 4, 4)])
  func collecting(size: (height: Int, width: Int, newHeight: Int, newWidth: Int)) {
    let x = sample([2, 20, size.height, size.width], seed: 1),
      dy = sample([2, 20, size.newHeight, size.newWidth], seed: 2)
    let y = BlockedTensor(anyOf: dy.shape), dx = BlockedTensor(anyOf: x.shape)
    x.enlarge(addedTo: nil, into: y, threads: 2)
    dy.collect(addedTo: nil, into: dx, threads: 2)
    #expect(abs(dot(y, dy) - dot(x, dx)) < 1e-4)
    let sum = sample(x.shape, seed: 3), before = sum.numbers
    dy.collect(addedTo: sum, into: sum, threads: 2)
    for ((sum, before), dx) in zip(zip(sum.numbers, before), dx.numbers) { #expect(abs(sum - before - dx) < 1e-5) }
  }

  @Test("numbers put apart have zeros between them, or what they are added to")
  func spreading() {
    let x = sample([1, 17, 3, 2], seed: 1), y = BlockedTensor(anyOf: [1, 17, 6, 3]), other = sample(y.shape, seed: 2)
    x.spread(by: 2, into: y, threads: 2)
    let numbers = x.numbers
    for (place, number) in y.numbers.enumerated() {
      let (row, column) = (place / 3 % 6, place % 3)
      let isTaken = row % 2 == 0 && column % 2 == 0
      #expect(number == (isTaken ? numbers[place / 18 * 6 + row / 2 * 2 + column / 2] : 0))
    }
    let sum = BlockedTensor(anyOf: y.shape)
    x.spread(by: 2, addedTo: other, into: sum, threads: 2)
    #expect(sum.numbers == zip(y.numbers, other.numbers).map { $1 + $0 })
  }

  @Test("a slope goes back through a rectifier where it gave something")
  func rectifier() {
    let x = sample([2, 20, 5, 3], seed: 1), slope = sample(x.shape, seed: 2), before = slope.numbers
    slope.keep(wherePositive: x, threads: 2)
    #expect(slope.numbers == zip(x.numbers, before).map { $0 > 0 ? $1 : 0 })
  }

  @Test("sums of channels are those of all pictures, and the same for any number of threads")
  func channels() {
    let x = sample([3, 40, 9, 7], seed: 1), numbers = x.numbers, sums = x.channelSums(threads: 1)
    #expect(sums.count == 40)
    for (channel, sum) in sums.enumerated() {
      let plain = numbers.indices.filter { $0 / 63 % 40 == channel }.reduce(0) { $0 + Double(numbers[$1]) }
      #expect(abs(sum - plain) < 1e-12)
    }
    #expect(x.channelSums(threads: 3) == sums)
  }

  @Test("a convolution adds, rectifies and masks what it gives", arguments: [1, 3])
  func finishing(side: Int) {
    let shape = ConvolutionShape(inputs: 20, outputs: 33, side: side, padding: side / 2)
    let sample = ConvolutionSample(shape, pictures: 2, height: 17, width: 12), scales = (0..<33).map { Float($0) / 33 }
    let x = BlockedTensor(anyOf: sample.sizes.input), added = self.sample(sample.sizes.output, seed: 1)
    let mask = self.sample(sample.sizes.output, seed: 2)
    x.fill(from: sample.x.span, threads: 1)
    func run(_ scales: [Float]?, _ run: (BlockedTensor) -> ConvolutionRun, _ activation: Activation) -> [Float] {
      let y = BlockedTensor(anyOf: sample.sizes.output),
        training = ConvolutionTraining(shape, scales: scales, threads: 2)
      training.run([run(y)], weights: sample.weights, biases: sample.biases, activation)
      return y.numbers
    }
    let plain = run(nil, { ConvolutionRun(x, into: $0) }, .none)
    let masked = run(nil, { ConvolutionRun(x, into: $0, mask: mask) }, .none)
    #expect(masked == zip(plain, mask.numbers).map { $1 > 0 ? $0 : 0 })
    let sum = run(nil, { ConvolutionRun(x, into: $0, residual: added) }, .rectifier)
    #expect(sum == zip(plain, added.numbers).map { max($0 + $1, 0) })
    let scaled = run(scales, { ConvolutionRun(x, into: $0) }, .none), places = 17 * 12
    for (place, (found, plain)) in zip(scaled, plain).enumerated() {
      let channel = place / places % 33, bias = sample.biases[channel]
      #expect(abs(found - (scales[channel] * (plain - bias) + bias)) < 1e-4)
    }
  }
}
