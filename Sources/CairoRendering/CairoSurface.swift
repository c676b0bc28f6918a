import CPangoCairo
import PNGCoding
import Plotting

/// A Cairo surface that its maker destroys.
struct CairoSurface {
  let pointer: OpaquePointer

  private init(_ pointer: OpaquePointer?) throws(RenderingError) {
    guard let pointer else { throw .library("Cairo", reason: "no surface") }
    do throws(RenderingError) {
      try check(cairo_surface_status(pointer))
    } catch {
      cairo_surface_destroy(pointer)
      throw error
    }
    self.pointer = pointer
  }

  func destroy() { cairo_surface_destroy(pointer) }

  /// Pixels to draw on: with opacity where `alpha` says so.
  static func pixels(width: Int, height: Int, alpha: PixelAlpha) throws(RenderingError) -> CairoSurface {
    let format = alpha == .opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32
    return try CairoSurface(cairo_image_surface_create(format, Int32(width), Int32(height)))
  }

  /// One PDF page of so many points; its bytes go to `sink` until the surface is finished.
  static func pdf(size: Size, sink: ByteSink) throws(RenderingError) -> CairoSurface {
    try CairoSurface(
      cairo_pdf_surface_create_for_stream(ByteSink.write, sink.closure, size.width, size.height))
  }

  /// A copy of `image` as Cairo wants it: premultiplied, blue first in memory on the machines that we know.
  static func image(of image: PixelImage) throws(RenderingError) -> CairoSurface {
    let surface = try pixels(width: image.width, height: image.height, alpha: .transparent)
    surface.withRows { rows, stride in
      for y in 0..<image.height {
        let row = rows + y * stride
        for x in 0..<image.width {
          let source = (y * image.width + x) * 4
          let opacity = UInt32(image.rgba[source + 3])
          let red = premultiply(image.rgba[source], opacity)
          let green = premultiply(image.rgba[source + 1], opacity)
          let blue = premultiply(image.rgba[source + 2], opacity)
          row.storeBytes(of: opacity << 24 | red << 16 | green << 8 | blue, toByteOffset: 4 * x, as: UInt32.self)
        }
      }
    }
    return surface
  }

  /// A copy of the pixels of a surface with opacity, as `image(of:)` took them; their colours are divided by their opacity in place.
  func image(width: Int, height: Int) throws(RenderingError) -> PixelImage {
    let rgba = withRows { rows, stride in
      PNGEncoder.unpremultiply(rows, stride: stride, width: width, height: height)
      return [UInt8](unsafeUninitializedCapacity: 4 * width * height) { bytes, initialized in
        for y in 0..<height {
          for x in 0..<width {
            let pixel = rows.load(fromByteOffset: y * stride + 4 * x, as: UInt32.self), place = 4 * (y * width + x)
            bytes[place] = UInt8(truncatingIfNeeded: pixel >> 16)
            bytes[place + 1] = UInt8(truncatingIfNeeded: pixel >> 8)
            bytes[place + 2] = UInt8(truncatingIfNeeded: pixel)
            bytes[place + 3] = UInt8(truncatingIfNeeded: pixel >> 24)
          }
        }
        initialized = 4 * width * height
      }
    }
    guard let rgba, let image = PixelImage(width: width, height: height, rgba: rgba) else {
      throw .library("Cairo", reason: "no pixels")
    }
    return image
  }

  /// Reads or writes the pixels, with Cairo told before and after.
  func withRows<Result>(_ body: (_ rows: UnsafeMutableRawPointer, _ stride: Int) -> Result) -> Result? {
    cairo_surface_flush(pointer)
    defer { cairo_surface_mark_dirty(pointer) }
    guard let data = cairo_image_surface_get_data(pointer) else { return nil }
    return body(UnsafeMutableRawPointer(data), Int(cairo_image_surface_get_stride(pointer)))
  }
}

private func premultiply(_ value: UInt8, _ opacity: UInt32) -> UInt32 {
  (UInt32(value) * opacity + 127) / 255
}

/// Collects what Cairo writes.
final class ByteSink {
  private(set) var bytes: [UInt8] = []

  var closure: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  static let write: cairo_write_func_t = { closure, data, count in
    guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
    let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
    sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
    return CAIRO_STATUS_SUCCESS
  }
}
