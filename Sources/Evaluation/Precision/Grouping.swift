/// Records in the order of their categories, those of one category in the order of their images, those of one image as
/// they came.
struct Grouping: Sendable {
  private let order: [Int32]
  private let starts: [Int]

  /// - Parameters:
  ///   - images: the rank of each record's image.
  ///   - categories: the rank of each record's category, below `count`.
  init(images: [Int32], of imageCount: Int, categories: [Int32], of count: Int) {
    let byImage = Self.sorted((0..<Int32(images.count)).map { $0 }, by: images, below: imageCount).order
    (order, starts) = Self.sorted(byImage, by: categories, below: count)
  }

  /// The records of one category.
  subscript(category: Int) -> ArraySlice<Int32> { order[starts[category]..<starts[category + 1]] }

  /// Sorts by counting; equal keys stay in their order.
  private static func sorted(_ records: [Int32], by keys: [Int32], below count: Int) -> (order: [Int32], starts: [Int])
  {
    var ends = [Int](repeating: 0, count: count + 1)
    for key in keys { ends[Int(key) + 1] += 1 }
    for key in 0..<count { ends[key + 1] += ends[key] }
    let starts = ends
    var order = [Int32](repeating: 0, count: records.count)
    for record in records {
      let key = Int(keys[Int(record)])
      order[ends[key]] = record
      ends[key] += 1
    }
    return (order, starts)
  }
}
