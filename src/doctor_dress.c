/*
 * What the wizard looks like and listens to, and who says so. A file of the
 * user's that is wrong in places is told line by line.
 */
#include "doctor.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "keymap_file.h"
#include "paths.h"
#include "theme_file.h"

static void tell(const struct file_issue *issue, void *context)
{
	char line[4096];

	file_issue_words(issue, line, sizeof(line));
	doctor_wrong(context, "%s", line);
}

void doctor_theme(struct doctor *doctor, const char *flag)
{
	const char *name = flag ? flag : "default";
	const char *because = flag ? ", because --theme says so" : "";
	struct file_issue issue;
	struct theme theme;
	char path[PATH_MAX];

	if (!theme_file_find(name, path, sizeof(path))) {
		doctor_row("theme", "%s, no file of that name", name);
		return;
	}
	doctor_row("theme", "%s, %s%s", name, path, because);
	if (!theme_file_read(path, &theme, &issue))
		tell(&issue, doctor);
}

void doctor_keys(struct doctor *doctor)
{
	char path[PATH_MAX];
	struct keymap *map;

	if (!paths_own_config(KEYMAP_FILE, path, sizeof(path)) ||
		access(path, F_OK)) {
		doctor_row("keys", "the usual ones; you have no " KEYMAP_FILE);
		return;
	}
	doctor_row("keys", "%s, over the usual ones", path);
	map = calloc(1, sizeof(*map));
	if (map)
		keymap_file_read(path, map, tell, doctor);
	free(map);
}
