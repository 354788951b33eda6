/*
 * A report as a document: what it says, block by block.
 *
 * Sections say WHAT there is to read, with the functions below; HOW it looks is
 * a paper's business, and a paper is one file with a table of functions: text,
 * Markdown, HTML. So no figure and no sentence can differ between formats.
 *
 * All words are plain: a paper makes those of the user harmless, and hides what
 * its format would take for a sign. A failed write is left for ferror(); where
 * memory ran out, failed is set.
 */
#ifndef SRC_DOCUMENT_H
#define SRC_DOCUMENT_H

#include "document_table.h"
#include "report.h"
#include "report_page.h"

/* In the order in which they may appear. */
enum section {
	SECTION_DECISION,
	SECTION_QUESTIONS,
	SECTION_OPTIONS,
	SECTION_CURVES,
	SECTION_SAVINGS,
	SECTION_ODDS,
	SECTION_TORNADO,
	SECTION_FLIPS,
	SECTION_MEASURES,
	SECTION_FITS,
	SECTION_STEPS,
	SECTION_OWNERS,
	SECTION_ASSUMPTIONS,
	MEMO_SECTIONS,
	/* of a comparison */
	SECTION_SUMMARY = MEMO_SECTIONS,
	SECTION_DIFFERENCES,
	SECTION_RESULTS,
	SECTION_BRIDGE,
	SECTIONS
};

#define SECTION_BIT(section) (1u << (section))

struct section_row {
	const char *id; /* as in --section */
	const char *title;
	const char *brief; /* the title where there is little room */
};
extern const struct section_row section_table[SECTIONS];

/* Pictures of the report's result; a paper draws them itself. */
enum picture {
	PICTURE_PATH,    /* the five questions as a way */
	PICTURE_MONEY,   /* where the money goes, a bar an option */
	PICTURE_CURVES,  /* money spent up to each month */
	PICTURE_SPREAD,  /* how often the net saving comes out where */
	PICTURE_TORNADO, /* what one figure alone does to it */
	PICTURE_BRIDGE,  /* from one net saving to another */
	PICTURES
};

/* What stands above a picture, or NULL: drawn for those who draw it with
 * characters and explain them there, told for the others. */
struct picture_row {
	const char *drawn, *told;
};
extern const struct picture_row picture_table[PICTURES];

enum list { LIST_NONE, LIST_BULLETS, LIST_NUMBERS, LIST_CHECKS };

struct fact {
	const char *label, *words;
};

struct head {
	const char *title, *question;
	const struct fact *facts;
	int count;
};

struct decision {
	enum outcome outcome;
	const char *headline, *action;
};

struct answered {
	int number; /* from 1 */
	const char *title, *answer;
	enum answer kind; /* of the answer */
	const char *why;  /* "" for none */
	const char *suggestion;
};

struct list_item {
	enum list list;
	int number; /* from 1 */
	bool holds; /* of a check */
	const char *words;
};

struct document {
	struct page page; /* where to, and whether in ASCII */
	const struct paper *paper;
	const struct report *report;
	bool failed;
	bool has[SECTIONS]; /* whose heading came by */
	bool hidden;        /* this section is not wanted */
	enum list list;     /* that is open */
	int items;          /* of it so far */
	bool joined;        /* to this block belongs the one before: its lead */
};

/* How a format shows each block. */
struct paper {
	bool excerpts; /* sections can stand without head and foot */
	void (*head)(struct document *doc, const struct head *head);
	void (*heading)(struct document *doc, enum section section);
	void (*subheading)(struct document *doc, const char *words);
	void (*decision)(struct document *doc, const struct decision *decision);
	void (*paragraph)(struct document *doc, const char *words);
	void (*facts)(
		struct document *doc, const struct fact *facts, int count);
	void (*list_begin)(struct document *doc, enum list list);
	void (*item)(struct document *doc, const struct list_item *item);
	void (*list_end)(struct document *doc, enum list list);
	void (*answered)(struct document *doc, const struct answered *answered);
	void (*table)(struct document *doc, const struct table *table);
	void (*picture)(struct document *doc, enum picture picture,
		const struct table *figures);
	void (*foot)(struct document *doc, const char *words);
};

struct document document_on(
	FILE *out, const struct paper *paper, const struct report *report);

/* The title, and what is to be known about the whole. */
void doc_head(struct document *doc, const struct head *head);

/* A section begins; it lasts until the next one, or the foot. One that is not
 * among the report's sections is left out with all that is in it. */
void doc_heading(struct document *doc, enum section section);
void doc_subheading(struct document *doc, const char *words);

/* The answer to the question that the report is about. */
void doc_decision(struct document *doc, const struct decision *decision);

void doc_paragraph(struct document *doc, const char *words);
/* A paragraph that says what the list or the table behind it is. */
void doc_lead(struct document *doc, const char *words);

void doc_facts(struct document *doc, const struct fact *facts, int count);

/* Items of the same kind, one behind the other, are a list. */
void doc_item(struct document *doc, enum list list, const char *words);
void doc_check(struct document *doc, bool holds, const char *words);

/* One of the five questions and its answer. */
void doc_answered(struct document *doc, const struct answered *answered);

/* Written, and released. */
void doc_table(struct document *doc, struct table *table);

/* A picture, with the figures behind it, or NULL where they stand elsewhere.
 * They are released. */
void doc_picture(
	struct document *doc, enum picture picture, struct table *figures);

/* The last words. */
void doc_foot(struct document *doc, const char *words);

/* Did all of it go out? */
bool document_finish(struct document *doc);

#endif
