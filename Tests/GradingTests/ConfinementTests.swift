import Foundation
import Testing

@testable import Grading

/// Each layer of the confinement without the others.
@Suite(.timeLimit(.minutes(30))) struct ConfinementTests {
  /// A program without the runner, and so without its filter: it tells how often it got where it should not.
  static let probe = """
    import Foundation
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(PORT).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    let size = socklen_t(MemoryLayout.size(ofValue: address))
    let reached = withUnsafeBytes(of: &address) {
      connect(connection, $0.baseAddress!.assumingMemoryBound(to: sockaddr.self), size)
    }
    print("network", reached == 0 ? 1 : 0)
    let files: [String] = ["/etc/passwd", "/proc/self/maps", "\(#filePath)", "/bin/sh"]
    print("files", files.count { open($0, O_RDONLY) >= 0 })
    if getenv("HARMLESS") != nil { exit(0) }
    print("folders", (["/etc", "/tmp", "/proc", "/usr"] as [String]).count { opendir($0) != nil })
    // The old way out of a root folder, for those who may change it.
    mkdir("/inner", 0o700)
    print("roots", chroot("/inner") == 0 ? 1 : 0)
    print("rights", setuid(0) == 0 ? 1 : 0)
    print("signals", getppid() != 0 && kill(getppid(), 0) == 0 ? 1 : 0)
    """

  #if os(Linux)
    @Test("namespaces alone cut off files, network, other processes and rights")
    func namespaces() async throws {
      guard await Confinement.ofThisSystem() == .namespaces else { return }
      let server = try Server()
      let (inside, outside) = try await said(Self.probe.replacing("PORT", with: "\(server.port)"))
      #expect(inside == ["network 0", "files 0", "folders 0", "roots 0", "rights 0", "signals 0"])
      // The probe can tell: nothing keeps it from the network and from files here.
      #expect(outside.contains("network 1") && outside.count == 2 && !outside.contains("files 0"))
    }
  #endif

  @Test("limits alone hold")
  func limits() async throws {
    let command = Confinement.limits.command(URL(filePath: "/bin/sh"), GradingLimits(seconds: 1, memory: 1 << 27))
    let loop = try await ChildProcess(
      command: command + ["-c", "while :; do :; done"], limits: .init(seconds: 60, bytes: 1000)
    ).run()
    #expect([.signalled(Int(SIGKILL)), .signalled(Int(SIGXCPU))].contains(loop.end))
    let file = FileManager.default.temporaryDirectory.appending(path: "written-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    _ = try await ChildProcess(
      command: command + ["-c", "echo text > '\(file.path)'"], limits: .init(seconds: 60, bytes: 1000)
    ).run()
    #expect((try? Data(contentsOf: file))?.isEmpty != false)
  }

  @Test("a system that allows nothing more than limits is found out, and told where the filter is missing, too")
  func fallback() async throws {
    #expect(Confinement.limits.isClosed == false)
    #expect(await Confinement.allCases.contains(.ofThisSystem()))
    let report = await Handed.report(Handed.source(2...2, Handed.right), [Handed.exercises[1]], .limits)
    #expect(report.verdicts["9.2"] == .passed)
    #if os(Linux)
      #expect(report.warning == nil, "the filter closes what limits leave open")
    #else
      #expect(report.warning == Confinement.warning(isClosed: false))
    #endif
  }

  /// What a program says with the namespaces around it, and without anything.
  private func said(_ source: String) async throws -> (inside: [String], outside: [String]) {
    try await Workplace.with { place throws(GradingError) in
      try place.makeFolder("room")
      try place.write(source, to: "main.swift")
      let compiler = ["swiftc", "-suppress-warnings", "-static-executable", "main.swift", "-o", "room/probe"]
      let limits = ChildProcess.Limits(seconds: 60, bytes: 1 << 20)
      _ = try await ChildProcess(command: compiler, folder: place.folder, limits: limits).run()
      let program = place["room/probe"]
      let inside = try await ChildProcess(
        command: Confinement.namespaces.command(program, .init()), environment: Confinement.environment, limits: limits
      ).run()
      let outside = try await ChildProcess(
        command: [program.path], environment: .custom(["HARMLESS": "1"]), limits: limits
      ).run()
      return (lines(of: inside), lines(of: outside))
    }
  }

  private func lines(of outcome: ChildProcess.Outcome) -> [String] {
    String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}

/// Something that listens on 127.0.0.1.
private struct Server: ~Copyable {
  let port: UInt16
  private let file: Int32

  init() throws {
    #if os(Linux)
      let stream = Int32(SOCK_STREAM.rawValue)
    #else
      let stream = SOCK_STREAM
    #endif
    file = socket(AF_INET, stream, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout.size(ofValue: address))
    let file = file
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(file, $0, size) == 0 && listen(file, 8) == 0 && getsockname(file, $0, &size) == 0
      }
    }
    try #require(isBound)
    port = UInt16(bigEndian: address.sin_port)
  }

  deinit { close(file) }
}
