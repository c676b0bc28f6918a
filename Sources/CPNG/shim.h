#ifndef WORKBOOK_CPNG_SHIM_H
#define WORKBOOK_CPNG_SHIM_H

#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <png.h>

// libpng reports an error by jumping out of the call that failed. Such a jump must never cross a Swift frame, so the
// whole of an encoding happens inside one C function: it sets the jump's landing place, calls only libpng and the
// callbacks below, and returns what happened as a value.

/// What an encoding produced: `bytes` belongs to the caller, who frees it.
struct WorkbookPNGOutput {
  uint8_t *bytes;
  size_t count;
  size_t capacity;
  char message[160];
};

/// The pixels to encode: rows of four bytes each, blue first; the fourth byte is opacity or padding.
struct WorkbookPNGSource {
  const uint8_t *pixels;
  size_t stride;
  uint32_t width;
  uint32_t height;
};

enum WorkbookPNGAlpha { WorkbookPNGOpaque, WorkbookPNGTransparent };

static inline void workbook_png_fail(png_structp png, png_const_charp message) {
  struct WorkbookPNGOutput *output = (struct WorkbookPNGOutput *)png_get_error_ptr(png);
  snprintf(output->message, sizeof output->message, "%s", message);
  png_longjmp(png, 1);
}

static inline void workbook_png_ignore_warning(png_structp png, png_const_charp message) {}

static inline void workbook_png_append(png_structp png, png_bytep data, size_t length) {
  struct WorkbookPNGOutput *output = (struct WorkbookPNGOutput *)png_get_io_ptr(png);
  if (output->capacity - output->count < length) {
    size_t capacity = 2 * output->capacity + length;
    uint8_t *bytes = (uint8_t *)realloc(output->bytes, capacity);
    if (bytes == NULL) png_error(png, "out of memory");
    output->bytes = bytes;
    output->capacity = capacity;
  }
  memcpy(output->bytes + output->count, data, length);
  output->count += length;
}

static inline void workbook_png_flush(png_structp png) {}

/// Encodes `source` with one filter for all rows at a zlib level. Returns 1, or 0 with `output->message` set.
static inline int workbook_png_encode(
    struct WorkbookPNGSource source, enum WorkbookPNGAlpha alpha, int filters, int level, int strategy,
    struct WorkbookPNGOutput *output) {
  png_structp png =
      png_create_write_struct(PNG_LIBPNG_VER_STRING, output, workbook_png_fail, workbook_png_ignore_warning);
  if (png == NULL) {
    snprintf(output->message, sizeof output->message, "libpng could not start");
    return 0;
  }
  png_infop info = png_create_info_struct(png);
  if (info == NULL || setjmp(png_jmpbuf(png))) {
    png_destroy_write_struct(&png, &info);
    return 0;
  }
  png_set_write_fn(png, output, workbook_png_append, workbook_png_flush);
  png_set_user_limits(png, 0x7fffffff, 0x7fffffff);
  png_set_IHDR(
      png, info, source.width, source.height, 8, alpha == WorkbookPNGOpaque ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_RGBA,
      PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_filter(png, PNG_FILTER_TYPE_BASE, filters);
  png_set_compression_level(png, level);
  png_set_compression_strategy(png, strategy);
  png_set_compression_buffer_size(png, 1 << 16);
  png_write_info(png, info);
  png_set_bgr(png);
  if (alpha == WorkbookPNGOpaque) png_set_filler(png, 0, PNG_FILLER_AFTER);
  for (uint32_t row = 0; row < source.height; row++) {
    png_write_row(png, source.pixels + row * source.stride);
  }
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  return 1;
}

#endif
