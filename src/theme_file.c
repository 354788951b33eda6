#include "theme_file.h"

#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "paths.h"
#include "reader.h"
#include "suggestion.h"

/* ---- where they are ------------------------------------------------------ */

void theme_file_list(struct shelf *shelf)
{
	char path[PATH_MAX];

	shelf_add(shelf, THEME_FOLDER, THEME_ENDING);
	if (paths_own_config(THEME_FOLDER, path, sizeof(path)))
		shelf_add_folder(shelf, path, THEME_ENDING);
	shelf_unite(shelf);
}

bool theme_file_find(const char *name, char *path, size_t size)
{
	char file[NAME_MAX];

	if (strchr(name, '/'))
		return snprintf(path, size, "%s", name) < (int)size;
	if (snprintf(file, sizeof(file), THEME_FOLDER "/%s" THEME_ENDING,
		    name) < (int)sizeof(file) &&
		((paths_own_config(file, path, size) &&
			 access(path, F_OK) == 0) ||
			paths_data(file, path, size)))
		return true;
	return snprintf(path, size, "%s", name) < (int)size &&
	       access(path, R_OK) == 0;
}

/* ---- reading ------------------------------------------------------------- */

static bool refuse_role(const char *name, struct issue *issue)
{
	struct suggestion suggestion = {.written = name};
	const char *best;

	for (int role = 0; role < ROLES; role++)
		suggestion_try(&suggestion, role_names[role]);
	best = suggestion_best(&suggestion);
	issue_set(issue, 0, "there is no such role");
	return best ? issue_mend(issue, "did you mean \"%s\"?", best)
		    : issue_mend(issue, "roles are named in themes/dark.theme");
}

static bool refuse_type(struct issue *issue)
{
	issue_set(issue, 0, "a style is a text");
	return issue_mend(issue, "write it as \"red on default bold\"");
}

static bool read_role(const config_setting_t *setting, struct theme *theme,
	struct issue *issue)
{
	const char *name = config_setting_name(setting);
	int role = role_find(name);
	char text[128];

	if (role < 0)
		return refuse_role(name, issue);
	if (config_setting_is_group(setting) ||
		!reader_scalar(setting, text, sizeof(text)))
		return refuse_type(issue);
	return style_read(text, &theme->style[role], issue);
}

static bool read_roles(const struct reader *reader, struct theme *theme,
	struct file_issue *issue)
{
	const config_setting_t *root = config_root_setting(&reader->config);

	for (int i = 0; i < config_setting_length(root); i++) {
		const config_setting_t *setting =
			config_setting_get_elem(root, (unsigned)i);

		if (read_role(setting, theme, &issue->issue))
			continue;
		snprintf(issue->file, sizeof(issue->file), "%s", reader->file);
		snprintf(issue->key, sizeof(issue->key), "%s",
			config_setting_name(setting));
		issue->line = (int)config_setting_source_line(setting);
		return false;
	}
	return true;
}

static void name_theme(struct theme *theme, const char *path)
{
	const char *slash = strrchr(path, '/');
	char *dot;

	snprintf(theme->name, sizeof(theme->name), "%s",
		slash ? slash + 1 : path);
	dot = strrchr(theme->name, '.');
	if (dot && dot > theme->name)
		*dot = '\0';
}

/* Releases the reader. */
static bool read_theme(struct reader *reader, const char *path,
	struct theme *theme, struct file_issue *issue)
{
	struct theme read;
	bool whole;

	theme_plain(&read);
	name_theme(&read, path);
	whole = read_roles(reader, &read, issue);
	reader_release(reader);
	if (whole)
		*theme = read;
	return whole;
}

bool theme_file_read(
	const char *path, struct theme *theme, struct file_issue *issue)
{
	struct reader reader;

	return reader_open(&reader, path, issue) &&
	       read_theme(&reader, path, theme, issue);
}

bool theme_file_parse(const char *name, const char *bytes, size_t size,
	struct theme *theme, struct file_issue *issue)
{
	struct reader reader;

	return reader_parse(&reader, name, bytes, size, issue) &&
	       read_theme(&reader, name, theme, issue);
}
