/*
 * The builds of the kernel, for kernel*.c.
 *
 * TARGET names what a build may use; an x86-64 compiler of the GNU kind can
 * build for more than the machine in front of it.
 */
#ifndef MODEL_KERNEL_BUILDS_H
#define MODEL_KERNEL_BUILDS_H

#include "kernel.h"

#if defined(__GNUC__) && defined(__x86_64__)
#define KERNEL_X86 1
#else
#define KERNEL_X86 0
#endif

enum { KERNEL_BUILDS = 3 };

extern const struct kernel kernel_plain;
extern const struct kernel kernel_avx2;
extern const struct kernel kernel_avx512;

#endif
