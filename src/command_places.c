/*
 * tuneornot templates, themes and paths.
 */
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "catalogue_store.h"
#include "commands.h"
#include "journal.h"
#include "output.h"
#include "paths.h"
#include "shelf.h"
#include "template.h"
#include "theme_file.h"

/* ---- templates ---------------------------------------------------------- */

int command_templates(const struct arguments *arguments)
{
	enum { NAME = 20 };
	struct shelf shelf = {0};

	(void)arguments;
	shelf_add(&shelf, TEMPLATE_FOLDER, TEMPLATE_ENDING);
	for (int i = 0; i < shelf.count; i++) {
		int blanks = NAME - (int)strlen(shelf.name[i]);
		struct template_words words;

		template_describe(shelf.name[i], &words);
		output_text(shelf.name[i]);
		if (*words.about) {
			printf("%*s  ", blanks > 0 ? blanks : 0, "");
			output_text(words.about);
		}
		putchar('\n');
	}
	shelf_release(&shelf);
	return STATUS_DONE;
}

/* ---- themes ------------------------------------------------------------- */

int command_themes(const struct arguments *arguments)
{
	struct shelf shelf = {0};

	(void)arguments;
	theme_file_list(&shelf);
	for (int i = 0; i < shelf.count; i++) {
		output_text(shelf.name[i]);
		putchar('\n');
	}
	shelf_release(&shelf);
	return STATUS_DONE;
}

/* ---- paths -------------------------------------------------------------- */

static void print_path(const char *what, bool found, char *path)
{
	size_t length = strlen(path);

	if (found && length > 1 && path[length - 1] == '/')
		path[length - 1] = '\0';
	printf("%-10s", what);
	output_text(found ? path : "none");
	putchar('\n');
}

int command_paths(const struct arguments *arguments)
{
	char path[PATH_MAX] = "";
	bool found;

	(void)arguments;
	found = paths_data("themes", path, sizeof(path));
	print_path("themes", found, path);
	found = paths_data("examples", path, sizeof(path));
	print_path("examples", found, path);
	found = paths_data(CATALOGUE_FOLDER, path, sizeof(path));
	print_path("catalogue", found, path);
	found = paths_data("schema", path, sizeof(path));
	print_path("schema", found, path);
	found = paths_own_data(CATALOGUE_FOLDER, path, sizeof(path));
	print_path("your own", found, path);
	found = paths_config_folder(path, sizeof(path));
	print_path("config", found, path);
	found = paths_state_folder(path, sizeof(path));
	print_path("state", found, path);
	found = journal_folder(path, sizeof(path));
	print_path("journal", found, path);
	return STATUS_DONE;
}
