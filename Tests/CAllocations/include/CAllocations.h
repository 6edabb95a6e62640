#ifndef C_ALLOCATIONS_H
#define C_ALLOCATIONS_H

/// How often this thread has asked the C library for memory since it began: what Swift allocates
/// comes from there too.
unsigned long allocationsOfThisThread(void);

#endif
