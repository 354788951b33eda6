/*
 * What all papers have in common: which block belongs to which, where lists
 * begin and end, and the rows of sections and pictures.
 */
#include "document.h"

const struct section_row section_table[SECTIONS] = {
	[SECTION_DECISION] = {"decision", "The decision", "Decision"},
	[SECTION_QUESTIONS] = {"questions", "The five questions", "Questions"},
	[SECTION_OPTIONS] = {"options", "The options side by side", "Options"},
	[SECTION_CURVES] = {"curves",
		"Money spent up to each month, in present value",
		"Month by month"},
	[SECTION_SAVINGS] = {"savings", "Does tuning pay?", "Savings"},
	[SECTION_ODDS] = {"odds", "How sure is that?", "Odds"},
	[SECTION_TORNADO] = {"moves", "What moves the net saving",
		"What moves it"},
	[SECTION_FLIPS] = {"flips", "What would flip it", "What flips it"},
	[SECTION_MEASURES] = {"measure", "What to measure first",
		"What to measure"},
	[SECTION_FITS] = {"fits",
		"Where tuning earns its keep, and whether this is it", "Fits"},
	[SECTION_STEPS] = {"steps", "What to do next", "Next steps"},
	[SECTION_OWNERS] = {"owners",
		"Who keeps a tuned model, and hours a month", "Owners"},
	[SECTION_ASSUMPTIONS] = {"assumptions",
		"What we assume, and where it comes from", "Assumptions"},
	[SECTION_SUMMARY] = {"summary", "In short", "In short"},
	[SECTION_DIFFERENCES] = {"differences", "What differs", "Differences"},
	[SECTION_RESULTS] = {"results", "The results side by side", "Results"},
	[SECTION_BRIDGE] = {"bridge", "From A's net saving to B's",
		"From A to B"},
};

const struct picture_row picture_table[PICTURES] = {
	[PICTURE_SPREAD] =
		{
			.drawn = "How often the net saving comes out where "
				 "(▒ a loss, █ a saving; what lies beyond the "
				 "ends counts there):",
			.told = "How often the net saving comes out where "
				"(what lies beyond the ends counts there):",
		},
	[PICTURE_TORNADO] =
		{
			.drawn = "One figure alone at the low (▒) and at the "
				 "high (█) end of its range, all others in the "
				 "middle:",
			.told = "One figure alone at the low and at the high "
				"end of its range, all others in the middle:",
		},
	[PICTURE_BRIDGE] =
		{
			.drawn = "The share of each change; █ adds to the net "
				 "saving, ▒ takes from it:",
			.told = "The share of each change:",
		},
};

struct document document_on(
	FILE *out, const struct paper *paper, const struct report *report)
{
	return (struct document){
		.page = {.out = out, .ascii = report->ascii},
		.paper = paper,
		.report = report,
	};
}

/* A block begins: what is open ends. */
static void begin(struct document *doc)
{
	if (doc->list == LIST_NONE)
		return;
	doc->paper->list_end(doc, doc->list);
	doc->list = LIST_NONE;
	doc->joined = false;
}

/* Is it only some sections, which need no frame? */
static bool is_excerpt(const struct document *doc)
{
	return doc->report->sections && doc->paper->excerpts;
}

static bool is_wanted(const struct document *doc, enum section section)
{
	return !doc->report->sections ||
	       doc->report->sections & SECTION_BIT(section);
}

void doc_head(struct document *doc, const struct head *head)
{
	if (!is_excerpt(doc))
		doc->paper->head(doc, head);
}

void doc_heading(struct document *doc, enum section section)
{
	begin(doc);
	doc->hidden = !is_wanted(doc, section);
	if (doc->hidden)
		return;
	doc->has[section] = true;
	doc->paper->heading(doc, section);
	doc->joined = true;
}

void doc_subheading(struct document *doc, const char *words)
{
	if (doc->hidden)
		return;
	begin(doc);
	doc->paper->subheading(doc, words);
	doc->joined = true;
}

void doc_decision(struct document *doc, const struct decision *decision)
{
	if (doc->hidden)
		return;
	begin(doc);
	doc->paper->decision(doc, decision);
	doc->joined = false;
}

void doc_paragraph(struct document *doc, const char *words)
{
	if (doc->hidden)
		return;
	begin(doc);
	doc->paper->paragraph(doc, words);
	doc->joined = false;
}

void doc_lead(struct document *doc, const char *words)
{
	doc_paragraph(doc, words);
	doc->joined = !doc->hidden;
}

void doc_facts(struct document *doc, const struct fact *facts, int count)
{
	if (doc->hidden)
		return;
	begin(doc);
	doc->paper->facts(doc, facts, count);
	doc->joined = false;
}

static void item(struct document *doc, struct list_item item)
{
	if (doc->hidden)
		return;
	if (doc->list != item.list) {
		begin(doc);
		doc->paper->list_begin(doc, item.list);
		doc->list = item.list;
		doc->items = 0;
	}
	item.number = ++doc->items;
	doc->paper->item(doc, &item);
}

void doc_item(struct document *doc, enum list list, const char *words)
{
	item(doc, (struct list_item){.list = list, .words = words});
}

void doc_check(struct document *doc, bool holds, const char *words)
{
	item(doc, (struct list_item){
			  .list = LIST_CHECKS, .holds = holds, .words = words});
}

void doc_answered(struct document *doc, const struct answered *answered)
{
	if (doc->hidden)
		return;
	begin(doc);
	doc->paper->answered(doc, answered);
	doc->joined = false;
}

void doc_table(struct document *doc, struct table *table)
{
	if (!doc->hidden) {
		begin(doc);
		doc->paper->table(doc, table);
		doc->joined = false;
	}
	doc->failed |= table->failed;
	table_release(table);
}

void doc_picture(
	struct document *doc, enum picture picture, struct table *figures)
{
	if (!doc->hidden) {
		begin(doc);
		doc->paper->picture(doc, picture, figures);
		doc->joined = false;
	}
	if (!figures)
		return;
	doc->failed |= figures->failed;
	table_release(figures);
}

void doc_foot(struct document *doc, const char *words)
{
	begin(doc);
	doc->hidden = false;
	if (!is_excerpt(doc))
		doc->paper->foot(doc, words);
}

bool document_finish(struct document *doc)
{
	FILE *out = doc->page.out;

	return !doc->failed && fflush(out) == 0 && !ferror(out);
}
