/// What is to be found in the images of a data set: COCO's annotations.
///
/// ```swift
/// let truth = try GroundTruth(contentsOf: "instances_val2017.json")
/// let results = try truth.results(contentsOf: "results.json")
/// let quality = try truth.quality(of: results, threads: 2)
/// print(quality.averagePrecision() ?? "nothing to be found")
/// ```
///
/// Images and categories count in the order of their ids, annotations of one image in their own order.
public struct GroundTruth: Sendable {
  public struct Image: Sendable, Equatable {
    public var id: Int
    /// In pixels, where known.
    public var width, height: Int?
    public var fileName: String?

    public init(id: Int, width: Int? = nil, height: Int? = nil, fileName: String? = nil) {
      (self.id, self.width, self.height, self.fileName) = (id, width, height, fileName)
    }
  }

  public struct Category: Sendable, Equatable {
    public var id: Int
    public var name: String

    public init(id: Int, name: String) {
      (self.id, self.name) = (id, name)
    }
  }

  /// One object, or one crowd of them.
  public struct Annotation: Sendable, Equatable {
    /// Any whole number, but COCO finds no object whose id is 0: see `quality(of:threads:)`.
    public var id: Int
    public var imageID, categoryID: Int
    public var box: CornerBox
    /// In square pixels: of the object's outline where it is known, so usually less than the box's.
    public var area: Double
    /// A crowd is a region with many objects: whatever is detected within counts neither as right nor as wrong.
    public var isCrowd: Bool

    /// - Parameter area: that of the box, where nothing is given.
    public init(
      id: Int, imageID: Int, categoryID: Int, box: CornerBox, area: Double? = nil, isCrowd: Bool = false
    ) {
      (self.id, self.imageID, self.categoryID) = (id, imageID, categoryID)
      (self.box, self.area, self.isCrowd) = (box, area ?? box.area, isCrowd)
    }
  }

  public let images: [Image]
  public let categories: [Category]
  public let annotations: [Annotation]

  /// The places of images and categories in the order of their ids.
  let imageRanks, categoryRanks: Ranks

  /// - Throws: `DataError` with the record's place: for two images, two categories or two annotations with one id, an
  ///   annotation of an image or category that is not there, a negative size, a value that is not finite. (pycocotools
  ///   takes the last one of two with one id, and leaves out annotations of what it does not know.)
  public init(images: [Image], categories: [Category], annotations: [Annotation]) throws(DataError) {
    (self.images, self.categories, self.annotations) = (images, categories, annotations)
    imageRanks = try Ranks(images.map(\.id), of: "images")
    categoryRanks = try Ranks(categories.map(\.id), of: "categories")
    _ = try Ranks(annotations.map(\.id), of: "annotations")
    for (index, annotation) in annotations.enumerated() {
      do { try check(annotation) } catch { throw error.inside("annotations[\(index)]") }
    }
  }

  private func check(_ annotation: Annotation) throws(DataError) {
    if imageRanks[annotation.imageID] == nil {
      throw DataError(.unknownImage(annotation.imageID), path: ".image_id")
    }
    if categoryRanks[annotation.categoryID] == nil {
      throw DataError(.unknownCategory(annotation.categoryID), path: ".category_id")
    }
    if let problem = annotation.box.problem { throw DataError(problem, path: ".bbox") }
    if !annotation.area.isFinite { throw DataError(.notFinite, path: ".area") }
  }
}

/// The places of ids in their ascending order.
struct Ranks: Sendable {
  let ids: [Int]
  private let ranks: [Int: Int32]

  /// - Throws: `DataError` at the second of two equal ids.
  init(_ ids: [Int], of list: String) throws(DataError) {
    self.ids = ids.sorted()
    var ranks: [Int: Int32] = [:]
    ranks.reserveCapacity(ids.count)
    for (rank, id) in self.ids.enumerated() { ranks[id] = Int32(rank) }
    self.ranks = ranks
    guard ranks.count < ids.count else { return }
    var seen: Set<Int> = []
    for (index, id) in ids.enumerated() where !seen.insert(id).inserted {
      throw DataError(.duplicateID(id), path: ".\(list)[\(index)].id")
    }
  }

  subscript(id: Int) -> Int32? { ranks[id] }
}
