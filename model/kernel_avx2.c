/* The kernel with vectors of 4 numbers. */
#include "kernel_builds.h"

#if KERNEL_X86
#define TARGET __attribute__((target("avx2")))
#define BUILD kernel_avx2
#define PACK_BYTES 32
#define BUILD_NAME "AVX2"
#include "kernel_build.inc"
#else
typedef int kernel_avx2_is_for_x86;
#endif
