import Foundation
import Kernels

/// Annotations and results of the shape and size of COCO's 2017 validation set, drawn at random, written a piece at a time
/// so that this process stays small.
struct SyntheticDataSet {
  let annotations: URL
  let results: URL

  private let images = 5000
  private let categories = 80
  private let detections = 100

  init(folder: URL) {
    annotations = folder.appending(path: "annotations.json")
    results = folder.appending(path: "results.json")
  }

  func arguments(threads: Int) -> [String] {
    ["--threads", "\(threads)", "--evaluate", annotations.path, results.path]
  }

  func megabytes(_ file: URL) -> String {
    let size = (try? FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Double) ?? .nan
    return (size / 1e6).text(decimals: 0)
  }

  func write() throws {
    var random = SplitMix64(seed: 2017)
    var truth = try TextFile(annotations), found = try TextFile(results)
    truth.add(#"{"info": {"description": "synthetic"}, "licenses": [{"id": 1, "name": "none"}], "images": ["#)
    for image in 0..<images {
      truth.add(image == 0 ? "" : ", ")
      truth.add(
        #"{"license": 1, "file_name": "\#(imageID(image)).jpg", "coco_url": "http://example.org/\#(image).jpg", "#)
      truth.add(#""height": 480, "width": 640, "date_captured": "2013-11-14 17:02:52", "id": \#(imageID(image))}"#)
    }
    truth.add(#"], "annotations": ["#)
    found.add("[")
    var id = 0
    for image in 0..<images {
      let objects = (0..<random.index(below: 16)).map { _ in (Shape(&random), category(&random)) }
      for (shape, category) in objects {
        truth.add(id == 0 ? "" : ", ")
        id += 1
        truth.add(shape.annotation(id, imageID(image), category, isCrowd: random.index(below: 80) == 0, &random))
      }
      for detection in 0..<detections {
        found.add(image == 0 && detection == 0 ? "" : ", ")
        if detection < 2 * objects.count {
          let (shape, category) = objects[detection / 2]
          found.add(shape.moved(&random).result(imageID(image), category, score: random.uniform()))
        } else {
          found.add(Shape(&random).result(imageID(image), category(&random), score: 0.6 * random.uniform()))
        }
      }
    }
    truth.add(#"], "categories": ["#)
    truth.add(
      (1...categories).map { #"{"supercategory": "thing", "id": \#($0), "name": "class \#($0)"}"# }.joined(
        separator: ", "))
    truth.add("]}")
    found.add("]")
    try truth.close()
    try found.close()
  }

  private func imageID(_ image: Int) -> Int { 139 + image * 116 }

  /// As in COCO, the first ones are far more frequent.
  private func category(_ random: inout SplitMix64) -> Int {
    let place = random.uniform()
    return 1 + Int(place * place * Double(categories))
  }
}

/// A box in an image of 640 × 480 pixels.
private struct Shape {
  var x, y, width, height: Double

  init(_ random: inout SplitMix64) {
    (width, height) = (8 + 300 * random.uniform() * random.uniform(), 8 + 300 * random.uniform() * random.uniform())
    (x, y) = ((640 - width) * random.uniform(), (480 - height) * random.uniform())
  }

  func moved(_ random: inout SplitMix64) -> Shape {
    var moved = self
    moved.x += 0.1 * width * random.nearlyNormal()
    moved.y += 0.1 * height * random.nearlyNormal()
    moved.width *= 1 + 0.1 * random.nearlyNormal()
    moved.height *= 1 + 0.1 * random.nearlyNormal()
    return moved
  }

  func annotation(_ id: Int, _ image: Int, _ category: Int, isCrowd: Bool, _ random: inout SplitMix64) -> String {
    let outline = (0..<random.index(below: 55)).map { _ in
      "\((x + width * random.uniform()).text(decimals: 2)), \((y + height * random.uniform()).text(decimals: 2))"
    }
    return
      #"{"segmentation": [[\#(outline.joined(separator: ", "))]], "area": \#((0.7 * width * height).text(decimals: 4)), "#
      + #""iscrowd": \#(isCrowd ? 1 : 0), "image_id": \#(image), "bbox": [\#(x.text(decimals: 2)), \#(y.text(decimals: 2)), "#
      + #"\#(width.text(decimals: 2)), \#(height.text(decimals: 2))], "category_id": \#(category), "id": \#(id)}"#
  }

  /// With all the digits that a detector's numbers have.
  func result(_ image: Int, _ category: Int, score: Double) -> String {
    #"{"image_id": \#(image), "category_id": \#(category), "bbox": [\#(x), \#(y), \#(width), \#(height)], "score": \#(score)}"#
  }
}

/// Text that goes to a file in pieces.
private struct TextFile {
  private let file: FileHandle
  private var piece = ""

  init(_ url: URL) throws {
    try Data().write(to: url)
    file = try FileHandle(forWritingTo: url)
  }

  mutating func add(_ text: String) {
    piece += text
    if piece.utf8.count > 1 << 20 { flush() }
  }

  private mutating func flush() {
    file.write(Data(piece.utf8))
    piece.removeAll(keepingCapacity: true)
  }

  mutating func close() throws {
    flush()
    try file.close()
  }
}
