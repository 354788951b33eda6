/*
 * tuneornot prices import: what came of it, on one page.
 */
#include <string.h>
#if defined(__GLIBC__) && defined(__linux__)
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

#include "commands.h"
#include "output.h"
#include "price_import.h"
#include "report_page.h"

enum { COUNT = 7 };

static const char *const format_words[PRICE_MAP_FORMATS] = {
	[PRICE_MAP_OWN] = "A catalogue file",
	[PRICE_MAP_LITELLM] = "LiteLLM's price map",
	[PRICE_MAP_GENAI] = "The price list of genai-prices",
};

/* ---- the page ----------------------------------------------------------- */

static void print_head(
	const struct page *page, const struct price_map_tally *tally)
{
	char text[128], day[DAY_MAX];

	day_write(day, tally->day);
	snprintf(text, sizeof(text), "%s%s%s", format_words[tally->format],
		tally->day ? ", figures of " : "", day);
	page_heading(page, text);
}

/* "     12  new" */
static void print_count(const struct page *page, int count, const char *what)
{
	char lead[24];

	snprintf(lead, sizeof(lead), "%*d  ", COUNT, count);
	page_paragraph(page, 0, lead, what);
}

static void print_detail(const struct page *page, const char *text)
{
	page_paragraph(page, COUNT + 4, "", text);
}

static void print_changes(
	const struct page *page, const struct price_import *import)
{
	for (int i = 0; i < import->updated && i < PRICE_CHANGES; i++) {
		const struct price_change *change = &import->change[i];
		char text[sizeof(*change) + 4];

		snprintf(text, sizeof(text), "%s: %s", change->id,
			change->words);
		print_detail(page, text);
	}
	if (import->updated > PRICE_CHANGES)
		print_detail(page, "...");
}

static void print_taken(
	const struct page *page, const struct price_import *import)
{
	print_count(page, import->fresh, "new");
	if (!import->again)
		return;
	print_count(page, import->updated, "updated");
	print_changes(page, import);
	print_count(page, import->unchanged, "unchanged");
	print_count(page, import->gone, "gone: the former import had them");
}

static void print_skipped(const struct page *page, enum price_skip why,
	const struct price_skipped *skipped)
{
	char names[PRICE_SKIP_NAMES * (PRICE_SKIP_NAME + 2) + 8] = "";

	for (int i = 0; i < skipped->count && i < PRICE_SKIP_NAMES; i++) {
		strcat(names, i ? ", " : "");
		strcat(names, skipped->name[i]);
	}
	if (skipped->count > PRICE_SKIP_NAMES)
		strcat(names, ", ...");
	print_count(page, skipped->count,
		why == PRICE_SKIP_ZERO ? "a price of 0; --free takes them"
				       : price_skip_words[why]);
	print_detail(page, names);
}

static void print_skips(
	const struct page *page, const struct price_map_tally *tally)
{
	bool any = false;

	for (int i = 0; i < PRICE_SKIPS; i++) {
		if (!tally->skipped[i].count)
			continue;
		if (!any) {
			page_blank(page);
			page_paragraph(page, 0, "", "Skipped");
		}
		print_skipped(page, (enum price_skip)i, &tally->skipped[i]);
		any = true;
	}
}

static void print_over(
	const struct page *page, const struct price_import *import)
{
	char text[128];

	print_count(page, import->over_ours,
		"go over entries of ours with the same id");
	if (import->over_other) {
		snprintf(text, sizeof(text),
			"%d of these say another price of input or output",
			import->over_other);
		print_detail(page, text);
	}
	if (import->over_newer) {
		snprintf(text, sizeof(text), "%d of these are older than ours",
			import->over_newer);
		print_detail(page, text);
	}
}

static void print_page(
	const struct page *page, const struct price_import *import)
{
	const struct price_map_tally *tally = &import->tally;

	print_head(page, tally);
	if (tally->taken)
		print_taken(page, import);
	print_skips(page, tally);
	if (!tally->taken)
		return;
	page_blank(page);
	if (tally->zeros)
		print_count(page, tally->zeros,
			"other prices of 0 are left out, as not known");
	print_over(page, import);
	page_blank(page);
	page_paragraph(page, 0, "", "Written to");
	page_paragraph(page, PAGE_INDENT, "", import->path);
	page_paragraph(page, 0, "",
		"Sessions are not changed; \"tuneornot review SESSION\" shows "
		"what moves.");
}

/* ---- the command -------------------------------------------------------- */

static bool check_flags(const struct arguments *arguments)
{
	if (arguments->operand_count != 2) {
		complain("which file, and only one? For example: tuneornot "
			 "prices import model_prices_and_context_window.json");
		return false;
	}
	if (arguments->flag[FLAG_VENDOR] || arguments->flag[FLAG_KIND]) {
		complain("--vendor and --kind are for tuneornot prices list");
		return false;
	}
	return true;
}

static void tell_of_own(const struct arguments *arguments)
{
	if (arguments->flag[FLAG_DATE] || arguments->flag[FLAG_FREE])
		complain("--date and --free do nothing here: a catalogue file "
			 "says its own days, and its prices are taken as they "
			 "are");
}

/*
 * Room is wanted again and again here, file by file. Given back to the system
 * and asked for anew, page by page, it costs a third of the time: so it is
 * kept, and asked for in large pages where the system has them.
 */
static void keep_memory(void)
{
#if defined(__GLIBC__) && defined(__linux__)
	enum { ROOM = 12 << 20, LARGE = 64 << 20 };
	void *room;

	mallopt(M_MMAP_THRESHOLD, LARGE / 2);
	mallopt(M_TRIM_THRESHOLD, LARGE);
	room = malloc(ROOM);
	if (room) {
		uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
		uintptr_t from = ((uintptr_t)room + page - 1) / page * page;

		madvise((void *)from, ROOM - page, MADV_HUGEPAGE);
	}
	free(room);
#endif
}

int command_import(const struct arguments *arguments)
{
	struct page page = {.out = stdout,
		.ascii = arguments->flag[FLAG_ASCII] || !command_utf8()};
	struct price_map_rules rules = {.free = arguments->flag[FLAG_FREE]};
	struct price_import import;
	struct file_issue issue;

	if (!check_flags(arguments) || !command_day(arguments, &rules.day))
		return STATUS_USAGE;
	keep_memory();
	if (!price_import(arguments->operands[1], &rules, &import, &issue,
		    complain_of_file)) {
		complain_of_file(&issue);
		return STATUS_FAILED;
	}
	if (import.tally.format == PRICE_MAP_OWN)
		tell_of_own(arguments);
	print_page(&page, &import);
	if (import.tally.taken)
		return STATUS_DONE;
	complain("no entry of the file could be taken; nothing was written");
	return STATUS_FAILED;
}
