// The functions for one digest are marked as deprecated, in favour of those for any.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <zlib.h>

// Swaps what stands at two paths in one step (Linux 3.15). The C library's declaration of renameat2
// is hidden from Swift; -100 is AT_FDCWD and 2 is RENAME_EXCHANGE in the kernel's interface.
static inline int cfiles_exchange_paths(const char *one, const char *other) {
  return (int)syscall(SYS_renameat2, -100, one, -100, other, 2u);
}

// zlib's own name for this is a macro, which Swift does not see.
static inline int cfiles_inflate_init(z_stream *stream, int window_bits) {
  return inflateInit2(stream, window_bits);
}

// How many processors the scheduler may run this process on; 0 where it does not tell. The C library's
// sets of processors are hidden from Swift, and too small for the largest machines.
static inline int cfiles_affinity(void) {
  unsigned long set[1024];
  long bytes = syscall(SYS_sched_getaffinity, 0, sizeof set, set);
  int count = 0;
  for (long word = 0; word * (long)sizeof(long) < bytes; word++) {
    count += __builtin_popcountl(set[word]);
  }
  return count;
}

// The two ends of a pipe that no command inherits which another thread starts at that moment; 02000000 is
// O_CLOEXEC in the kernel's interface.
static inline int cfiles_pipe(int ends[2]) {
  return (int)syscall(SYS_pipe2, ends, 02000000);
}

// Starts to write what a file holds, without waiting for it (SYNC_FILE_RANGE_WRITE is 2 in the kernel's
// interface); what a file system does not start here, it does later.
static inline void cfiles_start_writing(int descriptor) {
  syscall(SYS_sync_file_range, descriptor, 0L, 0L, 2u);
}
