/*
 * tuneornot prices: what is shown follows from the files and from one day.
 */
#include <string.h>

#include "catalogue_store.h"
#include "commands.h"
#include "output.h"
#include "prices.h"
#include "suggestion.h"
#include "today.h"

/* ---- what was asked for ------------------------------------------------- */

static bool read_kind(const char *text, enum item_kind *kind)
{
	struct suggestion suggestion = {.written = text ? text : ""};

	*kind = ITEM_KINDS;
	for (int i = 0; text && i < ITEM_KINDS; i++) {
		const char *name = item_kind_table[i].name;

		if (!strcmp(name, text))
			*kind = (enum item_kind)i;
		suggestion_try(&suggestion, name);
	}
	if (!text || *kind != ITEM_KINDS)
		return true;
	complain_of_name("kind", text, suggestion_best(&suggestion),
		"it is model, tuning, gpu, throughput, labelling or role");
	return false;
}

static bool check_vendor(const struct catalogue *catalogue, const char *vendor)
{
	struct suggestion suggestion = {.written = vendor ? vendor : ""};

	for (int i = 0; vendor && i < catalogue->count; i++) {
		const struct item *item = &catalogue->items[i];

		if (item_is_of(item, vendor))
			return true;
		suggestion_try(&suggestion, item->text[ITEM_VENDOR]);
	}
	if (!vendor)
		return true;
	complain_of_name("vendor", vendor, suggestion_best(&suggestion),
		"\"tuneornot prices list\" shows all entries");
	return false;
}

/* ---- list --------------------------------------------------------------- */

static int list(const struct arguments *arguments,
	const struct catalogue *catalogue, const struct page *page, int day)
{
	struct price_filter filter = {
		.words = arguments->operands + 1,
		.count = arguments->operand_count - 1,
		.vendor = arguments->flag[FLAG_VENDOR],
		.day = day,
	};

	if (!read_kind(arguments->flag[FLAG_KIND], &filter.kind) ||
		!check_vendor(catalogue, filter.vendor))
		return STATUS_USAGE;
	if (!price_list(page, catalogue, &filter))
		notice("no entry of the catalogue has all of that; fewer "
		       "words find more");
	return STATUS_DONE;
}

/* ---- show --------------------------------------------------------------- */

static int refuse_id(const struct catalogue *catalogue, const char *id)
{
	struct suggestion suggestion = {.written = id};
	const char *meant = NULL;

	for (int i = 0; i < catalogue->count; i++) {
		const struct item *item = &catalogue->items[i];

		if (!meant && item_matches(item, &id, 1))
			meant = item->text[ITEM_ID];
		suggestion_try(&suggestion, item->text[ITEM_ID]);
	}
	if (suggestion_best(&suggestion))
		meant = suggestion_best(&suggestion);
	complain_of_name("entry", id, meant,
		"\"tuneornot prices list\" shows all of them");
	return STATUS_USAGE;
}

static int show(const struct arguments *arguments,
	const struct catalogue *catalogue, const struct page *page, int day)
{
	const struct item *item;

	if (arguments->operand_count < 2) {
		complain("which entry? For example: tuneornot prices show "
			 "openai/gpt-6-luna");
		return STATUS_USAGE;
	}
	if (arguments->flag[FLAG_VENDOR] || arguments->flag[FLAG_KIND]) {
		complain("--vendor and --kind are for tuneornot prices list");
		return STATUS_USAGE;
	}
	for (int i = 1; i < arguments->operand_count; i++) {
		item = catalogue_find(catalogue, arguments->operands[i]);
		if (!item)
			return refuse_id(catalogue, arguments->operands[i]);
		price_show(page, item, day);
	}
	return STATUS_DONE;
}

/* ---- the command -------------------------------------------------------- */

typedef int run_view(const struct arguments *arguments,
	const struct catalogue *catalogue, const struct page *page, int day);

static const struct view {
	const char *name;
	run_view *run;
	int (*alone)(const struct arguments *arguments); /* no catalogue */
} view_table[] = {{.name = "list", .run = list}, {.name = "show", .run = show},
	{.name = "import", .alone = command_import}};

static const struct view *find_view(const char *name)
{
	struct suggestion suggestion = {.written = name};

	for (size_t i = 0; i < sizeof(view_table) / sizeof(*view_table); i++) {
		if (!strcmp(name, view_table[i].name))
			return &view_table[i];
		suggestion_try(&suggestion, view_table[i].name);
	}
	if (suggestion_best(&suggestion))
		complain("there is no \"prices %s\"; did you mean \"tuneornot "
			 "prices %s\"?",
			name, suggestion_best(&suggestion));
	else
		complain("there is no \"prices %s\"; begin with \"tuneornot "
			 "prices list\"",
			name);
	return NULL;
}

/* A file that is wrong is told, and the others are shown. */
int command_prices(const struct arguments *arguments)
{
	struct page page = {.out = stdout,
		.ascii = arguments->flag[FLAG_ASCII] || !command_utf8()};
	struct catalogue_store store = {0};
	const struct view *view = find_view(arguments->operands[0]);
	int day = today(), wrong, status;

	if (view && view->alone)
		return view->alone(arguments);
	if (!view || !command_day(arguments, &day))
		return STATUS_USAGE;
	if (arguments->flag[FLAG_FREE]) {
		complain("--free is for tuneornot prices import");
		return STATUS_USAGE;
	}
	wrong = catalogue_load(&store, complain_of_file);
	status = view->run(arguments, &store.catalogue, &page, day);
	catalogue_store_release(&store);
	return status == STATUS_DONE && wrong ? STATUS_FAILED : status;
}
