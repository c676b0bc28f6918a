// What the compiler may use of the processor it builds for. Swift has no words for it; C has.
#ifndef WORKBOOK_PROCESSOR_H
#define WORKBOOK_PROCESSOR_H

// a · b + c in one instruction. Without it, Swift's `addingProduct` is a call of `fmaf` for every single number.
#if defined(__FMA__) || defined(__aarch64__)
#define WORKBOOK_FUSES_MULTIPLY_ADD 1
#else
#define WORKBOOK_FUSES_MULTIPLY_ADD 0
#endif

// The width of a vector register in bits.
#if defined(__AVX512F__)
#define WORKBOOK_VECTOR_BITS 512
#elif defined(__AVX2__)
#define WORKBOOK_VECTOR_BITS 256
#else
#define WORKBOOK_VECTOR_BITS 128
#endif

// Fetches the numbers around an address into the nearest cache: to be read, to be read now and not again for long, or to be
// overwritten. Any address will do.
static inline void workbook_fetch_to_read(const float *address) { __builtin_prefetch(address, 0); }
static inline void workbook_fetch_to_read_once(const float *address) { __builtin_prefetch(address, 0, 0); }
static inline void workbook_fetch_to_write(const float *address) { __builtin_prefetch(address, 1); }

// From now on what is freed stays with the process, up to pieces of 32 MiB; larger ones glibc gives back in any case.
#include <stdlib.h>
#if defined(__GLIBC__)
#include <malloc.h>
static inline void workbook_keep_freed_memory(void) {
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 0x7fffffff);
}
#else
static inline void workbook_keep_freed_memory(void) {}
#endif

#endif
