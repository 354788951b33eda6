#include "csv.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "figure.h"
#include "text.h"

enum { CELL = 16384 };

const struct csv_dialect csv_dialects[] = {
	{"rfc4180", "commas, as most programs read it", ',', '.', false},
	{"excel", "the same for Excel, which is told that it is UTF-8", ',',
		'.', true},
	{"excel-eu", "semicolons and decimal commas, for Excel in Europe", ';',
		',', true},
	{0},
};

const struct csv_dialect *csv_dialect(const char *name)
{
	for (const struct csv_dialect *d = csv_dialects; d->name; d++)
		if (!strcmp(d->name, name))
			return d;
	return NULL;
}

void csv_begin(struct csv *csv)
{
	if (csv->dialect->marked)
		fputs("\xef\xbb\xbf", csv->out);
}

static void begin_cell(struct csv *csv)
{
	if (csv->within)
		putc(csv->dialect->separator, csv->out);
	csv->within = true;
}

void csv_again(struct csv *csv, const char *cells)
{
	begin_cell(csv);
	fputs(cells, csv->out);
}

void csv_end_row(struct csv *csv)
{
	fputs("\r\n", csv->out);
	csv->within = false;
}

/* ---- texts -------------------------------------------------------------- */

/* Spreadsheets pass over blanks before a formula, and take the wide forms of
 * its first character, too. */
static bool is_formula(const char *text)
{
	static const uint32_t first[] = {'=', '+', '-', '@', '\t', '\r', '\n',
		0xff1d, 0xff0b, 0xff0d, 0xff20};
	uint32_t rune;
	int bytes;

	do {
		bytes = text_decode(text, &rune);
		text += bytes;
	} while (bytes && (rune == ' ' || rune == 0xa0 || rune == 0x3000));
	for (size_t i = 0; bytes && i < sizeof(first) / sizeof(first[0]); i++)
		if (rune == first[i])
			return true;
	return false;
}

/* Quoted where any dialect would want it: read as another one, the cell is
 * still one. */
static bool wants_quotes(const char *text)
{
	size_t length = strlen(text);

	return strpbrk(text, ",;\"") || *text == ' ' ||
	       (length && text[length - 1] == ' ');
}

static void put_quoted(FILE *out, const char *text)
{
	putc('"', out);
	for (; *text; text++) {
		if (*text == '"')
			putc('"', out);
		putc(*text, out);
	}
	putc('"', out);
}

void csv_text(struct csv *csv, const char *text)
{
	char cell[1 + CELL];
	size_t guard = is_formula(text);

	cell[0] = '\'';
	text_clean(cell + guard, CELL, text);
	begin_cell(csv);
	if (wants_quotes(cell))
		put_quoted(csv->out, cell);
	else
		fputs(cell, csv->out);
}

/* ---- numbers ------------------------------------------------------------ */

void csv_number(struct csv *csv, double value)
{
	char text[FIGURE_MAX];
	char *point;

	begin_cell(csv);
	if (!isfinite(value))
		return;
	figure_exact(text, sizeof(text), value);
	point = strchr(text, '.');
	if (point)
		*point = csv->dialect->point;
	fputs(text, csv->out);
}
