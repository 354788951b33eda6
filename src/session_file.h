/*
 * Sessions as libconfig files.
 *
 * What is written is read back as the same texts. A file of ours begins with
 * "sealed = true;" and ends with the CRC-32 of all bytes before the seal's
 * line: without it the file is cut and refused; a wrong one means that
 * somebody changed the file by hand, which is legitimate and worth a notice.
 */
#ifndef SRC_SESSION_FILE_H
#define SRC_SESSION_FILE_H

#include "file_issue.h"
#include "stamp.h"

enum seal {
	SEAL_NONE,    /* written by hand */
	SEAL_WHOLE,   /* as we wrote it */
	SEAL_CHANGED, /* changed since by somebody else */
};

/* "guess" to "measured", by enum grade. */
extern const char *const session_file_grades[GRADES];

/* seal may be NULL. On failure the session is unspecified. */
bool session_file_read(const char *path, struct session *session,
	enum seal *seal, struct file_issue *issue);

/* The same, with what the file is like, for session_file_replace(). */
bool session_file_read_stamped(const char *path, struct session *session,
	enum seal *seal, struct stamp *stamp, struct file_issue *issue);

/* From memory, under a name for messages. */
bool session_file_parse(const char *name, const char *bytes, size_t size,
	struct session *session, enum seal *seal, struct file_issue *issue);

/* The whole file as text; the caller frees. NULL: out of memory. */
char *session_file_format(const struct session *session, size_t *size);

/* The same behind lines of comments, which the seal covers, too. */
char *session_file_format_behind(
	const char *head, const struct session *session, size_t *size);

/* Atomically; see atomic_file.h. */
bool session_file_write(const char *path, const struct session *session,
	struct file_issue *issue);

/* The same, if the file still is what the stamp says, which then becomes that
 * of the new file; see atomic_file_replace(). */
bool session_file_replace(const char *path, const struct session *session,
	struct stamp *stamp, bool *changed, struct file_issue *issue);

#endif
