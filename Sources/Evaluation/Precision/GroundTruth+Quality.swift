import Kernels

extension GroundTruth {
  /// Compares detections with what is to be found, as COCO does.
  ///
  /// In each image and category the 100 detections with the highest scores count. What pycocotools does is done here, where
  /// it may surprise too:
  /// - Equal scores keep the order of the images' ids, and in one image that of the results.
  /// - An object with id 0 is never found: whatever overlaps it is a false alarm (and takes it away from others).
  /// - The size of an object is its `area`, that of a detection width times height.
  /// - A detection overlaps a crowd by the share of its own area; any number may lie in one; they are ignored.
  /// - A category without objects is left out of every mean.
  ///
  /// - Parameter threads: how many threads at most, 1 or more. Their number never changes a bit.
  /// - Throws: `DataError` with the result's place, for an image or category that is not of this ground truth, a negative
  ///   size, or a value that is not finite.
  /// - Source: pycocotools 2.0.11, `COCOeval`; Lin et al. 2014, *Microsoft COCO*.
  public func quality(of results: [ScoredBox], threads: Int = 1) throws(DataError) -> DetectionQuality {
    require(threads, >=, 1, "at least one thread works")
    let (boxImages, boxCategories) = try ranks(of: results)
    let annotationImages = annotations.map { imageRanks[$0.imageID] ?? 0 }
    let annotationCategories = annotations.map { categoryRanks[$0.categoryID] ?? 0 }
    let count = categoryRanks.ids.count
    let boxes = Grouping(images: boxImages, of: imageRanks.ids.count, categories: boxCategories, of: count)
    let objects = Grouping(
      images: annotationImages, of: imageRanks.ids.count, categories: annotationCategories, of: count)

    let ranges = parallelMap(count, threads: threads) { category in
      let detections = CategoryDetections(
        boxes[category], of: results, boxImages: boxImages,
        objects[category], of: annotations, annotationImages: annotationImages)
      let order = descendingOrder(detections.scores)
      return AreaRange.allCases.map { range in
        detections.objects[range.rawValue] == 0 ? nil : RangeQuality(detections, order: order, range: range)
      }
    }
    return DetectionQuality(categoryIDs: categoryRanks.ids, ranges: ranges)
  }

  private func ranks(of results: [ScoredBox]) throws(DataError) -> (images: [Int32], categories: [Int32]) {
    var images: [Int32] = [], categories: [Int32] = []
    images.reserveCapacity(results.count)
    categories.reserveCapacity(results.count)
    for (index, result) in results.enumerated() {
      if let last = images.last, result.imageID == results[index - 1].imageID {
        images.append(last)
      } else if let image = imageRanks[result.imageID] {
        images.append(image)
      } else {
        throw DataError(.unknownImage(result.imageID), path: "[\(index)].image_id")
      }
      guard let category = categoryRanks[result.categoryID] else {
        throw DataError(.unknownCategory(result.categoryID), path: "[\(index)].category_id")
      }
      categories.append(category)
      if let error = result.problem { throw error.inside("[\(index)]") }
    }
    return (images, categories)
  }
}
