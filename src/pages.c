#include "pages.h"

#ifdef __linux__
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>
#ifndef MADV_POPULATE_WRITE
#define MADV_POPULATE_WRITE 23 /* of Linux 5.14; refused by older ones */
#endif

void pages_expect(void *from, size_t size)
{
	const uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
	const uintptr_t skipped = (uintptr_t)from % page;

	madvise((char *)from - skipped, size + skipped, MADV_POPULATE_WRITE);
}

void pages_expect_stack(size_t size)
{
	char *here = __builtin_frame_address(0);

	pages_expect(here - size, size);
}

void pages_expect_heap(size_t size)
{
	void *part[4]; /* each too small for a mapping of its own */

#ifdef M_TOP_PAD
	mallopt(M_TOP_PAD, (int)size); /* what is free at the end is kept */
#endif
	for (int i = 0; i < 4; i++) {
		part[i] = malloc(size / 4);
		if (part[i])
			pages_expect(part[i], size / 4);
	}
	for (int i = 0; i < 4; i++)
		free(part[i]);
}

#else

void pages_expect(void *from, size_t size)
{
	(void)from;
	(void)size;
}

void pages_expect_stack(size_t size)
{
	(void)size;
}

void pages_expect_heap(size_t size)
{
	(void)size;
}

#endif
