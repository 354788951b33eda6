/*
 * What the parts of the session reader share.
 */
#ifndef SRC_SESSION_READING_H
#define SRC_SESSION_READING_H

#include "reader.h"

/* Room for a key of the file with its group before it. */
enum { KEY_ROOM = SESSION_KEY + 64 };

struct reading {
	const struct reader *reader;
	const config_setting_t *root;
	struct session *session;
	struct file_issue *issue;
};

/* Say where; what is wrong stands in the issue already. Setting NULL: in the
 * whole file. Always false. */
bool reading_blame(struct reading *reading, const config_setting_t *setting,
	const char *key);

/* Say that something else belongs here; mend is a format. Always false. */
__attribute__((format(printf, 5, 6))) bool reading_wrong_type(
	struct reading *reading, const config_setting_t *setting,
	const char *key, const char *wanted, const char *mend, ...);

bool reading_is_text(const config_setting_t *setting);
/* NULL ends the names. */
bool reading_is_among(const char *name, const char *const *names);

/* A group's member that is a text, or "". */
const char *reading_text(const config_setting_t *group, const char *name);

/* Read the list of evidence, if there is one. */
bool reading_evidence(struct reading *reading);

#endif
