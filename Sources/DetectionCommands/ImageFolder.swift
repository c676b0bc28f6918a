import Evaluation
import Foundation

/// The folder that holds the images of a data set.
struct ImageFolder {
  struct Picture {
    let id: Int
    let path: String
    /// Equal for images of one size; empty where it is not known.
    let sortKey: String
  }

  private let path: String

  /// - Throws: `CommandError.notAFolder`.
  init(_ path: String) throws(CommandError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      throw .notAFolder(path: path)
    }
    self.path = path
  }

  /// Where each image of a data set lies.
  ///
  /// - Throws: `CommandError.missingImages` that names the first that are not there, `.unnamedImage`, `.noImages`.
  func pictures(of truth: GroundTruth, annotations: String) throws(CommandError) -> [Picture] {
    guard !truth.images.isEmpty else { throw .noImages(annotations: annotations) }
    var pictures: [Picture] = [], missing: [String] = []
    for image in truth.images {
      guard let name = image.fileName else { throw .unnamedImage(annotations: annotations, id: image.id) }
      let path = URL(fileURLWithPath: path).appendingPathComponent(name).path
      if !FileManager.default.isReadableFile(atPath: path) { missing.append(name) }
      pictures.append(Picture(id: image.id, path: path, sortKey: "\(image.width ?? 0)×\(image.height ?? 0)"))
    }
    guard missing.isEmpty else {
      throw .missingImages(folder: path, names: Array(missing.prefix(3)), count: missing.count, total: pictures.count)
    }
    return pictures
  }
}

extension GroundTruth {
  /// The first images, and what is to be found in them; all of them where no number is said.
  func first(_ count: Int?) throws(DataError) -> GroundTruth {
    guard let count, count < images.count else { return self }
    let images = Array(images.prefix(count)), ids = Set(images.map(\.id))
    return try GroundTruth(
      images: images, categories: categories, annotations: annotations.filter { ids.contains($0.imageID) })
  }

  /// The categories that a detector is asked for: what else it finds does not count.
  ///
  /// - Throws: `CommandError.unknownCategory` where a category is none of its classes, or has another name there.
  func knownCategories(of classes: [DetectedClass]) throws(CommandError) -> Set<Int> {
    let byID = Dictionary(classes.map { ($0.categoryID, $0) }) { first, _ in first }
    for category in categories {
      guard let found = byID[category.id] else {
        throw .unknownCategory(id: category.id, name: category.name, found: nil)
      }
      let name = category.name.lowercased()
      // A file of annotations need not name its categories: then each is called by its number.
      guard found.isNamed, name != "\(category.id)" else { continue }
      guard [found.name.en.lowercased(), found.name.ko].contains(name) else {
        throw .unknownCategory(id: category.id, name: category.name, found: found.name)
      }
    }
    return Set(categories.map(\.id))
  }
}
