#include "CAllocations.h"

#include <errno.h>
#include <stddef.h>

static _Thread_local unsigned long allocations;

unsigned long allocationsOfThisThread(void) { return allocations; }

// Sanitizers have these functions themselves; beside them nothing is counted.
#if !__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer)

// Definitions in the executable stand before those of the C library, which exports its own under
// these names for that purpose.
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

void *malloc(size_t size) {
  allocations += 1;
  return __libc_malloc(size);
}

void *calloc(size_t count, size_t size) {
  allocations += 1;
  return __libc_calloc(count, size);
}

void *realloc(void *old, size_t size) {
  allocations += 1;
  return __libc_realloc(old, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
  allocations += 1;
  return __libc_memalign(alignment, size);
}

int posix_memalign(void **result, size_t alignment, size_t size) {
  allocations += 1;
  void *memory = __libc_memalign(alignment, size);
  if (memory == NULL) return ENOMEM;
  *result = memory;
  return 0;
}

#endif
