/*
 * Sessions, keys and values as commands meet them: read, change, list, write.
 */
#include "commands.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atomic_file.h"
#include "output.h"
#include "pricing.h"
#include "session_file.h"

/* ---- files -------------------------------------------------------------- */

bool command_load(const char *path, struct session *session)
{
	struct stamp unused;

	return command_load_stamped(path, session, &unused);
}

bool command_load_stamped(
	const char *path, struct session *session, struct stamp *stamp)
{
	struct file_issue issue;
	enum seal seal;

	if (!session_file_read_stamped(path, session, &seal, stamp, &issue)) {
		complain_of_file(&issue);
		return false;
	}
	if (seal == SEAL_CHANGED)
		notice("%s was changed outside of tuneornot since it was "
		       "saved; it is used as it is now",
			strcmp(path, "-") != 0 ? path : "the session");
	return true;
}

int command_deliver(const char *path, const struct session *session, bool fresh)
{
	struct file_issue issue;
	size_t size;
	char *bytes = session_file_format(session, &size);
	bool done;

	if (!bytes) {
		complain("there is not enough memory");
		return STATUS_FAILED;
	}
	if (fresh && strcmp(path, "-") != 0) {
		done = atomic_file_create(path, bytes, size, &issue);
		if (!done)
			complain_of_file(&issue);
	} else {
		done = output_write(path, bytes, size);
	}
	free(bytes);
	return done ? STATUS_DONE : STATUS_FAILED;
}

int command_replace(
	const char *path, const struct session *session, struct stamp *stamp)
{
	struct file_issue issue;
	bool changed;

	if (!strcmp(path, "-"))
		return command_deliver(path, session, false);
	if (session_file_replace(path, session, stamp, &changed, &issue))
		return STATUS_DONE;
	complain_of_file(&issue);
	return STATUS_FAILED;
}

/* ---- keys --------------------------------------------------------------- */

static int refuse(const char *file, const char *key, const struct issue *issue,
	enum status status)
{
	struct file_issue about = {.line = 0, .issue = *issue};

	snprintf(about.file, sizeof(about.file), "%s", file);
	snprintf(about.key, sizeof(about.key), "%.*s",
		(int)sizeof(about.key) - 1, key);
	complain_of_file(&about);
	return status;
}

int command_find(const struct session *session, const char *file,
	const char *key, struct place *place)
{
	struct issue issue;

	if (session_find(session, key, place, &issue))
		return STATUS_DONE;
	return refuse(file, key, &issue, STATUS_USAGE);
}

/* ---- changing ----------------------------------------------------------- */

/* The first "=" behind the key; an option's name may hold one, too. */
static const char *find_equals(const char *assignment)
{
	const char *behind_name = NULL;

	if (!strncmp(assignment, "options[", strlen("options[")))
		behind_name = strstr(assignment, "].");
	return strchr(behind_name ? behind_name : assignment, '=');
}

/* Is it the name of an option that would be the next one? */
static bool adds_option(const struct session *session, const char *key)
{
	char next[SESSION_KEY];

	session_key((struct place){.input = IN_option_name,
			    .option = session->options},
		next, sizeof(next));
	return session->options < SESSION_OPTIONS && !strcmp(key, next);
}

static int assign_value(struct session *session, const char *file,
	const char *key, const char *text)
{
	struct place place;
	struct issue issue;
	int status;

	if (adds_option(session, key))
		session_add_option(session, "");
	status = command_find(session, file, key, &place);
	if (status != STATUS_DONE)
		return status;
	if (!*text)
		session_unset(session, place);
	else if (!session_set(session, place, text, &issue))
		return refuse(file, key, &issue, STATUS_FAILED);
	pricing_typed(session, place);
	return STATUS_DONE;
}

static int assign(
	struct session *session, const char *file, const char *assignment)
{
	const char *equals = find_equals(assignment);
	char key[SESSION_TEXT];

	if (!equals || equals == assignment ||
		(size_t)(equals - assignment) >= sizeof(key)) {
		complain("%s is no KEY=VALUE; for example: "
			 "volume.requests_per_month=\"500k to 2M\"",
			issue_quote(assignment).text);
		return STATUS_USAGE;
	}
	memcpy(key, assignment, (size_t)(equals - assignment));
	key[equals - assignment] = '\0';
	return assign_value(session, file, key, equals + 1);
}

