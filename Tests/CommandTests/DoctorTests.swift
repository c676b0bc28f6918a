import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(30))) struct DoctorTests {
  @Test("where all is there, the doctor says so")
  func healthy() async throws {
    let outcome = try await Program(name: "workbook").run("doctor", "--lang", "en")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasSuffix("Everything is there.\n"), "\(outcome.output)")
  }

  @Test("without the programs that would tell, they alone are missing, and what they would tell of is unknown")
  func blind() async throws {
    let outcome = try await Program(name: "workbook", environment: ["PATH": "/nowhere"]).run("doctor", "--lang", "en")
    #expect(outcome.status == 1)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.contains("✗ pkg-config") && lines.contains("? Cairo") && !lines.contains { $0.hasPrefix("✗ libpng") })
    #expect(outcome.output.contains("cannot be known without pkg-config"))
    #if os(Linux)
      #expect(lines.filter { $0.hasPrefix("✗") } == ["✗ pkg-config", "✗ fontconfig"])
      #expect(lines.contains { $0.hasSuffix("apt-get install -y pkg-config fontconfig") })
    #endif
  }

  @Test("a library that is missing is named with what installs it, and nothing else is")
  func missing() async throws {
    let folder = try TemporaryFolder()
    let program = try folder.write("#!/bin/sh\n[ \"$2\" != libpng ]\n", to: "pkg-config")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    let path = folder.path + ":" + ProcessInfo.processInfo.environment["PATH", default: ""]
    let outcome = try await Program(name: "workbook", environment: ["PATH": path]).run("doctor", "--lang", "ko")
    #expect(outcome.status == 1)
    #expect(outcome.output.split(separator: "\n").filter { $0.hasPrefix("✗") } == ["✗ libpng"])
    #expect(outcome.output.contains("다음 명령으로 설치하십시오") && outcome.output.contains("libpng"))
  }
}
