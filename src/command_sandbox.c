/*
 * The files of each command, by what its operands and flags are. What is not
 * named here and is not ours a command can neither read nor write.
 */
#include <limits.h>
#include <stdbool.h>
#include <string.h>
#include <time.h>

#include "catalogue_store.h"
#include "commands.h"
#include "journal.h"
#include "own_editor.h"
#include "paths.h"
#include "sandbox.h"
#include "template.h"
#include "theme_file.h"

/* ---- THE tables --------------------------------------------------------- */

enum {
	READS = 1,  /* all its operands */
	FIRST = 2,  /* only the first */
	WRITES = 4, /* and writes it */
	PRICES = 8, /* our folders that it reads, and the user's like them */
	EXAMPLES = 16,
	THEMES = 32,
	SCRIPTS = 64,
	UNSAVED = 128,
};

static const unsigned char needs[COMMANDS] = {
	[COMMAND_NEW] = FIRST | WRITES | EXAMPLES,
	[COMMAND_REPORT] = READS,
	[COMMAND_COMPARE] = READS,
	[COMMAND_GET] = FIRST,
	[COMMAND_SET] = FIRST | WRITES,
	[COMMAND_CHECK] = READS,
	[COMMAND_REVIEW] = READS | PRICES,
	[COMMAND_PRICES] = PRICES,
	[COMMAND_USAGE] = READS,
	[COMMAND_TEMPLATES] = EXAMPLES,
	[COMMAND_THEMES] = THEMES,
	[COMMAND_DOCTOR] = PRICES | EXAMPLES | THEMES | UNSAVED,
	[COMMAND_COMPLETIONS] = SCRIPTS,
	[COMMAND_COMPLETE] = READS | PRICES | EXAMPLES | THEMES,
};

static const struct {
	enum flag flag;
	bool writes;
} files[] = {
	{FLAG_PRICES, false},
	{FLAG_OUTPUT, true},
	{FLAG_INTO, true},
	{FLAG_SAVE, true},
};

static bool find_journal(const char *name, char *out, size_t size)
{
	(void)name;
	return journal_folder(out, size);
}

static const struct {
	unsigned char need;
	const char *name; /* below our data; "": nothing there */
	bool (*own)(const char *name, char *out, size_t size); /* or NULL */
} folders[] = {
	{PRICES, CATALOGUE_FOLDER, paths_own_data},
	{EXAMPLES, TEMPLATE_FOLDER, NULL},
	{THEMES, THEME_FOLDER, paths_own_config},
	{SCRIPTS, "completions", NULL},
	{UNSAVED, "", find_journal},
};

/* ---- what is allowed ---------------------------------------------------- */

static void allow_operands(
	struct sandbox *sandbox, const struct arguments *arguments)
{
	unsigned need = needs[arguments->command];
	int count = need & READS   ? arguments->operand_count
		    : need & FIRST ? 1
				   : 0;

	for (int i = 0; i < count && i < arguments->operand_count; i++) {
		sandbox_read(sandbox, arguments->operands[i]);
		if (need & WRITES)
			sandbox_write(sandbox, arguments->operands[i]);
	}
}

/* A shell's "~/a.cfg", which only __complete has to do with. */
static void allow_home(
	struct sandbox *sandbox, const struct arguments *arguments)
{
	static char path[PATH_MAX];

	if (arguments->command != COMMAND_COMPLETE)
		return;
	for (int i = 0; i < arguments->operand_count; i++) {
		const char *word = arguments->operands[i];

		if (command_expand(word, path, sizeof(path)) == word)
			continue;
		sandbox_read(sandbox, path);
		return;
	}
}

static void allow_flags(
	struct sandbox *sandbox, const struct arguments *arguments)
{
	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++) {
		const char *path = arguments->flag[files[i].flag];

		if (!path)
			continue;
		sandbox_read(sandbox, path);
		if (files[i].writes)
			sandbox_write(sandbox, path);
	}
}

static void allow_folders(
	struct sandbox *sandbox, const struct arguments *arguments)
{
	char path[PATH_MAX];

	for (size_t i = 0; i < sizeof(folders) / sizeof(*folders); i++) {
		if (!(needs[arguments->command] & folders[i].need))
			continue;
		if (folders[i].name[0] &&
			paths_data(folders[i].name, path, sizeof(path)))
			sandbox_read_folder(sandbox, path);
		if (folders[i].own &&
			folders[i].own(folders[i].name, path, sizeof(path)))
			sandbox_read_folder(sandbox, path);
	}
}

/* The folder is made now: later nothing above it may be changed. */
static void allow_import(
	struct sandbox *sandbox, const struct arguments *arguments)
{
	char path[PATH_MAX];

	if (arguments->command != COMMAND_PRICES ||
		arguments->operand_count != 2 ||
		strcmp(arguments->operands[0], "import") != 0)
		return;
	sandbox_read(sandbox, arguments->operands[1]);
	if (sandbox->ruleset >= 0 &&
		paths_own_data(CATALOGUE_FOLDER, path, sizeof(path)) &&
		paths_make_folder(path))
		sandbox_write_folder(sandbox, path);
}

/* ---- all of it ---------------------------------------------------------- */

static enum sandbox_kind kind_of(enum command_id command)
{
	if (command != COMMAND_WIZARD)
		return SANDBOX_FILES;
	return own_editor_variable() ? SANDBOX_NONE : SANDBOX_CALLS;
}

void command_sandbox(const struct arguments *arguments)
{
	struct sandbox sandbox;

	sandbox_begin(&sandbox, kind_of(arguments->command));
	if (sandbox.kind == SANDBOX_FILES) {
		tzset(); /* the only thing of the system's that is read late */
		allow_operands(&sandbox, arguments);
		allow_home(&sandbox, arguments);
		allow_flags(&sandbox, arguments);
		allow_folders(&sandbox, arguments);
		allow_import(&sandbox, arguments);
	}
	sandbox_enter(&sandbox);
}
