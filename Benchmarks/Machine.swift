import Foundation
import Kernels

/// What the numbers were measured on.
enum Machine {
  static var description: String {
    let system = ProcessInfo.processInfo.operatingSystemVersionString
    return """
      \(processor), \(Processor.threads) cores, \(system)
      Swift \(swiftVersion), \(configuration) build for \(Processor.vectorBits)-bit vectors \
      \(Processor.fusesMultiplyAdd ? "with" : "without") fused multiply-add
      """
  }

  private static var processor: String {
    #if canImport(Darwin)
      var size = 0
      sysctlbyname("machdep.cpu.brand_string", nil, &size, nil, 0)
      var name = [UInt8](repeating: 0, count: size)
      sysctlbyname("machdep.cpu.brand_string", &name, &size, nil, 0)
      return String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
    #else
      let cpus = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
      let model = cpus.split(separator: "\n").first { $0.hasPrefix("model name") }
      return model?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? "unknown processor"
    #endif
  }

  private static var swiftVersion: String {
    #if compiler(>=6.4)
      "6.4 or later"
    #elseif compiler(>=6.3)
      "6.3"
    #else
      "6.2"
    #endif
  }

  private static var configuration: String {
    #if DEBUG
      "debug"
    #else
      "release"
    #endif
  }
}
