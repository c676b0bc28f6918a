import Foundation
import Kernels

/// How time and memory of our forward pass of RetinaNet-R50 grow with the picture.
struct GrowthBenchmark {
  let threads: Int
  let rounds: Int

  private static let sizes = [(256, 256), (384, 384), (512, 512), (600, 600), (600, 1000), (800, 1333)]

  func run() throws {
    print("Forward pass of RetinaNet-R50 from 256 × 256 to 800 × 1333 px, \(threads) threads")
    print("  picture             pixels     median    for a pixel     peak of a whole process")
    let folder = FileManager.default.temporaryDirectory
    let weights = folder.appending(path: "weights-\(UUID().uuidString).safetensors").path
    defer { try? FileManager.default.removeItem(atPath: weights) }
    let program = ProcessInfo.processInfo.arguments[0]
    _ = try WholeProcess(program, ["--retinanet", weights])
    // Memory first, while this process is small.
    let processes = try Self.sizes.map { height, width in
      try WholeProcess(program, ["--threads", "\(threads)", "--retinanet", weights, "\(height)", "\(width)"])
    }
    for ((height, width), process) in zip(Self.sizes, processes) {
      let forward = RetinaNetProcess.forward(height: height, width: width, threads: threads)
      for _ in 0..<2 { forward() }  // warm up
      var time = Measurement("")
      for _ in 0..<rounds { time.measure(forward) }
      let pixels = height * width
      print(
        "  \("\(height) × \(width)".padding(to: 14))\("\(pixels)".leftPadding(to: 12))"
          + "\(time.median.text(decimals: 1).leftPadding(to: 8)) ms"
          + "\((time.median / Double(pixels) * 1e6).text(decimals: 0).leftPadding(to: 12)) ns"
          + "\(process.peakMegabytes.text(decimals: 0).leftPadding(to: 20)) MB")
    }
    print("")
  }
}
