import Literate

extension ProseReading {
  /// The Markdown for a reader who has only this: links to other files of the book are plain words.
  var handout: String {
    let link = /(!?)\[((?:[^\[\]\\]|\\.)*)\]\((?:<([^<>]*)>|([^()\s]*))\)/
    return markdown.replacing(link) { match in
      let address = match.3 ?? match.4 ?? ""
      return match.1 == "!" || address.hasPrefix("http") ? String(match.0) : String(match.2)
    }
  }
}
