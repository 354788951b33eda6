/*
 * tuneornot review.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "output.h"
#include "review.h"
#include "today.h"

/* A review and room for its odds: too large for a stack. */
struct desk {
	struct review review;
	struct odds_work work;
};

struct tally {
	int read, priced, moved, failed;
};

static bool wants_json(const struct arguments *arguments, bool *json)
{
	const char *format = arguments->flag[FLAG_FORMAT];

	*json = format && !strcmp(format, "json");
	if (!format || *json || !strcmp(format, "text"))
		return true;
	complain("a review is text or json, not \"%s\"", format);
	return false;
}

static bool refuse_prices(const char *path, const struct issue *issue)
{
	struct file_issue about = {.issue = *issue};

	snprintf(about.file, sizeof(about.file), "%s", path);
	complain_of_file(&about);
	return false;
}

/* False after complaining: there is no review. */
static bool review_one(struct desk *desk, const char *path,
	const struct arguments *arguments, const struct catalogue *catalogue)
{
	struct review *review = &desk->review;
	struct issue issue;

	review->file = path;
	if (!command_load(path, &review->session) ||
		command_apply(&review->session, arguments,
			arguments->operand_count > 1 ? path : NULL) !=
			STATUS_DONE)
		return false;
	return review_work_out(review, catalogue, &desk->work, &issue) ||
	       refuse_prices(path, &issue);
}

static void count(struct tally *tally, const struct review *review)
{
	tally->read++;
	tally->priced += review->repricing.moved > 0;
	tally->moved += review->verdict_moved;
}

static void write_tally(const struct page *page, const struct tally *tally)
{
	char words[200];

	snprintf(words, sizeof(words),
		"%d sessions: prices have moved in %d of them, the verdict in "
		"%d.",
		tally->read, tally->priced, tally->moved);
	page_paragraph(page, 0, "", words);
}

static int review_all(struct desk *desk, const struct arguments *arguments,
	const struct catalogue *catalogue, const struct page *page, bool json)
{
	struct tally tally = {0};

	for (int i = 0; i < arguments->operand_count; i++) {
		if (!review_one(desk, arguments->operands[i], arguments,
			    catalogue)) {
			tally.failed++;
			continue;
		}
		count(&tally, &desk->review);
		if (json)
			review_json(page->out, &desk->review);
		else
			review_write(page, &desk->review);
		if (!json && arguments->operand_count > 1)
			page_blank(page);
	}
	if (!json && tally.read > 1)
		write_tally(page, &tally);
	return tally.moved    ? STATUS_MOVED
	       : tally.failed ? STATUS_FAILED
			      : STATUS_DONE;
}

int command_review(const struct arguments *arguments)
{
	struct page page = {.out = stdout,
		.ascii = arguments->flag[FLAG_ASCII] || !command_utf8()};
	struct catalogue_store store = {0};
	struct desk *desk = calloc(1, sizeof(*desk));
	int day = today(), status = STATUS_FAILED;
	bool json;

	if (!wants_json(arguments, &json) || !command_day(arguments, &day)) {
		status = STATUS_USAGE;
	} else if (!desk) {
		complain("there is no memory left");
	} else {
		int wrong;

		desk->review.day = day;
		if (command_catalogue(arguments, &store, &wrong))
			status = review_all(
				desk, arguments, &store.catalogue, &page, json);
		if (status == STATUS_DONE && wrong)
			status = STATUS_FAILED;
	}
	catalogue_store_release(&store);
	free(desk);
	return status;
}
