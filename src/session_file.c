#include "session_file.h"

#include <stdlib.h>
#include <string.h>

#include "atomic_file.h"
#include "reader.h"

/* ---- reading ------------------------------------------------------------ */

bool session_file_read_stamped(const char *path, struct session *session,
	enum seal *seal, struct stamp *stamp, struct file_issue *issue)
{
	const char *name = strcmp(path, "-") != 0 ? path : "standard input";
	size_t size;
	char *bytes;
	bool sound;

	*stamp = stamp_note(path);
	bytes = reader_slurp(path, READER_BYTES, &size, issue);
	if (!bytes)
		return false;
	stamp_of_text(stamp, bytes, size);
	sound = session_file_parse(name, bytes, size, session, seal, issue);
	free(bytes);
	return sound;
}

bool session_file_read(const char *path, struct session *session,
	enum seal *seal, struct file_issue *issue)
{
	struct stamp unused;

	return session_file_read_stamped(path, session, seal, &unused, issue);
}

/* ---- writing ------------------------------------------------------------ */

static char *format(const char *path, const struct session *session,
	size_t *size, struct file_issue *issue)
{
	char *bytes = session_file_format(session, size);

	if (!bytes)
		file_issue_set(issue, path, 0, "there is not enough memory");
	issue_mend(&issue->issue, "close other programs, and save again");
	return bytes;
}

bool session_file_write(const char *path, const struct session *session,
	struct file_issue *issue)
{
	size_t size;
	char *bytes = format(path, session, &size, issue);
	bool written = bytes && atomic_file_write(path, bytes, size, issue);

	free(bytes);
	return written;
}

bool session_file_replace(const char *path, const struct session *session,
	struct stamp *stamp, bool *changed, struct file_issue *issue)
{
	size_t size;
	char *bytes = format(path, session, &size, issue);
	bool written;

	*changed = false;
	written = bytes &&
		  atomic_file_replace(path, bytes, size, stamp, changed, issue);
	if (written) {
		*stamp = stamp_note(path);
		stamp_of_text(stamp, bytes, size);
	}
	free(bytes);
	return written;
}
