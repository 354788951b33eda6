/*
 * The commands: rows of command_table (arguments.h), one short function each.
 *
 * commands.c has the table; each file command_*.c has the commands that are
 * declared under its name, command_session.c what they share.
 */
#ifndef SRC_COMMANDS_H
#define SRC_COMMANDS_H

#include "arguments.h"
#include "catalogue_store.h"
#include "file_issue.h"
#include "report.h"
#include "stamp.h"

/* Run the command that was asked for; the exit status. */
int command_run(const struct arguments *arguments);

/* ---- command_start.c ---------------------------------------------------- */

int command_wizard(const struct arguments *arguments);
int command_new(const struct arguments *arguments);

/* ---- command_flags.c ---------------------------------------------------- */

/* Are the flags right that all commands take? False after complaining. */
bool command_flags(const struct arguments *arguments);

/* Is colour wanted? when (or NULL) is what --color says; it goes over
 * NO_COLOR, over CLICOLOR_FORCE, over CLICOLOR, over whether it is a terminal.
 */
bool command_colours(const char *when, bool terminal);

/* The same, and why: "NO_COLOR is set". */
struct colour_choice {
	bool wanted;
	const char *because;
};
struct colour_choice command_choose_colours(const char *when, bool terminal);

bool command_utf8(void); /* is the locale? */

/* What --date says; without it *day stays. False after complaining. */
bool command_day(const struct arguments *arguments, int *day);

/* Does the file that this flag names replace none of those to be read? False
 * after complaining. */
bool command_spares(const struct arguments *arguments, enum flag flag);

/* ---- command_sandbox.c -------------------------------------------------- */

/* From now on nothing but what this command needs; to be called before a file
 * from anybody is read. Without a kernel that can it does nothing. */
void command_sandbox(const struct arguments *arguments);

/* ---- command_report.c --------------------------------------------------- */

int command_report(const struct arguments *arguments);

/* ---- command_formats.c -------------------------------------------------- */

/* The format that was asked for by its name or, without one, by the ending of
 * the file. NULL after complaining. */
const struct report_format *command_format(const struct report_format *formats,
	const struct arguments *arguments, const char *path);

/* Is plain ASCII wanted there? A file gets the same bytes whatever the locale
 * is. */
bool command_ascii(const struct arguments *arguments,
	const struct report_format *format, const char *path);

/* Write it to a file, or to "-". The exit status. */
int command_write(const struct report_format *format,
	const struct report *report, const char *path);

/* ---- command_compare.c -------------------------------------------------- */

int command_compare(const struct arguments *arguments);

/* ---- command_values.c --------------------------------------------------- */

int command_get(const struct arguments *arguments);
int command_set(const struct arguments *arguments);
int command_check(const struct arguments *arguments);

/* ---- command_places.c --------------------------------------------------- */

int command_templates(const struct arguments *arguments);
int command_themes(const struct arguments *arguments);
int command_paths(const struct arguments *arguments);

/* ---- command_complete.c ------------------------------------------------- */

int command_completions(const struct arguments *arguments);
int command_complete(const struct arguments *arguments);

/* A shell hands over "~/a.cfg" as it was typed: path itself, or it in out. */
const char *command_expand(const char *path, char *out, size_t size);

/* ---- command_manual.c --------------------------------------------------- */

int command_manual(const struct arguments *arguments);

/* ---- command_doctor.c --------------------------------------------------- */

int command_doctor(const struct arguments *arguments);

/* ---- command_help.c ----------------------------------------------------- */

int command_help(const struct arguments *arguments);

/* ---- command_prices.c --------------------------------------------------- */

int command_prices(const struct arguments *arguments);

/* ---- command_review.c --------------------------------------------------- */

int command_review(const struct arguments *arguments);

/* ---- command_import.c --------------------------------------------------- */

/* "tuneornot prices import", which command_prices() hands over. */
int command_import(const struct arguments *arguments);

/* ---- command_usage.c ---------------------------------------------------- */

int command_usage(const struct arguments *arguments);

/* ---- command_reprice.c -------------------------------------------------- */

/* Our catalogue and the user's, with what --prices names over them; files that
 * are wrong are told and counted. False after complaining: that one is. */
bool command_catalogue(const struct arguments *arguments,
	struct catalogue_store *store, int *wrong);

/* The entries of --prices alone; without it none. False after complaining. */
bool command_prices_file(
	const struct arguments *arguments, struct catalogue_store *store);

/* The session with the prices that the entries say; day 0: the newest of
 * theirs. The exit status; file stands in messages. */
int command_reprice(struct session *session, const struct catalogue *catalogue,
	int day, const char *file);

/* ---- command_session.c -------------------------------------------------- */

/* Read a session file ("-": standard input). False after complaining. A file
 * that was changed outside gets a notice. */
bool command_load(const char *path, struct session *session);

/* For a command that reads, changes and writes: how the file was when it was
 * read. The second writes it only if it is so still, and complains if not. */
bool command_load_stamped(
	const char *path, struct session *session, struct stamp *stamp);
int command_replace(
	const char *path, const struct session *session, struct stamp *stamp);

/* Write one to a file, which must not exist if it is to be fresh, or to "-".
 * The exit status. */
int command_deliver(
	const char *path, const struct session *session, bool fresh);

/* The place of a key of the command line; file stands in messages for where
 * it is looked for. The exit status. */
int command_find(const struct session *session, const char *file,
	const char *key, struct place *place);

/*
 * Carry out "KEY=VALUE"s, all or none; "KEY=" goes back to the default, and
 * options[N].name behind the last option adds one. The exit status.
 */
int command_assign(struct session *session, const char *file,
	const char *const *assignments, int count);

/* Set one input to what a flag says, if it was given. */
int command_put(struct session *session, const char *flag, enum input input,
	const char *text);

/* What --scenarios and --seed change: no session makes them wrong. */
int command_put_flags(
	struct session *session, const struct arguments *arguments);

/* The same and --set. file stands in messages, or NULL: there is but one. */
int command_apply(struct session *session, const struct arguments *arguments,
	const char *file);

/* Every value that is set and differs from its default, as KEY=VALUE lines on
 * standard output. */
void command_list(const struct session *session);

/* The command for a shell that makes it again, on standard output; path is
 * where it was read from. */
void command_print_remake(const struct session *session, const char *path);

#endif
