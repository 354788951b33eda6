/*
 * Sources are texts that many figures share. They get short names, in the
 * order in which they come up.
 */
#include "catalogue_write.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "memory_stream.h"

enum { SOURCES = 256 }; /* a file has no more settings in one group */

struct writing {
	FILE *out;
	const struct catalogue *catalogue;
	const char *source[SOURCES];
	int count;
};

/* ---- sources ------------------------------------------------------------ */

static int source_number(struct writing *writing, const char *source)
{
	int at = 0;

	while (at < writing->count && writing->source[at] != source &&
		strcmp(writing->source[at], source) != 0)
		at++;
	if (at == writing->count && at < SOURCES)
		writing->source[writing->count++] = source;
	return at;
}

static void name_sources(struct writing *writing)
{
	for (int i = 0; i < writing->catalogue->count; i++) {
		const struct item *item = &writing->catalogue->items[i];

		for (int j = 0; j < item->count; j++)
			source_number(writing, item->figures[j].source);
		if (*item->dates_source)
			source_number(writing, item->dates_source);
	}
}

/* ---- settings ----------------------------------------------------------- */

static void put_quoted(FILE *out, const char *text)
{
	putc('"', out);
	for (;;) {
		size_t plain = strcspn(text, "\"\\");

		fwrite(text, 1, plain, out);
		text += plain;
		if (!*text)
			break;
		putc('\\', out);
		putc(*text++, out);
	}
	putc('"', out);
}

static void put_text(struct writing *writing, const char *key, const char *text)
{
	putc(' ', writing->out);
	fputs(key, writing->out);
	fputs(" = ", writing->out);
	put_quoted(writing->out, text);
	putc(';', writing->out);
}

static void put_day(struct writing *writing, const char *key, int day)
{
	char text[DAY_MAX];

	day_write(text, day);
	if (day)
		put_text(writing, key, text);
}

static void put_source(
	struct writing *writing, const char *key, const char *source)
{
	fprintf(writing->out, " %s = \"s%d\";", key,
		source_number(writing, source) + 1);
}

static void write_sources(struct writing *writing)
{
	fprintf(writing->out, "sources: {\n");
	for (int i = 0; i < writing->count; i++) {
		fprintf(writing->out, "  s%d =\n    ", i + 1);
		put_quoted(writing->out, writing->source[i]);
		fprintf(writing->out, ";\n");
	}
	fprintf(writing->out, "};\n");
}

/* ---- entries ------------------------------------------------------------ */

static bool same_group(const struct item_figure *a, const struct item_figure *b)
{
	return a->date == b->date && a->from == b->from &&
	       a->until == b->until && a->grade == b->grade &&
	       !strcmp(a->source, b->source) && !strcmp(a->of, b->of) &&
	       !strcmp(a->note, b->note);
}

static void begin_group(
	struct writing *writing, const struct item_figure *figure)
{
	fprintf(writing->out, "      {");
	put_source(writing, "source", figure->source);
	put_day(writing, "date", figure->date);
	if (figure->grade != ITEM_QUOTED)
		put_text(writing, "grade", item_grade_names[figure->grade]);
	if (*figure->of)
		put_text(writing, "of", figure->of);
	put_day(writing, "from", figure->from);
	put_day(writing, "until", figure->until);
	if (*figure->note)
		put_text(writing, "note", figure->note);
	fprintf(writing->out, "\n       ");
}

static void write_figures(struct writing *writing, const struct item *item)
{
	fprintf(writing->out, "\n    figures = (\n");
	for (int i = 0; i < item->count; i++) {
		const struct item_figure *figure = &item->figures[i];

		if (!i || !same_group(figure - 1, figure))
			begin_group(writing, figure);
		put_text(writing, item_field_table[figure->field].key,
			figure->text);
		if (i + 1 == item->count)
			fprintf(writing->out, " } ); }");
		else if (!same_group(figure, figure + 1))
			fprintf(writing->out, " },\n");
	}
}

static void write_item(struct writing *writing, const struct item *item)
{
	fprintf(writing->out, "  {");
	for (int i = 0; i < ITEM_TEXTS; i++)
		if (*item->text[i])
			put_text(
				writing, item_text_table[i].key, item->text[i]);
	for (int i = 0; i < ITEM_DATES; i++)
		put_day(writing, item_date_table[i].key, item->date[i]);
	if (*item->dates_source)
		put_source(writing, "dates_source", item->dates_source);
	if (item->check)
		fprintf(writing->out, " check = true;");
	write_figures(writing, item);
}

static void write_kind(struct writing *writing, enum item_kind kind)
{
	int count = 0;

	for (int i = 0; i < writing->catalogue->count; i++) {
		const struct item *item = &writing->catalogue->items[i];

		if (item->kind != kind)
			continue;
		if (count++)
			fprintf(writing->out, ",\n");
		else
			fprintf(writing->out, "%s = (\n",
				item_kind_table[kind].list);
		write_item(writing, item);
	}
	if (count)
		fprintf(writing->out, "\n);\n");
}

char *catalogue_write(
	const struct catalogue *catalogue, const char *heading, size_t *size)
{
	struct writing writing = {.catalogue = catalogue};
	char *text = NULL;
	bool sound;

	writing.out = memory_stream(&text, size);
	if (!writing.out)
		return NULL;
	fprintf(writing.out, "%sformat = 1;\n", heading);
	name_sources(&writing);
	write_sources(&writing);
	for (int kind = 0; kind < ITEM_KINDS; kind++)
		write_kind(&writing, (enum item_kind)kind);
	sound = !ferror(writing.out);
	if (!fclose(writing.out) && sound)
		return text;
	free(text);
	return NULL;
}
