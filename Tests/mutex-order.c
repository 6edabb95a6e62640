// Tells ThreadSanitizer of the order that Swift's `Mutex` makes: the library that comes with Swift is
// not instrumented, so that where a thread has to wait for another the sanitizer sees no lock at all.
// `Tests/sanitize` loads this before the library; without waiting, instrumented code takes the lock.

#include <sched.h>
#include <stdatomic.h>
#include <stdint.h>

/// Weak, since programs without the sanitizer are started with this too.
extern void __tsan_acquire(void *address) __attribute__((weak));

/// `Synchronization._MutexHandle._lockSlow(_:)`: waits for the lock and takes it for a thread.
///
/// It does not sleep, so nobody need be woken: the thread that has the lock sets it to 0 in
/// instrumented code.
__attribute__((swiftcall)) void lockSlow(
    uint32_t thread, __attribute__((swift_context)) _Atomic uint32_t *lock)
    __asm__("$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF");

__attribute__((swiftcall)) void lockSlow(
    uint32_t thread, __attribute__((swift_context)) _Atomic uint32_t *lock) {
  uint32_t free = 0;
  while (!atomic_compare_exchange_weak_explicit(
      lock, &free, thread, memory_order_acquire, memory_order_relaxed)) {
    free = 0;
    sched_yield();
  }
  if (__tsan_acquire) __tsan_acquire((void *)lock);
}
