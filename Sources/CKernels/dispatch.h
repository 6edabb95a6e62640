#ifndef DISPATCH_H
#define DISPATCH_H

/// The loader picks the widest of these forms that the processor has. Every form gives the same bits,
/// as long as the compiler does not fuse multiplications with additions (FP_CONTRACT OFF).
///
/// The loader asks before anything else has started. ThreadSanitizer puts calls into what it asks,
/// which need the sanitizer to have started, so there is one form for it.
#if defined(__x86_64__) && !__has_feature(thread_sanitizer)
#define FORMS(...) __attribute__((target_clones(__VA_ARGS__)))
#else
#define FORMS(...)
#endif
#define WIDEST FORMS("arch=x86-64-v4", "arch=x86-64-v3", "default")

/// What a function marked `WIDEST` calls becomes part of each of its forms.
#define INLINE static inline __attribute__((always_inline))

#endif
