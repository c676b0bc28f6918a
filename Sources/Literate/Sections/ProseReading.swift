import Localization

/// A part of a file with its values in place.
public struct ProseReading: Sendable {
  /// What a terminal reads, without a heading.
  public let page: WovenPage
  /// Unknown names, particles that cannot be told, formulas that cannot be read with these values.
  public let findings: [Finding]
  /// The names of the values that are shown, once each.
  public let values: Set<String>
  /// The ids of the exercises that are referred to, once each.
  public let exercises: Set<String>
  /// The commands that readers are told to type.
  public let quotedCommands: [QuotedCommand]

  /// As Markdown.
  public var markdown: String { page.body }
}

extension ProseFile.Part {
  /// The part with `values` for its `{{value name}}`.
  public func reading(showing values: [String: Datum], references: References = References()) -> ProseReading {
    var expander = Expander(Sources(of: values, references), language, source, unclosed: [])
    let expanded = expander.blocks(blocks)
    func names(_ verb: Verb) -> Set<String> { Set(expander.uses.filter { $0.call.verb == verb }.map(\.call.name)) }
    return ProseReading(
      page: WovenPage(
        language: language, heading: [], blocks: expanded, figures: Ledger(), proseName: source.file.baseName,
        otherPages: []),
      findings: expander.findings + [expanded.misreadFinding(in: source)].compactMap { $0 }, values: names(.value),
      exercises: names(.exercise), quotedCommands: expanded.quotedCommands(in: source))
  }
}

extension Sources {
  /// Values alone, without any program.
  init(
    of values: [String: Datum], _ references: References, exists: @escaping @Sendable (String) -> Bool = { _ in true }
  ) {
    var record = Record()
    for (name, datum) in values.sorted(by: { $0.key < $1.key }) {
      record.values.add(RecordedValue(datum, line: 1), named: name)
    }
    let program = SourceFile(name: "", text: "")
    self.init(
      manuscript: Manuscript(program: program, prose: [:], exists: exists), passages: Passages(of: program),
      record: record, references: references)
  }
}
