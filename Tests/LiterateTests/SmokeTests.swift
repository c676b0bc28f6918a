import Testing

@testable import Literate

@Test func dump() {
  let w = Sample.weaver()
  for f in w.findings { print(f) }
  print(w.page(.ko)!.markdown)
  print(TerminalReader(width: 60, style: .plain).read(w.page(.ko)!))
  print(TerminalReader(width: 10, style: .plain).read(w.page(.en)!))
}
