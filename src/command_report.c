/*
 * tuneornot report.
 *
 * One session after the other is read, worked out and written in the same
 * room, so that ten thousand take no more memory than one. A session that
 * will not do is told and passed over; an output that fails ends it all.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "explanation.h"
#include "memory_stream.h"
#include "output.h"
#include "report.h"
#include "report_sections.h"
#include "signals.h"
#include "suggestion.h"
#include "trace.h"

/* The room is too large for a stack; little of it is ever touched. */
struct reporting {
	const struct arguments *arguments;
	const struct report_format *format;
	const struct csv_dialect *dialect;
	bool several;
	unsigned sections;
	int day;     /* 0: none was given */
	int done;    /* reports */
	bool broken; /* nothing more can be written */
	struct output output;
	FILE *memory; /* where a report is made; it keeps its room */
	char *bytes;
	size_t size;

	struct catalogue_store prices; /* of --prices */

	struct session session;
	struct result result;
	struct odds odds;
	struct odds_work work;
};

/* ---- what is wanted ----------------------------------------------------- */

static const char *output_path(const struct reporting *reporting)
{
	const char *path = reporting->arguments->flag[FLAG_OUTPUT];

	return path ? path : "-";
}

static const struct csv_dialect *choose_dialect(const char *name)
{
	const struct csv_dialect *dialect;
	struct suggestion suggestion = {.written = name};

	if (!name)
		return csv_dialects;
	dialect = csv_dialect(name);
	if (dialect)
		return dialect;
	for (dialect = csv_dialects; dialect->name; dialect++)
		suggestion_try(&suggestion, dialect->name);
	complain_of_name("dialect", name, suggestion_best(&suggestion),
		"it is rfc4180, excel or excel-eu");
	return NULL;
}

static bool check_dialect(const struct reporting *reporting)
{
	if (!reporting->arguments->flag[FLAG_CSV_DIALECT] ||
		reporting->format->write == report_csv)
		return true;
	complain("--csv-dialect is for csv, not for %s; add --format csv",
		reporting->format->names[0]);
	return false;
}

static bool check_several(const struct reporting *reporting)
{
	int inputs = 0;

	if (!reporting->several)
		return true;
	if (!reporting->format->several) {
		complain("a report in %s is of one session; several make one "
			 "with --format json or --format csv",
			reporting->format->names[0]);
		return false;
	}
	for (int i = 0; i < reporting->arguments->operand_count; i++)
		inputs += !strcmp(reporting->arguments->operands[i], "-");
	if (inputs > 1)
		complain("standard input, \"-\", can be read only once");
	return inputs <= 1;
}

static bool check_explain(const struct reporting *reporting)
{
	const struct arguments *arguments = reporting->arguments;

	if (!arguments->flag[FLAG_EXPLAIN] ||
		(reporting->format == report_formats &&
			!arguments->flag[FLAG_OUTPUT] && !reporting->several))
		return true;
	complain("--explain writes text about one session on standard output; "
		 "leave --format and --output out");
	return false;
}

static bool choose(struct reporting *reporting)
{
	const struct arguments *arguments = reporting->arguments;

	reporting->several = arguments->operand_count > 1;
	reporting->format = command_format(
		report_formats, arguments, output_path(reporting));
	reporting->dialect = choose_dialect(arguments->flag[FLAG_CSV_DIALECT]);
	return reporting->format && reporting->dialect &&
	       report_sections(
		       arguments, reporting->format, &reporting->sections) &&
	       check_dialect(reporting) && check_several(reporting) &&
	       check_explain(reporting) &&
	       command_day(arguments, &reporting->day) &&
	       command_spares(arguments, FLAG_OUTPUT);
}

/* ---- writing ------------------------------------------------------------ */

static bool format_report(
	const struct reporting *reporting, const char *file, FILE *out)
{
	const struct report report = {
		.session = &reporting->session,
		.result = &reporting->result,
		.odds = &reporting->odds,
		.sections = reporting->sections,
		.ascii = command_ascii(reporting->arguments, reporting->format,
			output_path(reporting)),
		.day = reporting->day,
		.dialect = reporting->dialect,
		.file = reporting->several ? file : NULL,
		.goes_on = reporting->done > 0,
	};

	return reporting->format->write(out, &report);
}

/* The output is begun by the first report that is there. An excerpt has no
 * head, so nothing to be parted from by a blank line. */
