/*
 * A stream whose bytes stay in memory, for what must be whole before it leaves.
 *
 * As open_memstream(), which cannot be trusted with glibc: where memory runs
 * out, it drops bytes and says nothing. Here ferror() and fclose() tell.
 */
#ifndef SRC_MEMORY_STREAM_H
#define SRC_MEMORY_STREAM_H

#include <stdio.h>

/*
 * NULL: there is no memory. After a flush and after fclose(), bytes and size
 * are what was written up to here, with a NUL behind it; rewind() begins again
 * in the same room. The bytes are the caller's to free, once the stream is
 * closed. After a failure fclose() fails, too.
 */
FILE *memory_stream(char **bytes, size_t *size);

#endif
