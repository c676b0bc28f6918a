import Boxes
import Evaluation
import Foundation
import Images
import PNGCoding

extension DetectionScene {
  /// The most pixels of a scene: an image of 8000 × 4000. The anchors of more would fill gigabytes.
  public static let mostPixels = 32_000_000

  /// The reader's own picture and boxes; one of the two is enough. A picture without boxes has no objects.
  ///
  /// - Parameters:
  ///   - image: the path of a PNG or a JPEG.
  ///   - boxes: the path of COCO annotations. Of their images, the one named like the picture is taken, or else the only one.
  /// - Returns: nil where neither is given.
  public init?(image: String?, boxes: String?) throws(SceneError) {
    guard image != nil || boxes != nil else { return nil }
    if let boxes, isFolder(boxes) { throw .folder(boxes) }
    let pixels = try image.map { path throws(SceneError) in
      do throws(ImageError) { return try readPicture(at: path) } catch { throw .image(error) }
    }
    let annotated = try boxes.map { path throws(SceneError) in
      try AnnotatedImage(path, pictureName: image.map { URL(fileURLWithPath: $0).lastPathComponent })
    }
    let written = annotated?.size, seen = pixels.map { (width: $0.width, height: $0.height) }
    if let boxes, let written, let seen, written != seen {
      throw .otherSize(file: boxes, written: written, picture: seen)
    }
    guard let (width, height) = seen ?? written else { throw .noSize(file: boxes ?? "") }
    guard let size = try? ImageSize(width: width, height: height), width * height <= Self.mostPixels else {
      throw .size(file: image ?? boxes ?? "", width: width, height: height)
    }
    let annotations = annotated?.annotations ?? []
    for annotation in annotations {
      let box = annotation.box.box
      // Also one so thin that it is flat as anchors are compared with it, in `Float`.
      guard !BoxList([box])[0].isDegenerate else { throw .flat(file: boxes ?? "", annotation: annotation.id) }
      guard box.isAbout(size) else {
        throw .outside(file: boxes ?? "", annotation: annotation.id, width: width, height: height)
      }
    }
    self.init(
      pixels.map(Picture.pixels) ?? .none, size: size,
      objects: annotations.filter { !$0.isCrowd }.map(\.box.box), crowds: annotations.filter(\.isCrowd).map(\.box.box))
  }
}

private func isFolder(_ path: String) -> Bool {
  var isFolder: ObjCBool = false
  return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
}

extension Box {
  /// Whether it has a part in the image, and reaches no further beyond it than the image is long: borders are often rounded.
  fileprivate func isAbout(_ image: ImageSize) -> Bool {
    let (width, height) = (Double(image.width), Double(image.height))
    return !clipped(to: image).isDegenerate && xMin >= -width && xMax <= 2 * width && yMin >= -height
      && yMax <= 2 * height
  }
}

/// One image of a file of annotations.
private struct AnnotatedImage {
  let size: (width: Int, height: Int)?
  let annotations: [GroundTruth.Annotation]

  /// - Parameter pictureName: the last part of the picture's path.
  init(_ path: String, pictureName: String?) throws(SceneError) {
    let truth: GroundTruth
    do throws(DataError) { truth = try GroundTruth(contentsOf: path) } catch { throw .boxes(error) }
    let named = truth.images.filter { image in
      image.fileName.map { URL(fileURLWithPath: $0).lastPathComponent } == pictureName && pictureName != nil
    }
    let candidates = named.isEmpty ? truth.images : named
    guard let image = candidates.first else { throw .noImage(file: path) }
    guard candidates.count == 1 else {
      throw .whichImage(file: path, count: candidates.count, name: pictureName, isNamed: !named.isEmpty)
    }
    size = image.width.flatMap { width in image.height.map { (width, $0) } }
    annotations = truth.annotations.filter { $0.imageID == image.id }
  }
}
