/// One detection: a box, what it is thought to hold, and how sure the detector is.
public struct ScoredBox: Sendable, Equatable {
  public var imageID, categoryID: Int
  public var box: CornerBox
  /// Any finite number; only the order counts.
  public var score: Double

  public init(imageID: Int, categoryID: Int, box: CornerBox, score: Double) {
    (self.imageID, self.categoryID, self.box, self.score) = (imageID, categoryID, box, score)
  }

  /// A value that no detection can have.
  var problem: DataError? {
    if let problem = box.problem { return DataError(problem, path: ".bbox") }
    return score.isFinite ? nil : DataError(.notFinite, path: ".score")
  }
}

// MARK: - Reading

extension GroundTruth {
  /// Reads results in COCO's form: a list of `image_id`, `category_id`, `bbox`, `score`. Other members are passed over.
  ///
  /// - Throws: `DataError` with file, line and the record's place where the text is broken, a member is missing, a value is
  ///   not finite, a size is negative, or an image or category is not of this ground truth. (pycocotools leaves out
  ///   results of categories it does not know, without a word.)
  public func results(contentsOf path: String) throws(DataError) -> [ScoredBox] {
    try results(ByteSource(path: path))
  }

  /// Reads results from JSON text in UTF-8; `name` is what errors call it.
  public func results(json: [UInt8], name: String) throws(DataError) -> [ScoredBox] {
    try results(ByteSource(json, name: name))
  }

  private func results(_ source: ByteSource) throws(DataError) -> [ScoredBox] {
    var cursor = try JSONCursor(source)
    var lastImage = imageRanks.ids.first  // results of an image stand together
    let results = try cursor.list { (cursor) throws(DataError) in
      try ScoredBox(&cursor, images: imageRanks, categories: categoryRanks, lastImage: &lastImage)
    }
    try cursor.finish()
    return results
  }
}

extension ScoredBox {
  fileprivate init(
    _ cursor: inout JSONCursor, images: Ranks, categories: Ranks, lastImage: inout Int?
  ) throws(DataError) {
    var imageID: Int?, categoryID: Int?, box: CornerBox?, score: Double?
    var last = lastImage
    try cursor.object { (cursor, key) throws(DataError) in
      switch key {
      case "image_id":
        let id = try cursor.integer()
        guard id == last || images[id] != nil else { throw cursor.error(.unknownImage(id)) }
        (imageID, last) = (id, id)
      case "category_id":
        let id = try cursor.integer()
        guard categories[id] != nil else { throw cursor.error(.unknownCategory(id)) }
        categoryID = id
      case "bbox": box = try CornerBox(&cursor)
      case "score": score = try cursor.double()
      default: try cursor.skip()
      }
    }
    lastImage = last
    self.init(
      imageID: try cursor.present(imageID, "image_id"), categoryID: try cursor.present(categoryID, "category_id"),
      box: try cursor.present(box, "bbox"), score: try cursor.present(score, "score"))
  }
}
