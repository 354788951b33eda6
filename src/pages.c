#include "pages.h"

#ifdef __linux__
#include <stdint.h>
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

#else

void pages_expect(void *from, size_t size)
{
	(void)from;
	(void)size;
}

#endif
