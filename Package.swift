// swift-tools-version: 6.2
import Foundation
import PackageDescription

// MARK: - Settings

/// `swift run` builds for debugging, where arithmetic is tens of times slower. Everything that computes, draws or weaves
/// is therefore compiled optimised in every configuration, and on x86-64 for the processor that builds it.
/// `WORKBOOK_BASELINE=1` leaves the processor's own instructions out: the pages have to come out the same.
let processorFlags: [String] = {
  #if arch(x86_64)
    Context.environment["WORKBOOK_BASELINE"] == nil ? ["-Xcc", "-march=native"] : []
  #else
    []
  #endif
}()

/// A module compiled as a whole builds sooner than file by file, and is inlined better.
let whole = ["-disable-batch-mode", "-wmo", "-num-threads", "2"]
let optimised: [SwiftSetting] = [.unsafeFlags(["-O"] + whole + processorFlags)]
let unoptimised: [SwiftSetting] = [.unsafeFlags(whole)]

// MARK: - Targets

/// A library that computes, optimised in every configuration.
func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: optimised)
}

/// A library that only says what is to be done: optimising it would cost a newcomer's first build more than it gives.
func plainLibrary(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: unoptimised)
}

/// A chapter: top-level code on the main actor. What lies beside it is not compiled: prose, pages, what a training left, and
/// the reader's exercises, so that no mistake in those stops a chapter from being read.
func chapter(_ number: Int, _ slug: String, teaches: [Target.Dependency]) -> Target {
  let path = "chapters/\(number)-\(slug)"
  return .executableTarget(
    name: "chapter\(number)", dependencies: ["Workbook"] + teaches, path: path,
    exclude: files(in: path).filter { $0 != "main.swift" }, sources: ["main.swift"],
    swiftSettings: optimised + [.defaultIsolation(MainActor.self)])
}

/// A chapter's exercises as their reader solves them: Foundation and nothing of the book, and nobody depends on them.
func exercises(of chapter: Target) -> Target? {
  guard let path = chapter.path, files(in: path).contains("Exercises.swift") else { return nil }
  return .target(
    name: chapter.name.replacingOccurrences(of: "chapter", with: "Exercises"), path: path,
    exclude: files(in: path).filter { $0 != "Exercises.swift" }, sources: ["Exercises.swift"],
    swiftSettings: unoptimised)
}

func files(in folder: String) -> [String] {
  (try? FileManager.default.contentsOfDirectory(atPath: Context.packageDirectory + "/" + folder)) ?? []
}

/// One test target for each module, `Tests/<module>Tests`.
func tests(_ module: String, _ more: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
  .testTarget(
    name: "\(module)Tests", dependencies: [.init(stringLiteral: module)] + more, resources: resources,
    swiftSettings: optimised)
}

