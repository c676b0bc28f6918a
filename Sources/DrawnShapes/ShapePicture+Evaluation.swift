import Boxes
import Evaluation

extension GroundTruth {
  /// What is to be found in some pictures: they have the ids 1, 2, …, and the classes those of their raw values, from 1 on.
  ///
  /// An object is as large as its box.
  /// - Throws: never for pictures that were drawn.
  public init(_ pictures: [ShapePicture]) throws(DataError) {
    var annotations: [Annotation] = []
    for (index, picture) in pictures.enumerated() {
      for object in picture.objects {
        annotations.append(
          Annotation(
            id: annotations.count + 1, imageID: index + 1, categoryID: object.shape.categoryID,
            box: CornerBox(object.box)))
      }
    }
    try self.init(
      images: pictures.enumerated().map { index, picture in
        Image(id: index + 1, width: picture.image.width, height: picture.image.height)
      },
      categories: ShapeClass.allCases.map { Category(id: $0.categoryID, name: $0.name.en) }, annotations: annotations)
  }
}

extension ShapeClass {
  /// Its number where COCO counts: from 1 on.
  public var categoryID: Int { rawValue + 1 }
}
