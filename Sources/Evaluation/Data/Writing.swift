extension GroundTruth {
  /// COCO's JSON of these annotations: what is known here, so without outlines, licences and addresses.
  ///
  /// - Throws: `DataError` where the file cannot be written; an older one then stays.
  public func write(to path: String) throws(DataError) {
    try writer.write(to: path)
  }

  /// What `write(to:)` writes.
  public var json: [UInt8] { writer.bytes }

  private var writer: JSONWriter {
    var writer = JSONWriter()
    writer.add("{")
    writer.key("images")
    writer.list(images) { writer, image in
      writer.member("id", image.id)
      if let width = image.width { writer.member("width", width) }
      if let height = image.height { writer.member("height", height) }
      if let name = image.fileName { writer.member("file_name", name) }
    }
    writer.key("categories")
    writer.list(categories) { writer, category in
      writer.member("id", category.id)
      writer.member("name", category.name)
    }
    writer.key("annotations")
    writer.list(annotations) { writer, annotation in
      writer.member("id", annotation.id)
      writer.member("image_id", annotation.imageID)
      writer.member("category_id", annotation.categoryID)
      writer.member("bbox", annotation.box)
      writer.member("area", annotation.area)
      writer.member("iscrowd", annotation.isCrowd ? 1 : 0)
    }
    writer.add("}\n")
    return writer
  }
}

extension [ScoredBox] {
  /// Writes results in COCO's form.
  ///
  /// - Throws: `DataError` with the result's place where a value is not finite or a size negative, or with the file where it
  ///   cannot be written; an older one then stays.
  public func write(to path: String) throws(DataError) {
    try writer().write(to: path)
  }

  /// What `write(to:)` writes.
  public func json() throws(DataError) -> [UInt8] { try writer().bytes }

  private func writer() throws(DataError) -> JSONWriter {
    for (index, result) in enumerated() {
      if let error = result.problem { throw error.inside("[\(index)]") }
    }
    var writer = JSONWriter()
    writer.list(self) { writer, result in
      writer.member("image_id", result.imageID)
      writer.member("category_id", result.categoryID)
      writer.member("bbox", result.box)
      writer.member("score", result.score)
    }
    writer.add("\n")
    return writer
  }
}
