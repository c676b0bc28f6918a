import Boxes
import Foundation
import PNGCoding
import Plotting
import TestSupport
import Testing
import Workbook

@testable import DetectionScenes

private func png(width: Int, height: Int, rgba: [UInt8]) throws -> [UInt8] {
  var bgra = rgba
  for start in stride(from: 0, to: rgba.count, by: 4) { bgra.swapAt(start, start + 2) }
  return try bgra.withUnsafeBytes { bytes in
    let rows = try #require(bytes.baseAddress)
    return try encodePNG(rows: rows, stride: 4 * width, width: width, height: height, alpha: .transparent)
  }
}

/// A folder for a picture and its boxes.
extension TemporaryFolder {
  fileprivate func picture(_ name: String, width: Int = 40, height: Int = 30) throws -> String {
    let grey = [UInt8](repeating: 90, count: width * height * 4)
    return try write(png(width: width, height: height, rgba: grey), to: name)
  }

  fileprivate func boxes(_ images: String, _ boxes: [String]) throws -> String {
    let annotations = boxes.enumerated().map { #"{"id":\#($0 + 1),"image_id":1,"category_id":1,\#($1)}"# }
    return try write(
      #"{"images":[\#(images)],"categories":[{"id":1}],"annotations":[\#(annotations.joined(separator: ","))]}"#,
      to: "boxes.json")
  }

  /// What `make` gives, and the folder that it lies in.
  fileprivate func keeping<Value>(_ make: (TemporaryFolder) throws -> Value) rethrows -> (
    value: Value, folder: AnyObject
  ) {
    (try make(self), self)
  }
}

@Suite struct DetectionSceneTests {
  private let sized = #"{"id":1,"width":40,"height":30}"#
  private let box = #""bbox":[2,3,10,20]"#

  private func message(_ make: () throws(SceneError) -> DetectionScene?) -> String {
    do { return try make() == nil ? "nothing" : "a scene" } catch { return error.message.en }
  }

  // MARK: - What readers bring

  @Test("a picture and its boxes, either alone, or neither")
  func whole() throws {
    let folder = try TemporaryFolder()
    let (picture, boxes) = (try folder.picture("a.png"), try folder.boxes(sized, [box]))
    let expected = Box(x: 2, y: 3, width: 10, height: 20)
    for (image, file) in [(picture, boxes), (nil, boxes), (picture, nil)] as [(String?, String?)] {
      let scene = try #require(try DetectionScene(image: image, boxes: file))
      #expect(scene.size.width == 40 && scene.size.height == 30 && scene.isOwn)
      #expect(scene.objects == (file == nil ? [] : [expected]))
    }
    #expect(try DetectionScene(image: nil, boxes: nil) == nil)
  }

