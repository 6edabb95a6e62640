#ifndef DISPATCH_H
#define DISPATCH_H

/// The loader picks the widest form of a function that the processor has. Every form gives the same
/// bits, as long as the compiler does not fuse multiplications with additions (FP_CONTRACT OFF).
#if defined(__x86_64__)
#define WIDEST __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define WIDEST
#endif

/// What a function marked `WIDEST` calls becomes part of each of its forms.
#define INLINE static inline __attribute__((always_inline))

#endif
