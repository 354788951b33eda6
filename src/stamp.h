/*
 * What a file was like when it was last read or written, to tell whether
 * somebody else has changed it since. What counts is what it says: a checkout
 * that brings the same text back, or a touch, is no change.
 */
#ifndef SRC_STAMP_H
#define SRC_STAMP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

struct stamp {
	bool there; /* or there was no such file */
	uint64_t size, hash;
	/* A sign that it is worth reading again; see stamp_looks_the_same(). */
	uint64_t device, inode;
	struct timespec written, changed;
};

/* FNV-1a, 64 bits. */
uint64_t stamp_hash(const char *bytes, size_t size);

/* Read the file and say what it is like. One that cannot be read is taken for
 * one that is not there: nothing of it can be lost by us that we ever had. */
struct stamp stamp_take(const char *path);

/* The same, of a file whose text is in memory. Note the file before it is
 * read: then a change while it is read is noticed later. */
struct stamp stamp_note(const char *path);
void stamp_of_text(struct stamp *stamp, const char *bytes, size_t size);

/* Do both say the same? */
bool stamp_equal(const struct stamp *a, const struct stamp *b);

/* Without reading: is the file on the disk untouched, as far as its times
 * tell? */
bool stamp_looks_the_same(const struct stamp *stamp, const char *path);

#endif
