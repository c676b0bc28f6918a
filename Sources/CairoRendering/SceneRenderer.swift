import CPangoCairo
import PNGCoding
import Plotting

/// Turns scenes into PNG, SVG and PDF: the same bytes for the same scene on the same machine, from any thread.
///
/// ```swift
/// let renderer = try SceneRenderer()
/// let bytes = try renderer.png(scene, scale: 2)
/// ```
public struct SceneRenderer: Sendable {
  /// - Throws: `RenderingError.missingFonts` where a role has no font.
  public init() throws(RenderingError) {
    let gaps = FontCheck.run().gaps
    guard gaps.isEmpty else { throw .missingFonts(gaps) }
  }

  /// A PNG of `scene.size × scale` pixels, with opacity only where the background leaves some of it see-through.
  ///
  /// - Parameters:
  ///   - scale: pixels for each point.
  ///   - comments: names and texts to keep in the file, read back by `PNGMetadata.comments(of:)`.
  /// - Throws: `RenderingError`.
  public func png(
    _ scene: Scene, scale: Double = 1, comments: [String: String] = [:]
  ) throws(RenderingError) -> [UInt8] {
    let (width, height) = try PixelLimit.pixels(of: scene.size, scale: scale)
    let alpha: PixelAlpha = scene.background.map { $0.opacity >= 1 } == true ? .opaque : .transparent
    let surface = try CairoSurface.pixels(width: width, height: height, alpha: alpha)
    defer { surface.destroy() }
    try paint(scene, on: surface) { context in
      cairo_scale(context, Double(width) / scene.size.width, Double(height) / scene.size.height)
    }
    let png = try PNGEncoder.encode(surface, width: width, height: height, alpha: alpha)
    return try PNGMetadata.adding(comments, to: png)
  }

  /// The pixels themselves, one for each point: for what goes on computing with them.
  /// - Throws: `RenderingError`.
  public func pixels(_ scene: Scene) throws(RenderingError) -> PixelImage {
    let (width, height) = try PixelLimit.pixels(of: scene.size, scale: 1)
    let surface = try CairoSurface.pixels(width: width, height: height, alpha: .transparent)
    defer { surface.destroy() }
    try paint(scene, on: surface) { _ in }
    return try surface.image(width: width, height: height)
  }

  /// An SVG with letters as outlines, and their text as labels.
  /// - Throws: `RenderingError`.
  public func svg(_ scene: Scene) throws(RenderingError) -> [UInt8] {
    try PixelLimit.check(scene.size)
    let document = try TypesetterPool.shared.borrow { typesetter throws(RenderingError) in
      try SVGWriter.document(of: scene, typesetter: typesetter)
    }
    return Array(document.utf8)
  }

  /// A PDF of one page, `scene.size` points large, without a date.
  public func pdf(_ scene: Scene) throws(RenderingError) -> [UInt8] { try pdf(pages: [scene]) }

  /// A PDF with a page for each scene, every page as large as its scene, without a date.
  ///
  /// - Parameters:
  ///   - pages: one or more.
  ///   - title: what a reader's window is called.
  public func pdf(pages: [Scene], title: String? = nil) throws(RenderingError) -> [UInt8] {
    guard let first = pages.first else { throw .invalidSize(width: 0, height: 0, scale: 1) }
    for page in pages { try PixelLimit.check(page.size) }
    let sink = ByteSink()
    let surface = try CairoSurface.pdf(size: first.size, sink: sink)
    defer { surface.destroy() }
    cairo_pdf_surface_set_metadata(surface.pointer, CAIRO_PDF_METADATA_CREATE_DATE, "")
    if let title { cairo_pdf_surface_set_metadata(surface.pointer, CAIRO_PDF_METADATA_TITLE, title) }
    for page in pages {
      cairo_pdf_surface_set_size(surface.pointer, page.size.width, page.size.height)
      try paint(page, on: surface) { _ in }
      cairo_surface_show_page(surface.pointer)
    }
    cairo_surface_finish(surface.pointer)
    try check(cairo_surface_status(surface.pointer))
    return sink.bytes
  }

  private func paint(
    _ scene: Scene, on surface: CairoSurface, prepare: (OpaquePointer) -> Void
  ) throws(RenderingError) {
    guard let context = cairo_create(surface.pointer) else { throw .library("Cairo", reason: "no context") }
    defer { cairo_destroy(context) }
    prepare(context)
    try TypesetterPool.shared.borrow { typesetter throws(RenderingError) in
      try CairoPainter(context: context, typesetter: typesetter).paint(scene)
    }
  }
}
