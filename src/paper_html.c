/*
 * HTML as paper: one page that needs nothing but itself, and runs nothing.
 *
 * The blocks are written into memory first, because the list of sections
 * stands above them. Texts go out through html_between() only.
 */
#include "paper_html.h"

#include <stdlib.h>

#include "memory_stream.h"
#include "report_memo.h"

/* ---- blocks -------------------------------------------------------------- */

static void write_facts(
	struct document *doc, const struct fact *facts, int count)
{
	fputs("<dl>\n", doc->page.out);
	for (int i = 0; i < count; i++) {
		html_between(doc, "<dt>", facts[i].label, "</dt>");
		html_between(doc, "<dd>", facts[i].words, "</dd>\n");
	}
	fputs("</dl>\n", doc->page.out);
}

static void write_head(struct document *doc, const struct head *head)
{
	fputs("<header>\n", doc->page.out);
	html_between(doc, "<h1>", head->title, "</h1>\n");
	html_between(doc, "<p>", head->question, "</p>\n");
	write_facts(doc, head->facts, head->count);
	fputs("</header>\n<main id=\"report\" tabindex=\"-1\">\n",
		doc->page.out);
}

static void write_section_end(struct document *doc)
{
	for (int i = 0; i < SECTIONS; i++)
		if (doc->has[i]) {
			fputs("</section>\n", doc->page.out);
			return;
		}
}

/* What came before it has ended: doc->has tells of this one, too. */
static void write_heading(struct document *doc, enum section section)
{
	const struct section_row *row = &section_table[section];

	doc->has[section] = false;
	write_section_end(doc);
	doc->has[section] = true;
	fprintf(doc->page.out,
		"<section id=\"%s\" aria-labelledby=\"%s-title\">\n"
		"<h2 id=\"%s-title\">",
		row->id, row->id, row->id);
	html_between(doc, "", row->title, "</h2>\n");
}

static void write_subheading(struct document *doc, const char *words)
{
	html_between(doc, "<h3>", words, "</h3>\n");
}

static void write_paragraph(struct document *doc, const char *words)
{
	html_between(doc, "<p>", words, "</p>\n");
}

/* With the way that leads to it: what is to be seen first. */
static void write_decision(
	struct document *doc, const struct decision *decision)
{
	static const char *const classes[] = {
		[OUTCOME_TUNE] = "yes",
		[OUTCOME_STOP] = "no",
		[OUTCOME_FIND_OUT] = "unsure",
	};

	fprintf(doc->page.out, "<div class=\"decision %s\">\n",
		classes[decision->outcome]);
	html_between(
		doc, "<p class=\"verdict\">", decision->headline, "</p>\n");
	write_paragraph(doc, decision->action);
	if (svg_has_path(doc->report)) {
		fputs("<figure>\n", doc->page.out);
		svg_path(doc->page.out, doc->report);
		fputs("</figure>\n", doc->page.out);
	}
	fputs("</div>\n", doc->page.out);
}

static const char *const list_tags[] = {
	[LIST_BULLETS] = "<ul>",
	[LIST_NUMBERS] = "<ol>",
	[LIST_CHECKS] = "<ul class=\"checks\">",
};

static void list_begin(struct document *doc, enum list list)
{
	fprintf(doc->page.out, "%s\n", list_tags[list]);
}

static void list_end(struct document *doc, enum list list)
{
	fputs(list == LIST_NUMBERS ? "</ol>\n" : "</ul>\n", doc->page.out);
}

static void write_item(struct document *doc, const struct list_item *item)
{
	const char *before = "<li>";

	if (item->list == LIST_CHECKS)
		before = item->holds ? "<li class=\"yes\"><b>yes</b> "
				     : "<li><b>no</b> ";
	html_between(doc, before, item->words, "</li>\n");
}

static void write_answered(
	struct document *doc, const struct answered *answered)
{
	const char *class = answered->kind == ANSWER_YES  ? "yes"
			    : answered->kind == ANSWER_NO ? "no"
							  : "unsure";

	fprintf(doc->page.out, "<article>\n<h3><span>%d. ", answered->number);
	html_between(doc, "", answered->title, "</span> ");
	fprintf(doc->page.out, "<b class=\"answer %s\">", class);
	html_between(doc, "", answered->answer, "</b></h3>\n");
	if (answered->why[0])
		write_paragraph(doc, answered->why);
	html_between(doc, "<p class=\"quiet\">", answered->suggestion,
		"</p>\n</article>\n");
}