int command_assign(struct session *session, const char *file,
	const char *const *assignments, int count)
{
	struct place place;
	struct issue issue;
	char key[SESSION_KEY];

	for (int i = 0; i < count; i++) {
		int status = assign(session, file, assignments[i]);

		if (status != STATUS_DONE)
			return status;
	}
	if (session_check(session, &place, &issue))
		return STATUS_DONE;
	session_key(place, key, sizeof(key));
	return refuse(file, key, &issue, STATUS_FAILED);
}

int command_put(struct session *session, const char *flag, enum input input,
	const char *text)
{
	struct issue issue;

	if (!text || session_set(session, SHARED_PLACE(input), text, &issue))
		return STATUS_DONE;
	return refuse(flag, input_table[input].key, &issue, STATUS_FAILED);
}

int command_put_flags(
	struct session *session, const struct arguments *arguments)
{
	int status = command_put(session, "--scenarios", IN_session_scenarios,
		arguments->flag[FLAG_SCENARIOS]);

	if (status == STATUS_DONE)
		status = command_put(session, "--seed", IN_session_seed,
			arguments->flag[FLAG_SEED]);
	return status;
}

int command_apply(struct session *session, const struct arguments *arguments,
	const char *file)
{
	int status = command_put_flags(session, arguments);
	char source[1024];

	if (status != STATUS_DONE)
		return status;
	snprintf(source, sizeof(source), "%.1000s%s--set", file ? file : "",
		file ? ", " : "");
	return command_assign(
		session, source, arguments->sets, arguments->set_count);
}

/* ---- listing ------------------------------------------------------------ */

typedef void print_value(const char *key, const char *text);

static void list_value(
	const struct session *session, struct place place, print_value *print)
{
	const char *text = session_text(session, place);
	const char *fallback = input_table[place.input].fallback;
	char key[SESSION_KEY];

	if (!session_is_set(session, place) ||
		(fallback && !strcmp(text, fallback)))
		return;
	session_key(place, key, sizeof(key));
	print(key, text);
}

static void list_values(const struct session *session, print_value *print)
{
	for (int i = 0; i < SHARED_INPUTS; i++)
		list_value(session, SHARED_PLACE((enum input)i), print);
	for (int option = 0; option < session->options; option++)
		for (int i = SHARED_INPUTS; i < INPUTS; i++)
			list_value(session,
				(struct place){(enum input)i, option}, print);
}

static void print_line(const char *key, const char *text)
{
	printf("%s=", key);
	output_text(text);
	putchar('\n');
}

void command_list(const struct session *session)
{
	list_values(session, print_line);
}

/* ---- the command that makes it again ------------------------------------ */

/* Characters that mean nothing to a shell. */
static const char harmless[] = "abcdefghijklmnopqrstuvwxyz"
			       "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,_/%+:-";

/* One word for a shell, whatever is in it. */
static void print_quoted(const char *text)
{
	char part[SESSION_TEXT + 1];

	if (*text && !text[strspn(text, harmless)]) {
		output_text(text);
		return;
	}
	putchar('\'');
	while (*text) {
		size_t length = strcspn(text, "'");

		if (length >= sizeof(part))
			length = sizeof(part) - 1;
		snprintf(part, sizeof(part), "%.*s", (int)length, text);
		output_text(part);
		text += length;
		if (*text == '\'') {
			fputs("'\\''", stdout);
			text++;
		}
	}
	putchar('\'');
}

static void print_set(const char *key, const char *text)
{
	fputs(" \\\n  --set ", stdout);
	printf(strchr(key, '[') ? "'%s'=" : "%s=", key);
	print_quoted(text);
}

/* "a/triage.cfg" makes "triage-copy.cfg", here. */
static void print_copy_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	size_t length = strlen(name);
	char copy[PATH_MAX];

	if (length > 4 && !strcmp(name + length - 4, ".cfg"))
		length -= 4;
	if (!strcmp(path, "-"))
		snprintf(copy, sizeof(copy), "copy.cfg");
	else
		snprintf(copy, sizeof(copy), "%s%.*s-copy.cfg",
			*name == '-' ? "./" : "", (int)length, name);
	print_quoted(copy);
}

void command_print_remake(const struct session *session, const char *path)
{
	fputs("tuneornot new ", stdout);
	print_copy_name(path);
	fputs(" --bare", stdout);
	if (!session_is_set(session, SHARED_PLACE(IN_session_name)))
		print_set("name", ""); /* else the file would give it one */
	list_values(session, print_set);
	putchar('\n');
}
