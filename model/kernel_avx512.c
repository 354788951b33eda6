/* The kernel with vectors of 8 numbers. */
#include "kernel_builds.h"

#if KERNEL_X86
#define TARGET __attribute__((target("avx512f,avx512dq,avx512vl,avx512bw")))
#define BUILD kernel_avx512
#define PACK_BYTES 64
#define BUILD_NAME "AVX-512"
#include "kernel_build.inc"
#else
typedef int kernel_avx512_is_for_x86;
#endif