let chapters = [
  chapter(0, "class-imbalance", teaches: ["Losses", "ToyDetector", "Kernels"]),
  chapter(1, "binary-cross-entropy", teaches: ["Losses"]),
  chapter(2, "cross-entropy", teaches: ["Losses"]),
  chapter(3, "balanced-cross-entropy", teaches: ["Losses", "ToyDetector"]),
  chapter(4, "focal-loss", teaches: ["Losses", "ToyDetector"]),
  chapter(5, "prior-initialization", teaches: ["Losses", "ToyDetector", "DenseDetector"]),
  chapter(6, "anchors", teaches: ["Boxes", "Evaluation", "DetectionScenes", "Kernels"]),
  chapter(
    7, "retinanet",
    teaches: [
      "Detection", "DetectionCommands", "DetectionFigures", "ShapeDetector", "DrawnShapes", "Layers", "Tensors",
      "Boxes", "Losses", "TensorKernels", "Kernels",
    ]),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")

let package = Package(
  name: "focal-loss-workbook",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "workbook", targets: ["WorkbookCommand"]),
    .executable(name: "practice", targets: ["PracticeCommand"]),
    .executable(name: "session", targets: ["SessionCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
  ],
  targets: [
    // Layer 0: system libraries, language, formulas, arithmetic
    .systemLibrary(
      name: "CPangoCairo", pkgConfig: "pangocairo",
      providers: [.apt(["libcairo2-dev", "libpango1.0-dev"]), .brew(["cairo", "pango"])]),
    .systemLibrary(
      name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"]), .brew(["libpng"])]),
    .systemLibrary(
      name: "CTurboJPEG", pkgConfig: "libturbojpeg", providers: [.apt(["libturbojpeg0-dev"]), .brew(["jpeg-turbo"])]),
    .systemLibrary(
      name: "CMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"])]),
    .systemLibrary(name: "CProcessor"),
    library("Localization"),
    plainLibrary("Formula"),
    library("Kernels", ["CProcessor"]),
    plainLibrary("Statistics"),
    plainLibrary("Chapters"),
    plainLibrary("Files", ["Localization"]),

    // Layer 1: losses, boxes, plots, prose, the command line
    plainLibrary("Prerequisites", ["Localization"]),
    plainLibrary("Console", ["Localization", "Files", argumentParser]),
    library("Losses", ["Kernels"]),
    library("Boxes", ["Kernels"]),
    library("TensorKernels", ["Kernels", "CProcessor"]),
    library("Tensors", ["TensorKernels", "Kernels"]),
    library("PNGCoding", ["CPNG", "Localization"]),
    library("Plotting", ["Formula", "Localization"]),
    library("Literate", ["CMarkGFM", "Formula", "Localization", "Statistics"]),

    // Layer 2: pixels, networks, and the small detector that chapters train
    library("CairoRendering", ["Plotting", "Formula", "Localization", "Prerequisites", "PNGCoding", "CPangoCairo"]),
    library("ToyDetector", ["Losses", "Kernels", "Statistics"]),
    library("Layers", ["Tensors", "TensorKernels", "Kernels"]),
    library("Images", ["Tensors", "Kernels", "PNGCoding", "CTurboJPEG", "Localization"]),
    library("Evaluation", ["Boxes", "Kernels", "Files", "Localization"]),
    library("Weights", ["Tensors", "Kernels", "Files", "Localization"]),
    // The runner is compiled with each submission, apart from the package.
    plainLibrary(
      "Grading", ["Literate", "Kernels", "Localization", "Chapters", "Files", subprocess], exclude: ["Runner"]),
    plainLibrary("Exercises", ["Grading", "Literate", "Losses", "Boxes", "Kernels", "Localization"]),

    library("Sheets", ["Literate", "Formula", "Plotting", "Localization"]),

    // Layer 3: pictures with objects to be found; the small detector of chapter 5; RetinaNet; what a chapter imports
    library(
      "DrawnShapes", ["Plotting", "CairoRendering", "Evaluation", "Boxes", "Tensors", "Kernels", "Localization"]),
    library("DenseDetector", ["ToyDetector", "Layers", "Tensors", "Losses", "Kernels", "Statistics"]),
    library("Detection", ["Losses", "Boxes", "Tensors", "Layers", "Images", "Weights", "Kernels", "Localization"]),
    plainLibrary(
      "Workbook",
      [
        "Literate", "Plotting", "CairoRendering", "Chapters", "Console", "Files", "Localization", "Statistics",
        argumentParser,
      ]),

    library(
      "DetectionScenes",
      ["Workbook", "Boxes", "Evaluation", "Images", "PNGCoding", "Plotting", "Kernels", "Localization"]),

    // Layer 4: a small RetinaNet trained on drawn pictures
    library(
      "ShapeDetector",
      [
        "DrawnShapes", "Detection", "Images", "Weights", "Evaluation", "CairoRendering", "Layers", "Boxes", "Tensors",
        "Kernels", "Localization",
      ]),

    // … how detectors, and what they find, are drawn
    library(
      "DetectionFigures",
      [
        "Workbook", "Plotting", "Detection", "ShapeDetector", "DrawnShapes", "Statistics", "Boxes", "Tensors",
        "Kernels", "Localization",
      ]),

    // … and chapter 7's commands of its own: a trained RetinaNet on the reader's photographs
    library(
      "DetectionCommands",
      [
        "Workbook", "Literate", "Console", "Files", "CairoRendering", "Plotting", "Detection", "Weights", "Evaluation",
        "Images", "PNGCoding", "Boxes", "Tensors", "Kernels", "Localization", argumentParser,
      ]),

    // Layer 5: the chapters (above), and all of them at once
    .executableTarget(
      name: "WorkbookCommand",
      dependencies: ["Chapters", "Console", "Localization", "Prerequisites", argumentParser, subprocess]),

    // … the exercises of a chapter, for whoever solves them; chapters start it
    plainLibrary(
      "Practice",
      ["Workbook", "Exercises", "Grading", "Console", "Chapters", "Files", "Literate", "Localization", argumentParser]),
    .executableTarget(name: "PracticeCommand", dependencies: ["Practice"]),

    // … and what leaders of a group use; `workbook` starts it
    plainLibrary(
      "Sessions",
      [
        "Workbook", "Exercises", "Grading", "Sheets", "Plotting", "CairoRendering", "PNGCoding", "Console", "Chapters",
        "Files", "Literate", "Localization", argumentParser,
      ]),
    .executableTarget(name: "SessionCommand", dependencies: ["Sessions", "Console"]),

    // Speed, beside the peers
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "Chapters", "Console", "Detection", "Evaluation", "Weights", "Layers", "Losses", "Boxes", "Tensors", "Kernels",
        argumentParser, subprocess,
      ],
      path: "Benchmarks", exclude: ["peers"], swiftSettings: optimised),

    // Tests
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "HouseTests"),
    tests("Localization"),
    tests("Formula", resources: [.copy("Resources")]),
    tests("Statistics"),
    tests("Chapters"),
    tests("Kernels", ["TestSupport"], resources: [.copy("Fixtures")]),
    tests("Losses", ["Kernels", "TestSupport"], resources: [.copy("Fixtures")]),
    tests("Boxes", ["Kernels"], resources: [.copy("Fixtures")]),
    tests("TensorKernels", ["Kernels", "TestSupport"]),
    tests("Tensors", ["TensorKernels", "Kernels"]),
    tests("Images", ["PNGCoding", "Tensors", "Kernels", "Localization"], resources: [.copy("Fixtures")]),
    tests("Layers", ["Tensors", "TensorKernels", "Losses", "Kernels"], resources: [.copy("Fixtures")]),
    tests("Plotting", ["Localization"]),
    tests("Literate", ["Localization", "Statistics"], resources: [.copy("Truth")]),
    tests(
      "Exercises",
      [
        "Grading", "Workbook", "Literate", "Chapters", "Detection", "Evaluation", "Layers", "Losses", "Boxes", "Tensors",
        "Kernels", "Localization",
      ], resources: [.copy("Mistakes")]),
    tests("CairoRendering", ["PNGCoding", "Plotting", "Formula", "Localization"]),
    tests("Sheets", ["CairoRendering", "Literate", "Plotting", "Localization"]),
    tests("Files"),
    tests(
      "Sessions",
      ["Grading", "Exercises", "Sheets", "Chapters", "Literate", "Plotting", "Kernels", "Localization"]),
    tests("Workbook", ["Chapters", "Console", "Files", "Literate", "Localization"]),
    tests("DetectionScenes", ["Boxes", "PNGCoding", "Plotting", "Workbook", "TestSupport"]),
    tests("Grading", ["Literate", "Kernels", "Localization"]),
    tests("Evaluation", ["Kernels"], resources: [.copy("Fixtures")]),
    tests("Weights", ["Tensors", "Kernels", "Files"], resources: [.copy("Fixtures")]),
    tests("DrawnShapes", ["CairoRendering", "Evaluation", "Plotting", "Boxes", "Tensors"]),
    tests(
      "ShapeDetector", ["DrawnShapes", "Detection", "Images", "Weights", "Evaluation", "Layers", "Boxes", "Tensors"]),
    tests("DetectionFigures", ["Detection", "ShapeDetector", "DrawnShapes", "Plotting", "Tensors", "Statistics"]),
    tests(
      "DetectionCommands",
      [
        "Detection", "Weights", "Evaluation", "Images", "PNGCoding", "Plotting", "Boxes", "Tensors", "Kernels",
        "Localization", "TestSupport",
      ]),
    tests("DenseDetector", ["Tensors", "ToyDetector", "Losses", "Kernels"]),
    tests(
      "Detection", ["Losses", "Boxes", "Tensors", "Layers", "Images", "Weights", "Kernels"],
      resources: [.copy("Fixtures")]),
    tests("ToyDetector", ["Kernels", "Statistics"], resources: [.copy("Fixtures")]),
    .testTarget(
      name: "CommandTests",
      dependencies: chapters.map { .target(name: $0.name) }
        + [
          "WorkbookCommand", "PracticeCommand", "SessionCommand", "Workbook", "Console", "Chapters", "Exercises", "Grading",
          "Literate", "Localization", "TestSupport", subprocess,
        ],
      exclude: ["Truth"]),
  ] + chapters + chapters.compactMap(exercises),
  swiftLanguageModes: [.v6]
)
