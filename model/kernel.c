#include "kernel.h"

#include <stddef.h>

#include "kernel_builds.h"

const struct kernel *kernel_nth(int n)
{
	const struct kernel *found[KERNEL_BUILDS] = {NULL};
	int count = 0;

	found[count++] = &kernel_plain;
#if KERNEL_X86
	if (__builtin_cpu_supports("avx2"))
		found[count++] = &kernel_avx2;
	if (__builtin_cpu_supports("avx512f") &&
		__builtin_cpu_supports("avx512dq") &&
		__builtin_cpu_supports("avx512vl") &&
		__builtin_cpu_supports("avx512bw"))
		found[count++] = &kernel_avx512;
#endif
	return n >= 0 && n < count ? found[n] : NULL;
}

const struct kernel *kernel_best(void)
{
	int n = 0;

	while (kernel_nth(n + 1))
		n++;
	return kernel_nth(n);
}
