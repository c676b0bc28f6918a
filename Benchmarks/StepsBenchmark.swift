import Detection
import Foundation
import Kernels
import Layers

/// Where the time of our forward pass of RetinaNet-R50 at 600 × 600 px goes: each step of the plan, in the time of all threads.
struct StepsBenchmark {
  let threads: Int
  let rounds: Int

  private struct Piece {
    let name: String
    /// Of the step; 0 for what only lays out numbers in another way.
    let multiplyAdds: Int
    var time: Measurement
  }

  func run() {
    let network = RetinaNet<Float>(.torchvision(), start: .random(seed: 1)).network
    let picture = RetinaNetProcess.picture(height: 600, width: 600)
    let plan = Plan(network, input: picture.shape, threads: threads)
    let multiplyAdds = Self.multiplyAdds(network, for: picture.shape), shapes = network.shapes(for: picture.shape)
    var pieces: [Piece] = []
    for round in 0...rounds {  // the first warms up
      var index = 0
      var seen: Set<Network<Float>.Value> = []
      _ = plan.run(picture) { value, work in
        let isStep = seen.insert(value).inserted
        if round == 0 {
          let shape = (shapes[value] ?? []).map(String.init).joined(separator: " × ")
          pieces.append(
            Piece(
              name: network.name(of: value) + (isStep ? "  " : ", copied  ") + shape,
              multiplyAdds: isStep ? multiplyAdds[value] ?? 0 : 0, time: Measurement("")))
        }
        let start = Self.processorTime
        work()
        if round > 0 { pieces[index].time.add(milliseconds: Self.processorTime - start) }
        index += 1
      }
    }
    print("Steps of RetinaNet-R50, 1 × 3 × 600 × 600, in processor time of \(threads) threads")
    for piece in pieces {
      let speed = 2 * Double(piece.multiplyAdds) / piece.time.median / 1e6
      print(
        "  " + piece.name.padding(to: 74) + piece.time.median.text(decimals: 2).leftPadding(to: 7) + " ms"
          + (piece.multiplyAdds > 0 ? speed.text(decimals: 0).leftPadding(to: 6) + " GFLOP/s" : ""))
    }
    print("  altogether \(pieces.reduce(0) { $0 + $1.time.median }.text(decimals: 0)) ms\n")
  }

  /// By the value that a step of the plan gives: a convolution's are those of the normalisation, sum or rectifier behind it as well.
  private static func multiplyAdds(_ network: Network<Float>, for input: [Int]) -> [Network<Float>.Value: Int] {
    let shapes = network.shapes(for: input)
    var ofValue = network.multiplyAdds(for: input), users: [Network<Float>.Value: Int] = [:]
    for step in network.steps { for operand in step.operands { users[operand, default: 0] += 1 } }
    for (index, step) in network.steps.enumerated() {
      let value = network.values[index]
      guard ofValue[value, default: 0] == 0, let last = step.operands.max(), users[last] == 1,
        shapes[value] == shapes[last]
      else { continue }
      ofValue[value] = ofValue[last]
    }
    return ofValue
  }

  /// Of all threads of this process, in milliseconds.
  private static var processorTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
}
