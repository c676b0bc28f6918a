import Foundation
import Testing

@testable import Console

@Suite struct TerminalTests {
  private let png = [UInt8]((0..<10_000).map { UInt8($0 % 251) })

  @Test("kitty's bytes hold the PNG, in pieces of at most 4,096 letters, the last marked")
  func kitty() throws {
    let shown = Terminal.Pictures.kitty.show(png: png, columns: 80)
    let pieces = shown.components(separatedBy: "\u{1B}_G").dropFirst().map {
      $0.replacingOccurrences(of: "\u{1B}\\", with: "")
    }
    var payload = ""
    for (index, piece) in pieces.enumerated() {
      let parts = piece.split(separator: ";", maxSplits: 1)
      try #require(parts.count == 2)
      #expect(parts[0].hasSuffix(index + 1 == pieces.count ? "m=0" : "m=1"))
      #expect(parts[1].count <= 4096)
      payload += parts[1]
    }
    #expect(pieces.count > 1)
    #expect(Data(base64Encoded: payload).map([UInt8].init) == png)
  }

  @Test("iTerm2's bytes hold the PNG, and say its size")
  func iTerm() throws {
    let shown = Terminal.Pictures.iTerm.show(png: png, columns: 80)
    #expect(shown.hasPrefix("\u{1B}]1337;File=") && shown.hasSuffix("\u{07}"))
    #expect(shown.contains("size=10000;"))
    let payload = try #require(shown.split(separator: ":").last).dropLast()
    #expect(Data(base64Encoded: String(payload)).map([UInt8].init) == png)
  }

  @Test(
    "pictures are shown only by terminals that say that they can",
    arguments: [
      (["TERM": "xterm-kitty"], Terminal.Pictures.kitty), (["TERM_PROGRAM": "ghostty"], .kitty),
      (["TERM_PROGRAM": "iTerm.app"], .iTerm), (["LC_TERMINAL": "iTerm2"], .iTerm), (["TERM": "xterm-256color"], nil),
      (["TERM": "dumb", "TERM_PROGRAM": "iTerm.app"], nil), (["TERM_PROGRAM": "iTerm.app", "TMUX": "/tmp/x"], nil),
      ([:], nil),
    ] as [([String: String], Terminal.Pictures?)])
  func detection(_ environment: [String: String], _ expected: Terminal.Pictures?) {
    #expect(Terminal.Pictures(environment: environment) == expected)
  }
}
