import Foundation
import Testing

/// Who may import whom. Arrows only point down; Foundation and the C library are allowed everywhere.
private let mayImport: [String: Set<String>] = [
  "Localization": [],
  "Formula": [],
  "Kernels": ["CProcessor"],
  "Statistics": [],
  "Chapters": [],
  "Files": ["Localization"],
  "Prerequisites": ["Localization"],
  "Console": ["Localization", "Files", "ArgumentParser"],
  "Losses": ["Kernels"],
  "Boxes": ["Kernels"],
  "TensorKernels": ["Kernels", "CProcessor"],
  "Tensors": ["TensorKernels", "Kernels"],
  "PNGCoding": ["CPNG", "Localization"],
  "Plotting": ["Formula", "Localization"],
  "Literate": ["CMarkGFM", "Formula", "Localization", "Statistics"],
  "CairoRendering": ["Plotting", "Formula", "Localization", "Prerequisites", "PNGCoding", "CPangoCairo"],
  "Sheets": ["Literate", "Formula", "Plotting", "Localization"],
  "ToyDetector": ["Losses", "Kernels", "Statistics"],
  "Layers": ["Tensors", "TensorKernels", "Kernels"],
  "Images": ["Tensors", "Kernels", "PNGCoding", "CTurboJPEG", "Localization"],
  "Evaluation": ["Boxes", "Kernels", "Files", "Localization"],
  "Weights": ["Tensors", "Kernels", "Files", "Localization"],
  "DrawnShapes": ["Plotting", "CairoRendering", "Evaluation", "Boxes", "Tensors", "Kernels", "Localization"],
  "ShapeDetector": [
    "DrawnShapes", "Detection", "Images", "Weights", "Evaluation", "CairoRendering", "Layers", "Boxes", "Tensors",
    "Kernels", "Localization",
  ],
  "DetectionCommands": [
    "Workbook", "Literate", "Console", "Files", "CairoRendering", "Plotting", "Detection", "Weights", "Evaluation",
    "Images", "PNGCoding", "Boxes", "Tensors", "Kernels", "Localization", "ArgumentParser",
  ],
  "DetectionFigures": [
    "Workbook", "Plotting", "Detection", "ShapeDetector", "DrawnShapes", "Statistics", "Boxes", "Tensors", "Kernels",
    "Localization",
  ],
  "DenseDetector": ["ToyDetector", "Layers", "Tensors", "Losses", "Kernels", "Statistics"],
  "Grading": ["Literate", "Kernels", "Localization", "Chapters", "Files", "Subprocess"],
  "Exercises": ["Grading", "Literate", "Losses", "Boxes", "Kernels", "Localization"],
  "Detection": ["Losses", "Boxes", "Tensors", "Layers", "Images", "Weights", "Kernels", "Localization"],
  "Workbook": [
    "Literate", "Plotting", "CairoRendering", "Chapters", "Console", "Files", "Localization", "Statistics",
    "ArgumentParser",
  ],
  "DetectionScenes": [
    "Workbook", "Boxes", "Evaluation", "Images", "PNGCoding", "Plotting", "Kernels", "Localization",
  ],
  "Sessions": [
    "Workbook", "Exercises", "Grading", "Sheets", "Plotting", "CairoRendering", "PNGCoding", "Console", "Chapters",
    "Files", "Literate", "Localization", "ArgumentParser",
  ],
  "Practice": [
    "Workbook", "Exercises", "Grading", "Console", "Chapters", "Files", "Literate", "Localization", "ArgumentParser",
  ],
  "PracticeCommand": ["Practice"],
  "SessionCommand": ["Sessions", "Console"],
  "WorkbookCommand": ["Chapters", "Console", "Localization", "Prerequisites", "ArgumentParser", "Subprocess"],
]

private let always: Set<String> = ["Foundation", "Glibc", "Darwin", "Musl", "Synchronization", "Dispatch"]

/// What chapters may import; the early ones stay small.
private let forChapters: Set<String> = [
  "Workbook", "Losses", "Boxes", "Evaluation", "DetectionScenes", "ToyDetector", "DenseDetector", "Kernels", "Plotting",
  "Detection", "DetectionCommands", "DetectionFigures", "ShapeDetector", "DrawnShapes", "Layers", "Tensors",
  "TensorKernels",
]

@Suite struct ImportTests {
  @Test("every module imports only what lies below it, and all that the table lets it")
  func modules() throws {
    let modules = try House.folders(in: "Sources").filter { try !House.isSystemLibrary("Sources/\($0)") }
    #expect(Set(modules) == Set(mayImport.keys))
    for module in modules {
      let allowed = try #require(mayImport[module], "Sources/\(module) has no line in the table of who may import whom")
      let imports = try House.imports(under: "Sources/\(module)")
      for (file, imported) in imports {
        #expect(allowed.union(always).contains(imported), "\(file) imports \(imported)")
      }
      #expect(allowed.subtracting(imports.map(\.module)).isEmpty, "\(module) may import what it does not")
    }
  }

  @Test("chapters import the workbook and what they teach")
  func chapters() throws {
    for chapter in try House.folders(in: "chapters") {
      for (file, imported) in try House.imports(under: "chapters/\(chapter)") where file.hasSuffix("/main.swift") {
        #expect(forChapters.union(always).contains(imported), "\(file) imports \(imported)")
      }
    }
  }

  @Test("a chapter is one program, and what its reader exercises with needs nothing of the book")
  func oneProgram() throws {
    for chapter in try House.folders(in: "chapters") {
      let programs = try House.swiftFiles(under: "chapters/\(chapter)")
      let names = programs.map { ($0 as NSString).lastPathComponent }
      #expect(names == ["main.swift"] || names == ["Exercises.swift", "Solutions.swift", "main.swift"], "\(chapter)")
      for (file, imported) in try House.imports(under: "chapters/\(chapter)") where !file.hasSuffix("/main.swift") {
        #expect(imported == "Foundation", "\(file) imports \(imported)")
      }
    }
  }

  @Test("C stays behind one module each")
  func wrappedC() throws {
    let homes = ["CPangoCairo": "CairoRendering", "CPNG": "PNGCoding", "CTurboJPEG": "Images", "CMarkGFM": "Literate"]
    for (file, imported) in try House.imports(under: "Sources") {
      guard let home = homes[imported] else { continue }
      #expect(file.hasPrefix("Sources/\(home)/"), "\(file) imports \(imported)")
    }
  }

  @Test("no type is named as its module, and no two modules differ only in case")
  func names() throws {
    let modules = try House.folders(in: "Sources")
    #expect(Set(modules.map { $0.lowercased() }).count == modules.count)
    for module in modules {
      for file in try House.swiftFiles(under: "Sources/\(module)") {
        let text = try House.text(of: file)
        for keyword in ["struct", "class", "enum", "actor", "protocol", "typealias"] {
          #expect(!text.contains("\(keyword) \(module) "), "\(file) names a type as its module")
          #expect(!text.contains("\(keyword) \(module):"), "\(file) names a type as its module")
        }
      }
    }
  }
}
