#include "keymap_file.h"

#include <string.h>
#include <unistd.h>

#include "reader.h"
#include "suggestion.h"

struct reading {
	struct reader reader;
	struct binding binding[CMD_COUNT];
	const config_setting_t *setting[CMD_COUNT]; /* where each comes from */
	int bindings;
	int told;
	void (*tell)(const struct file_issue *issue, void *context);
	void *context;
};

static void tell(struct reading *reading, const config_setting_t *setting,
	struct file_issue *issue)
{
	reader_blame(&reading->reader, setting, issue);
	reading->tell(issue, reading->context);
	reading->told++;
}

/* ---- names -------------------------------------------------------------- */

static enum command find_command(const char *name)
{
	for (int i = CMD_NONE + 1; i < CMD_COUNT; i++)
		if (!strcmp(command_names[i], name))
			return (enum command)i;
	return CMD_NONE;
}

static bool refuse_command(const char *name, struct issue *issue)
{
	struct suggestion suggestion = {.written = name};
	const char *best;

	for (int i = CMD_NONE + 1; i < CMD_COUNT; i++)
		suggestion_try(&suggestion, command_names[i]);
	best = suggestion_best(&suggestion);
	issue_set(issue, 0, "there is no such command");
	return best ? issue_mend(issue, "did you mean \"%s\"?", best)
		    : issue_mend(issue, "README.md lists them under \"Keys of "
					"your own\"");
}

static bool refuse_key(const char *name, struct issue *issue)
{
	struct suggestion suggestion = {.written = name};
	const char *known, *best;

	for (int i = 0; (known = press_name(i)) != NULL; i++)
		suggestion_try(&suggestion, known);
	best = suggestion_best(&suggestion);
	issue_set(issue, 0, "there is no key %s", issue_quote(name).text);
	return best ? issue_mend(issue, "did you mean \"%s\"?", best)
		    : issue_mend(issue,
			      "keys are \"x\", \"^S\", \"Alt-1\", \"F5\", "
			      "\"PgDn\", \"Space\"");
}

/* ---- a line ------------------------------------------------------------- */

static bool add_key(
	struct binding *binding, const char *name, struct issue *issue)
{
	struct press press;

	if (!press_read(name, &press))
		return refuse_key(name, issue);
	if (press.key == PRESS_CTRL('c')) {
		issue_set(issue, 0, "^C is taken");
		return issue_mend(issue, "it always quits; take another key");
	}
	if (binding->presses == BINDING_KEYS) {
		issue_set(issue, 0, "these are too many keys");
		return issue_mend(issue, "%d at the most", BINDING_KEYS);
	}
	binding->press[binding->presses++] = press;
	return true;
}

static bool read_key(const config_setting_t *setting, struct binding *binding,
	struct issue *issue)
{
	char text[64];

	if (!config_setting_is_aggregate(setting) &&
		reader_scalar(setting, text, sizeof(text)))
		return add_key(binding, text, issue);
	issue_set(issue, 0, "a key is a text");
	return issue_mend(issue, "write \"x\", or (\"x\", \"F5\")");
}

static bool read_keys(const config_setting_t *setting, struct binding *binding,
	struct issue *issue)
{
	int count = config_setting_length(setting);

	if (!config_setting_is_list(setting) &&
		!config_setting_is_array(setting))
		return read_key(setting, binding, issue);
	if (count == 0) {
		issue_set(issue, 0, "there is no key in it");
		return issue_mend(issue, "name one, or leave the line out");
	}
	for (int i = 0; i < count; i++)
		if (!read_key(config_setting_get_elem(setting, (unsigned)i),
			    binding, issue))
			return false;
	return true;
}

static void read_line(struct reading *reading, const config_setting_t *setting)
{
	const char *name = config_setting_name(setting);
	struct binding *binding = &reading->binding[reading->bindings];
	struct file_issue issue = {.line = 0};
	bool good;

	*binding = (struct binding){.command = find_command(name)};
	good = binding->command ? read_keys(setting, binding, &issue.issue)
				: refuse_command(name, &issue.issue);
	if (good)
		reading->setting[reading->bindings++] = setting;
	else
		tell(reading, setting, &issue);
}

/* ---- the whole ---------------------------------------------------------- */

static void tell_clash(
	struct reading *reading, const struct keymap_clash *clash)
{
	struct file_issue issue = {.line = 0};
	char name[PRESS_NAME];

	press_write(clash->press, name);
	issue_set(&issue.issue, 0, "the key \"%s\" is \"%s\" there already",
		name, command_names[clash->other]);
	issue_mend(&issue.issue,
		"take another key, or give \"%s\" another one as well",
		command_names[clash->other]);
	tell(reading, reading->setting[clash->binding], &issue);
}

/* Bindings that clash go, one by one; each that goes may free another key. */
static void settle(struct reading *reading, struct keymap *map)
{
	struct keymap_clash clash;

	keymap_make(map, reading->binding, reading->bindings);
	while (keymap_clash(map, reading->binding, reading->bindings, &clash)) {
		tell_clash(reading, &clash);
		reading->binding[clash.binding].off = true;
		keymap_make(map, reading->binding, reading->bindings);
	}
}

int keymap_file_read(const char *path, struct keymap *map,
	void (*tell_one)(const struct file_issue *issue, void *context),
	void *context)
{
	struct reading reading = {.tell = tell_one, .context = context};
	struct file_issue issue;
	const config_setting_t *root;

	keymap_make(map, NULL, 0);
	if (access(path, F_OK) != 0)
		return 0;
	if (!reader_open(&reading.reader, path, &issue)) {
		tell_one(&issue, context);
		return 1;
	}
	root = config_root_setting(&reading.reader.config);
	for (int i = 0;
		i < config_setting_length(root) && reading.bindings < CMD_COUNT;
		i++)
		read_line(&reading, config_setting_get_elem(root, (unsigned)i));
	settle(&reading, map);
	reader_release(&reading.reader);
	return reading.told;
}
