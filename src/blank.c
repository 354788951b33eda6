#include "blank.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

static const struct {
	const char *name, *adaptation, *serving;
} usual[] = {
	{"Frontier, prompted", "prompt", "api"},
	{"Small, prompted", "prompt", "api"},
	{"Hosted tune", "tune", "api"},
	{"Self-hosted tune", "tune", "selfhost"},
};

void blank_session(struct session *session, const char *path)
{
	struct issue issue;

	session_init(session);
	for (size_t i = 0; i < sizeof(usual) / sizeof(*usual); i++) {
		int at = session_add_option(session, usual[i].name);
		struct place adaptation = {IN_option_adaptation, at};
		struct place serving = {IN_option_serving, at};

		session_set(session, adaptation, usual[i].adaptation, &issue);
		session_set(session, serving, usual[i].serving, &issue);
	}
	blank_name(session, path);
}

void blank_name(struct session *session, const char *path)
{
	struct place place = SHARED_PLACE(IN_session_name);
	const char *slash = strrchr(path, '/');
	const char *file = slash ? slash + 1 : path;
	char name[NAME_MAX + 1];
	struct issue issue;

	if (session_is_set(session, place) || !strcmp(path, "-"))
		return;
	snprintf(name, sizeof(name), "%.*s", (int)strcspn(file, "."), file);
	session_set(session, place, name, &issue);
}