/* ---- pictures ------------------------------------------------------------ */

static const struct {
	bool (*has)(const struct report *report);
	void (*draw)(FILE *out, const struct report *report);
} pictures[PICTURES] = {
	/* [PICTURE_PATH] is drawn beside the decision */
	[PICTURE_MONEY] = {svg_has_money, svg_money},
	[PICTURE_CURVES] = {svg_has_curves, svg_curves},
	[PICTURE_SPREAD] = {svg_has_spread, svg_spread},
	[PICTURE_TORNADO] = {svg_has_tornado, svg_tornado},
};

/* Behind a picture they are there to be unfolded. */
static void write_figures(struct document *doc, const struct table *figures)
{
	html_between(
		doc, "<details>\n<summary>", figures->name, "</summary>\n");
	html_table(doc, figures);
	fputs("</details>\n", doc->page.out);
}

static void write_picture(
	struct document *doc, enum picture picture, const struct table *figures)
{
	bool drawn =
		pictures[picture].has && pictures[picture].has(doc->report);
	FILE *out = doc->page.out;

	if (!drawn) {
		if (figures)
			html_table(doc, figures);
		return;
	}
	fputs("<figure>\n", out);
	if (picture_table[picture].told)
		html_between(doc, "<figcaption>", picture_table[picture].told,
			"</figcaption>\n");
	pictures[picture].draw(out, doc->report);
	if (figures)
		write_figures(doc, figures);
	fputs("</figure>\n", out);
}

static void write_foot(struct document *doc, const char *words)
{
	write_section_end(doc);
	fputs("</main>\n<footer>\n", doc->page.out);
	write_paragraph(doc, words);
	fputs("</footer>\n", doc->page.out);
}

static const struct paper paper = {
	.head = write_head,
	.heading = write_heading,
	.subheading = write_subheading,
	.decision = write_decision,
	.paragraph = write_paragraph,
	.facts = write_facts,
	.list_begin = list_begin,
	.item = write_item,
	.list_end = list_end,
	.answered = write_answered,
	.table = html_table,
	.picture = write_picture,
	.foot = write_foot,
};

/* ---- the page ------------------------------------------------------------ */

/* Whatever were to slip in: nothing is loaded and nothing runs. */
static const char page_head[] =
	"<!DOCTYPE html>\n"
	"<html lang=\"en\">\n"
	"<head>\n"
	"<meta charset=\"utf-8\">\n"
	"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
	"'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action "
	"'none'\">\n"
	"<meta name=\"viewport\" content=\"width=device-width, "
	"initial-scale=1\">\n"
	"<meta name=\"color-scheme\" content=\"light dark\">\n"
	"<meta name=\"generator\" content=\"tuneornot\">\n";

static void write_page_head(const struct document *doc)
{
	const char *name = session_text(
		doc->report->session, SHARED_PLACE(IN_session_name));

	fputs(page_head, doc->page.out);
	html_between(doc, "<title>", name[0] ? name : "tuneornot",
		name[0] ? " – tuneornot</title>\n" : "</title>\n");
	fputs("<style>\n", doc->page.out);
	for (int i = 0; html_style[i]; i++)
		fputs(html_style[i], doc->page.out);
	fputs(svg_style, doc->page.out);
	fputs("</style>\n</head>\n<body>\n", doc->page.out);
}

static void write_contents(const struct document *doc)
{
	FILE *out = doc->page.out;

	fputs("<a class=\"skip\" href=\"#report\">To the decision</a>\n"
	      "<nav aria-label=\"Sections\">\n<ul>\n",
		out);
	for (int i = 0; i < SECTIONS; i++) {
		if (!doc->has[i])
			continue;
		fprintf(out, "<li><a href=\"#%s\">", section_table[i].id);
		html_between(doc, "", section_table[i].brief, "</a></li>\n");
	}
	fputs("</ul>\n</nav>\n", out);
}

bool report_html(FILE *out, const struct report *report)
{
	struct document doc = document_on(NULL, &paper, report);
	char *body = NULL;
	size_t size;

	doc.page.out = memory_stream(&body, &size);
	if (!doc.page.out)
		return false;
	memo_write(&doc);
	doc.failed |= !document_finish(&doc);
	doc.failed |= fclose(doc.page.out) != 0;
	doc.page.out = out;
	if (!doc.failed) {
		write_page_head(&doc);
		write_contents(&doc);
		fwrite(body, 1, size, out);
		fputs("</body>\n</html>\n", out);
	}
	free(body);
	return document_finish(&doc);
}
