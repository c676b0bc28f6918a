extension GroundTruth {
  /// Reads COCO's annotations.
  ///
  /// `images`, `categories` and `annotations` have to be there, in any order; of a record its ids, and `bbox` of an
  /// annotation. Where `iscrowd` is missing or null, it is no crowd; where `area` is, it is the box's. Anything else,
  /// `segmentation` too, is passed over, though it has to be JSON.
  /// - Throws: `DataError` with the file, and the line or the record's place, as `init(images:categories:annotations:)`
  ///   and where the text is broken.
  public init(contentsOf path: String) throws(DataError) {
    try self.init(ByteSource(path: path))
  }

  /// Reads COCO's annotations from JSON text in UTF-8; `name` is what errors call it.
  public init(json: [UInt8], name: String) throws(DataError) {
    try self.init(ByteSource(json, name: name))
  }

  private init(_ source: ByteSource) throws(DataError) {
    var cursor = try JSONCursor(source)
    var images: [Image]?, categories: [Category]?, annotations: [Annotation]?
    try cursor.object { (cursor, key) throws(DataError) in
      switch key {
      case "images": images = try cursor.list(Image.init)
      case "categories": categories = try cursor.list(Category.init)
      case "annotations": annotations = try cursor.list(Annotation.init)
      default: try cursor.skip()
      }
    }
    try cursor.finish()
    guard let images else { throw DataError(.missing("images"), file: source.name) }
    guard let categories else { throw DataError(.missing("categories"), file: source.name) }
    guard let annotations else { throw DataError(.missing("annotations"), file: source.name) }
    do {
      try self.init(images: images, categories: categories, annotations: annotations)
    } catch { throw error.found(in: source.name) }
  }
}

// MARK: - Records

extension GroundTruth.Image {
  init(_ cursor: inout JSONCursor) throws(DataError) {
    var id: Int?, width: Int?, height: Int?, fileName: String?
    try cursor.object { (cursor, key) throws(DataError) in
      switch key {
      case "id": id = try cursor.integer()
      case "width": width = try cursor.skipNull() ? nil : try cursor.integer()
      case "height": height = try cursor.skipNull() ? nil : try cursor.integer()
      case "file_name": fileName = try cursor.skipNull() ? nil : try cursor.string()
      default: try cursor.skip()
      }
    }
    self.init(id: try cursor.present(id, "id"), width: width, height: height, fileName: fileName)
  }
}

extension GroundTruth.Category {
  init(_ cursor: inout JSONCursor) throws(DataError) {
    var id: Int?, name: String?
    try cursor.object { (cursor, key) throws(DataError) in
      switch key {
      case "id": id = try cursor.integer()
      case "name": name = try cursor.skipNull() ? nil : try cursor.string()
      default: try cursor.skip()
      }
    }
    let known = try cursor.present(id, "id")
    self.init(id: known, name: name ?? "\(known)")
  }
}

extension GroundTruth.Annotation {
  init(_ cursor: inout JSONCursor) throws(DataError) {
    var id: Int?, imageID: Int?, categoryID: Int?, box: CornerBox?, area: Double?
    var isCrowd = false
    try cursor.object { (cursor, key) throws(DataError) in
      switch key {
      case "id": id = try cursor.integer()
      case "image_id": imageID = try cursor.integer()
      case "category_id": categoryID = try cursor.integer()
      case "bbox": box = try CornerBox(&cursor)
      case "area": area = try cursor.skipNull() ? nil : try cursor.double()
      case "iscrowd": isCrowd = try cursor.skipNull() ? false : try cursor.flag()
      default: try cursor.skip()
      }
    }
    self.init(
      id: try cursor.present(id, "id"), imageID: try cursor.present(imageID, "image_id"),
      categoryID: try cursor.present(categoryID, "category_id"), box: try cursor.present(box, "bbox"),
      area: area, isCrowd: isCrowd)
  }
}
