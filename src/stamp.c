#include "stamp.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "reader.h"

uint64_t stamp_hash(const char *bytes, size_t size)
{
	uint64_t hash = UINT64_C(0xcbf29ce484222325);

	for (size_t i = 0; i < size; i++) {
		hash ^= (unsigned char)bytes[i];
		hash *= UINT64_C(0x100000001b3);
	}
	return hash;
}

struct stamp stamp_note(const char *path)
{
	struct stat status;

	if (stat(path, &status) != 0)
		return (struct stamp){.there = false};
	return (struct stamp){
		.there = true,
		.size = (uint64_t)status.st_size,
		.device = (uint64_t)status.st_dev,
		.inode = (uint64_t)status.st_ino,
		.written = status.st_mtim,
		.changed = status.st_ctim,
	};
}

void stamp_of_text(struct stamp *stamp, const char *bytes, size_t size)
{
	stamp->there = true;
	stamp->size = size;
	stamp->hash = stamp_hash(bytes, size);
}

struct stamp stamp_take(const char *path)
{
	struct stamp stamp = stamp_note(path);
	struct file_issue issue;
	size_t size;
	char *bytes;

	if (!stamp.there)
		return stamp;
	bytes = reader_slurp(path, READER_BYTES, &size, &issue);
	if (!bytes)
		return (struct stamp){.there = false};
	stamp_of_text(&stamp, bytes, size);
	free(bytes);
	return stamp;
}

bool stamp_equal(const struct stamp *a, const struct stamp *b)
{
	if (!a->there || !b->there)
		return a->there == b->there;
	return a->size == b->size && a->hash == b->hash;
}

static bool same_time(struct timespec a, struct timespec b)
{
	return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

bool stamp_looks_the_same(const struct stamp *stamp, const char *path)
{
	struct stamp now = stamp_note(path);

	if (!stamp->there || !now.there)
		return stamp->there == now.there;
	return now.size == stamp->size && now.device == stamp->device &&
	       now.inode == stamp->inode &&
	       same_time(now.written, stamp->written) &&
	       same_time(now.changed, stamp->changed);
}
