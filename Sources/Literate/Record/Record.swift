import Localization

/// What one run of a chapter recorded, in the order in which it was recorded.
///
/// ```swift
/// var record = Record()
/// record.values.add(RecordedValue(.number(67_995, .integer), line: 12), named: "anchors")
/// record.claims.add(RecordedClaim(holds: true, line: 13), named: "about 100,000 anchors")
/// ```
public struct Record: Sendable {
  public var values = Ledger<RecordedValue>()
  public var claims = Ledger<RecordedClaim>()
  public var figures = Ledger<RecordedFigure>()
  public var tables = Ledger<RecordedTable>()

  public init() {}
}

/// Something that knows the line of the program that recorded it.
public protocol Recorded: Sendable {
  /// The line in the program, from 1.
  var line: Int { get }
}

/// Named entries in order. The first entry of a name stays; later ones are kept aside to be reported.
public struct Ledger<Entry: Recorded>: Sendable {
  public private(set) var names: [String] = []
  private var entries: [String: Entry] = [:]
  /// Names that were recorded again, with the line of each repetition.
  public private(set) var duplicates: [(name: String, line: Int)] = []

  public init() {}

  public mutating func add(_ entry: Entry, named name: String) {
    guard entries[name] == nil else {
      duplicates.append((name, entry.line))
      return
    }
    names.append(name)
    entries[name] = entry
  }

  public subscript(name: String) -> Entry? { entries[name] }
}

/// A value that sentences show.
public struct RecordedValue: Recorded, Hashable {
  public var datum: Datum
  public var line: Int

  public init(_ datum: Datum, line: Int) {
    self.datum = datum
    self.line = line
  }
}

/// Whether what a sentence says of the numbers is so in this run.
public struct RecordedClaim: Recorded, Hashable {
  public var holds: Bool
  public var line: Int

  public init(holds: Bool, line: Int) {
    self.holds = holds
    self.line = line
  }
}

/// A figure and where its files lie.
public struct RecordedFigure: Recorded, Hashable {
  /// The image file of each language, relative to the page.
  public var paths: [Language: String]
  public var title: Bilingual
  public var line: Int

  public init(paths: [Language: String], title: Bilingual, line: Int) {
    self.paths = paths
    self.title = title
    self.line = line
  }
}

/// A table: columns, and rows with one cell for each.
public struct RecordedTable: Recorded, Hashable {
  public struct Column: Sendable, Hashable {
    /// Inline Markdown and formulas may stand in it.
    public var title: Bilingual
    public var alignment: ColumnAlignment

    public init(_ title: Bilingual, _ alignment: ColumnAlignment = .natural) {
      self.title = title
      self.alignment = alignment
    }
  }

  public var columns: [Column]
  /// A row with fewer cells than columns ends in empty ones; surplus cells are reported.
  public var rows: [[Datum]]
  public var line: Int

  public init(columns: [Column], rows: [[Datum]], line: Int) {
    self.columns = columns
    self.rows = rows
    self.line = line
  }
}

/// Where the cells of a column stand.
public enum ColumnAlignment: Sendable, Hashable {
  /// As the medium does by default: left.
  case natural
  case left, center, right
}