  @Test("of several images, the one named like the picture is taken, wherever it lies")
  func named() throws {
    let folder = try TemporaryFolder()
    let boxes = try folder.boxes(#"{"id":1,"file_name":"train/a.png"},{"id":2,"file_name":"b.png"}"#, [box])
    #expect(try DetectionScene(image: folder.picture("a.png"), boxes: boxes)?.objects.count == 1)
    #expect(try DetectionScene(image: folder.picture("b.png"), boxes: boxes)?.objects.count == 0)
    let other = try folder.picture("c.png")
    #expect(message { () throws(SceneError) in try DetectionScene(image: other, boxes: boxes) }.contains("“c.png”"))
    #expect(message { () throws(SceneError) in try DetectionScene(image: nil, boxes: boxes) }.contains("--image"))
  }

  @Test("a crowd is no object")
  func crowds() throws {
    let folder = try TemporaryFolder()
    let boxes = try folder.boxes(sized, [box, #""bbox":[5,5,20,20],"iscrowd":1"#])
    let scene = try #require(try DetectionScene(image: nil, boxes: boxes))
    #expect(scene.objects.count == 1 && scene.crowds == [Box(x: 5, y: 5, width: 20, height: 20)])
  }

  @Test(
    "boxes that cannot be used are named with the next step, in both languages",
    arguments: [
      (#""bbox":[50,3,9,9]"#, "outside of the image of 40×30"), (#""bbox":[-500,3,900,9]"#, "reaches far beyond"),
      (#""bbox":[2,3,0,9]"#, "no width"), (#""bbox":[2,3,1e-9,9]"#, "no width"),
      (#""bbox":[2,3,-4,9]"#, "negative"), (#""bbox":[2,NaN,4,9]"#, "NaN"), (#""bbox":[1e300,3,4,9]"#, "no width"),
    ])
  func badBoxes(_ bad: String, _ words: String) throws {
    let boxes = try TemporaryFolder().keeping { try $0.boxes(sized, [box, bad]) }
    let error = #expect(throws: SceneError.self) { try DetectionScene(image: nil, boxes: boxes.value) }
    #expect(error?.message.en.contains(words) == true, "\(error?.message.en ?? "")")
    #expect(error?.message.ko.contains("십시오") == true)
  }

  @Test("a box that reaches a little beyond the border is kept")
  func border() throws {
    let boxes = try TemporaryFolder().keeping { try $0.boxes(sized, [#""bbox":[-1,-1,42.5,20]"#]) }
    #expect(try DetectionScene(image: nil, boxes: boxes.value)?.objects.first?.xMin == -1)
  }

  @Test("files that do not fit are refused")
  func badFiles() throws {
    let folder = try TemporaryFolder()
    let (picture, text) = (try folder.picture("a.png"), try folder.write("no PNG", to: "a.txt"))
    func says(_ image: String?, _ boxes: String?) -> String {
      message { () throws(SceneError) in try DetectionScene(image: image, boxes: boxes) }
    }
    #expect(says(picture, try folder.boxes(#"{"id":1,"width":41,"height":30}"#, [])).contains("41×30"))
    #expect(says(nil, try folder.boxes(#"{"id":1}"#, [])).contains("width"))
    #expect(says(nil, try folder.boxes("", [])).contains("no image"))
    #expect(says(nil, try folder.boxes(#"{"id":1,"width":20000,"height":20000}"#, [])).contains("million"))
    #expect(says(nil, try folder.boxes(#"{"id":1,"width":0,"height":-5}"#, [])).contains("0×-5"))
    #expect(says(folder.path, nil).contains("not a file") && says(nil, folder.path).contains("folder"))
    #expect(says(text, nil).contains("not a picture") && says(nil, text).contains("an object"))
    #expect(says("/no/such.png", nil).contains("missing") && says(nil, "/no/such.json").contains("cannot be read"))
    let cut = try folder.write(Data(contentsOf: URL(fileURLWithPath: picture)).prefix(60), to: "cut.png")
    #expect(says(cut, nil).contains("not a valid PNG"))
  }

  // MARK: - Drawing

  @Test("a picture of one pixel, a strip and a landscape have backgrounds inside, and can be drawn")
  func shapes() throws {
    for (width, height) in [(1, 1), (1, 900), (2000, 3)] {
      let size = try ImageSize(width: width, height: height)
      let scene = DetectionScene(.none, size: size, objects: [], crowds: [])
      for miss in scene.misses(8) {
        #expect(miss.xMin >= -1e-9 && miss.xMax <= Double(width) + 1e-9 && miss.yMax <= Double(height) + 1e-9)
      }
      for level in PyramidLevel.allCases {
        #expect(throws: Never.self) {
          try Figure(name: "a", title: "a", content: scene.middleCell(of: level, .paper)).scene(
            language: .en, measurer: NominalMeasurer())
        }
      }
    }
    let drawn = try DetectionScene(Landscape(balloons: 3), height: 600)
    #expect(drawn.objects.count == 3 && !drawn.isOwn && drawn.size.width == 900)
  }

  @Test("a picture made smaller keeps the mean of its pixels, over white")
  func smaller() throws {
    var rgba = [UInt8](repeating: 0, count: 5 * 4 * 4)
    for pixel in 0..<20 {
      rgba.replaceSubrange(4 * pixel..<4 * pixel + 4, with: [UInt8(10 * pixel), 0, 255, pixel == 19 ? 0 : 255])
    }
    let pixels = try decodePNG(png(width: 5, height: 4, rgba: rgba))
    let small = try #require(pixels.cropped(columns: 0..<5, rows: 0..<4, longest: 3))
    #expect(small.width == 3 && small.height == 2)
    #expect(small.rgba[0] == (0 + 10 + 50 + 60) / 4 && small.rgba[2] == 255)
    #expect(small.rgba[4 * 5] == (140 + 255) / 2)  // a column of two: one red, one transparent
    #expect(pixels.cropped(columns: 1..<2, rows: 1..<2, longest: 9)?.rgba == [60, 0, 255, 255])
  }
}
