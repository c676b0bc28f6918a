import Console
import Literate
import Localization

extension Page {
  /// `claims`: every claim in its order, with ✓ where it holds and ✗ where it does not; after a tab, what breaks it.
  func listClaims(_ language: Language) {
    for name in record.claims.names {
      StandardStreams.print("\(record.claims[name]?.holds == true ? "✓" : "✗") \(name)\t\(breakers[name, default: ""])")
    }
    StandardStreams.print("\n" + claimSummary[language] + "\n" + breakerNote[language])
  }

  /// How many claims do not hold with today's parameters.
  var claimSummary: Bilingual {
    let names = record.claims.names
    let broken = names.count { record.claims[$0]?.holds == false }
    return Bilingual(
      ko: "지금 값에서는 이 장의 주장 \(names.count)개 가운데 \(broken)개가 성립하지 않습니다.",
      en: "With today's parameters, \(broken) of the chapter's \(names.count) claims do not hold.")
  }

  private var breakerNote: Bilingual {
    Bilingual(
      ko: "주장 뒤에 적은 것은 그 주장을 깨뜨리는 값의 보기입니다. 주장의 이름은 두 언어에서 같습니다.",
      en: "Behind each claim stand parameters that break it.")
  }

  /// `values`: on each line a name, the text that sentences show, and the number in all its digits (of several seeds, each
  /// of them), separated by tabs. A table's cell is `name[row,column]`, both from 1.
  func listValues(_ language: Language) {
    for name in record.values.names {
      if let datum = record.values[name]?.datum { list(name, datum, language) }
    }
    for name in record.tables.names {
      for (row, cells) in (record.tables[name]?.rows ?? []).enumerated() {
        for (column, cell) in cells.enumerated() where cell.isNumeric {
          list("\(name)[\(row + 1),\(column + 1)]", cell, language)
        }
      }
    }
  }

  private func list(_ name: String, _ datum: Datum, _ language: Language) {
    let digits =
      switch datum {
      case .number(let number, _): ["\(number)"]
      case .spread(let spread, _): spread.values.map { "\($0)" }
      case .text: [String]()
      }
    StandardStreams.print(([name, datum.shown(in: .prose, language)] + digits).joined(separator: "\t"))
  }
}
