#include <glib.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <zlib.h>

// Swaps what stands at two paths in one step (Linux 3.15). The C library's declaration of renameat2
// is hidden from Swift; -100 is AT_FDCWD and 2 is RENAME_EXCHANGE in the kernel's interface.
static inline int cglib_exchange_paths(const char *one, const char *other) {
  return (int)syscall(SYS_renameat2, -100, one, -100, other, 2u);
}

// zlib's own name for this is a macro, which Swift does not see.
static inline int cglib_inflate_init(z_stream *stream, int window_bits) {
  return inflateInit2(stream, window_bits);
}
