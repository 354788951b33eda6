/*
 * The CSV report: what each option costs in each month and category, one
 * amount a row, so that a spreadsheet adds up whatever it likes. The rows of
 * an option and a category add up to by_category of the JSON report, those of
 * a month to monthly.
 */
#include "report.h"

#include <stdlib.h>

#include "memory_stream.h"

static void write_head(struct csv *csv, const struct report *report)
{
	static const char *const columns[] = {"option", "adaptation", "serving",
		"feasible", "month", "category", "nominal", "present_value",
		"currency"};

	csv_begin(csv);
	if (report->file)
		csv_text(csv, "session");
	for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++)
		csv_text(csv, columns[i]);
	csv_end_row(csv);
}

/* The cells that all rows of an option begin with. */
static void write_lead(struct csv *csv, const struct report *report, int i)
{
	const struct option_result *option = &report->result->option[i];

	if (report->file)
		csv_text(csv, report->file);
	csv_text(csv, session_option_name(report->session, i));
	csv_text(csv,
		input_table[IN_option_adaptation].choices[option->form.tuned]);
	csv_text(csv, input_table[IN_option_serving]
			      .choices[option->form.selfhosted]);
	csv_text(csv, option->feasible ? "true" : "false");
}

static void write_month(struct csv *csv, const char *lead,
	const struct journal *journal, int month, const char *currency)
{
	const double *money = journal->outlay[month].money;

	for (int c = 0; c < CATEGORIES; c++) {
		csv_again(csv, lead);
		csv_number(csv, month);
		csv_text(csv, category_names[c]);
		csv_number(csv, money[c]);
		csv_number(csv, money[c] * journal->discount[month]);
		csv_text(csv, currency);
		csv_end_row(csv);
	}
}

static void write_option(struct csv *csv, const char *lead,
	const struct journal *journal, const char *currency)
{
	for (int month = 0; month <= journal->months; month++)
		write_month(csv, lead, journal, month, currency);
}

/* The lead is made once an option, not once a row. False: no memory. */
static bool write_rows(struct csv *csv, const struct report *report,
	const struct facts *facts, int i)
{
	char *lead = NULL;
	size_t size;
	struct csv cells = {.dialect = csv->dialect};
	struct journal journal;
	bool made;

	cells.out = memory_stream(&lead, &size);
	if (!cells.out)
		return false;
	write_lead(&cells, report, i);
	made = !ferror(cells.out);
	made = fclose(cells.out) == 0 && made;
	if (made) {
		cost_months(facts, i, &journal);
		write_option(
			csv, lead, &journal, session_currency(report->session));
	}
	free(lead);
	return made;
}

bool report_csv(FILE *out, const struct report *report)
{
	struct csv csv = {.out = out, .dialect = report->dialect};
	struct facts facts;

	if (!csv.dialect)
		csv.dialect = csv_dialects;
	if (!report->goes_on)
		write_head(&csv, report);
	facts_base(&facts, report->session);
	for (int i = 0; i < facts.options; i++)
		if (!write_rows(&csv, report, &facts, i))
			return false;
	return fflush(out) == 0 && !ferror(out);
}
