/*
 * --prices FILE, for the commands that take it.
 */
#include <stdio.h>

#include "commands.h"
#include "output.h"
#include "price_map.h"
#include "repricing.h"

bool command_prices_file(
	const struct arguments *arguments, struct catalogue_store *store)
{
	const struct price_map_rules rules = {0};
	const char *path = arguments->flag[FLAG_PRICES];
	struct price_map_tally tally;
	struct file_issue issue;

	if (!path || price_map_load(path, &rules, store, &tally, &issue))
		return true;
	complain_of_file(&issue);
	return false;
}

bool command_catalogue(const struct arguments *arguments,
	struct catalogue_store *store, int *wrong)
{
	*wrong = catalogue_load(store, complain_of_file);
	return command_prices_file(arguments, store);
}

static int newest_day(const struct catalogue *catalogue)
{
	int newest = 0;

	for (int i = 0; i < catalogue->count; i++)
		for (int k = 0; k < catalogue->items[i].count; k++)
			if (catalogue->items[i].figures[k].date > newest)
				newest = catalogue->items[i].figures[k].date;
	return newest;
}

int command_reprice(struct session *session, const struct catalogue *catalogue,
	int day, const char *file)
{
	struct repricing repricing;
	struct file_issue about = {.line = 0};

	if (!catalogue->count)
		return STATUS_DONE;
	repricing_find(&repricing, session, catalogue,
		day ? day : newest_day(catalogue));
	if (repricing_take(session, &repricing, &about.issue))
		return STATUS_DONE;
	snprintf(about.file, sizeof(about.file), "%s", file);
	complain_of_file(&about);
	return STATUS_FAILED;
}
