import Foundation
import Localization

/// Links and images that lead nowhere.
extension ProseChecks {
  mutating func checkLinks(_ blocks: [Block], exists: (String) -> Bool) {
    for block in blocks.all {
      for inline in block.inlines {
        switch inline {
        case .link(let link, _), .image(let link, _):
          let isPlaced = !link.destination.origin.steps.isEmpty
          check(link.destination.string, at: isPlaced ? link.destination.origin.source(of: 0) : block.start, exists)
        default: break
        }
      }
      for html in block.html where !html.string.hasPrefix("<!--") {
        for match in html.string.matches(of: /(?:src|href)="([^"]*)"/) {
          let offset = html.string.utf8.distance(from: html.string.startIndex, to: match.1.startIndex)
          check(String(match.1), at: html.origin.source(of: offset), exists)
        }
      }
    }
  }

  private mutating func check(_ destination: String, at start: Int, _ exists: (String) -> Bool) {
    let path = String(destination.prefix { $0 != "#" && $0 != "?" })
    guard !path.isEmpty, !path.contains("{{"), path.prefixMatch(of: /[A-Za-z][A-Za-z0-9+.\-]*:|\/\//) == nil else {
      return
    }
    guard let target = source.file.path(of: path.removingPercentEncoding ?? path), exists(target) else {
      report(
        start,
        Bilingual(
          ko: "“\(path)”: 이 자리에서 보아 그런 파일이 없습니다. 경로를 확인하십시오.",
          en: "“\(path)”: seen from here there is no such file. Check the path."))
      return
    }
  }
}
