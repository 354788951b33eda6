/*
 * Memory that is about to be written for the first time.
 */
#ifndef SRC_PAGES_H
#define SRC_PAGES_H

#include <stddef.h>

/* Ask the system for all pages of it at once: one call instead of an interrupt
 * a page, each of which costs some microseconds in a virtual machine. Where
 * that cannot be asked for nothing happens, and pages come one by one. */
void pages_expect(void *from, size_t size);

/* The same of the stack below the caller, and of what malloc() gives out next
 * in small pieces. */
void pages_expect_stack(size_t size);
void pages_expect_heap(size_t size);

#endif