static bool put_report(struct reporting *reporting)
{
	bool parted = reporting->sections && reporting->size &&
		      reporting->bytes[0] == '\n';

	if (reporting->sections && !reporting->size)
		notice("this session has nothing to say there");
	if (reporting->done == 0 &&
		!output_begin(&reporting->output, output_path(reporting)))
		return false;
	reporting->done++;
	return output_put(&reporting->output, reporting->bytes + parted,
		reporting->size - parted);
}

/* Whole in memory, so that no report leaves by halves. */
static bool deliver_report(struct reporting *reporting, const char *file)
{
	FILE *memory = reporting->memory;

	rewind(memory);
	if (format_report(reporting, file, memory) && !fflush(memory))
		return put_report(reporting);
	complain("the report could not be made; there may not be enough "
		 "memory");
	if (reporting->done > 0)
		output_drop(&reporting->output);
	return false;
}

/* ---- one session after the other ---------------------------------------- */

/* In place of the report: one figure of it. */
static int explain_session(const struct reporting *reporting)
{
	const char *key = reporting->arguments->flag[FLAG_EXPLAIN];
	const struct page page = {.out = stdout,
		.ascii = command_ascii(
			reporting->arguments, reporting->format, "-")};
	struct explained explained = {.session = &reporting->session,
		.result = &reporting->result,
		.odds = &reporting->odds};
	struct explanation explanation;
	char words[ISSUE_WORDS];
	struct issue issue;

	facts_base(&explained.facts, &reporting->session);
	if (explain(&explained, key, &explanation, &issue)) {
		explanation_write(&page, &explanation,
			session_currency(&reporting->session));
		return STATUS_DONE;
	}
	issue_words(&issue, words, sizeof(words));
	complain("%s", words);
	return STATUS_USAGE;
}

static int report_session(struct reporting *reporting, const char *file)
{
	struct session *session = &reporting->session;
	int status;

	if (!command_load(file, session))
		return STATUS_FAILED;
	status = command_apply(session, reporting->arguments,
		reporting->several ? file : NULL);
	if (status != STATUS_DONE)
		return status;
	status = command_reprice(
		session, &reporting->prices.catalogue, reporting->day, file);
	if (status != STATUS_DONE)
		return status;
	evaluate(session, &reporting->result);
	evaluate_odds(session, &reporting->result, &reporting->odds,
		&reporting->work);
	trace("worked out: %d options, %.0f scenarios", session->options,
		reporting->odds.simulation.scenarios);
	if (reporting->arguments->flag[FLAG_EXPLAIN])
		return explain_session(reporting);
	reporting->broken = !deliver_report(reporting, file);
	return reporting->broken ? STATUS_FAILED : STATUS_DONE;
}

/* No file of ours is left behind by who loses patience. */
static int finish(struct reporting *reporting, int status)
{
	int number = signals_remembered();

	if (reporting->done == 0 || reporting->broken)
		return status;
	if (number) {
		output_drop(&reporting->output);
		signals_end_by(number);
	}
	return output_end(&reporting->output) ? status : STATUS_FAILED;
}

static int report_sessions(struct reporting *reporting)
{
	const struct arguments *arguments = reporting->arguments;
	int status = STATUS_DONE;

	if (reporting->several && strcmp(output_path(reporting), "-") != 0)
		signals_remember();
	for (int i = 0; i < arguments->operand_count && !reporting->broken &&
			!signals_remembered();
		i++) {
		int one = report_session(reporting, arguments->operands[i]);

		if (one != STATUS_DONE)
			status = reporting->several ? STATUS_FAILED : one;
	}
	return finish(reporting, status);
}

static int report_all(struct reporting *reporting)
{
	int status;

	session_init(&reporting->session);
	status = command_put_flags(&reporting->session, reporting->arguments);
	if (status != STATUS_DONE)
		return status;
	reporting->memory = memory_stream(&reporting->bytes, &reporting->size);
	if (!reporting->memory) {
		complain("there is no memory left");
		return STATUS_FAILED;
	}
	status = STATUS_FAILED;
	if (command_prices_file(reporting->arguments, &reporting->prices))
		status = report_sessions(reporting);
	catalogue_store_release(&reporting->prices);
	fclose(reporting->memory);
	free(reporting->bytes);
	return status;
}

int command_report(const struct arguments *arguments)
{
	struct reporting *reporting = calloc(1, sizeof(*reporting));
	int status;

	if (!reporting) {
		complain("there is no memory left");
		return STATUS_FAILED;
	}
	reporting->arguments = arguments;
	status = choose(reporting) ? report_all(reporting) : STATUS_USAGE;
	free(reporting);
	return status;
}
