/*
 * tuneornot report.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "document.h"
#include "output.h"
#include "report.h"
#include "suggestion.h"

/* "text, markdown or json" */
static void format_list(char *out, size_t size)
{
	size_t used = 0;

	out[0] = '\0';
	for (const struct report_format *f = report_formats;
		f->write && used < size; f++)
		used += (size_t)snprintf(out + used, size - used, "%s%s",
			f == report_formats ? ""
			: f[1].write        ? ", "
					    : " or ",
			f->names[0]);
}

/* By its name or, without one, by the ending of the file. */
static const struct report_format *choose_format(
	const char *name, const char *path)
{
	const struct report_format *format;
	struct suggestion suggestion = {.written = name};
	char list[100];

	if (!name)
		return report_format_of(path);
	format = report_format(name);
	if (format)
		return format;
	for (format = report_formats; format->write; format++)
		suggestion_try(&suggestion, format->names[0]);
	format_list(list, sizeof(list));
	if (suggestion_best(&suggestion))
		complain("there is no format \"%s\"; did you mean \"%s\"?",
			name, suggestion_best(&suggestion));
	else
		complain("there is no format \"%s\"; it is %s", name, list);
	return NULL;
}

static bool add_section(const char *name, unsigned *sections)
{
	struct suggestion suggestion = {.written = name};
	char list[200] = "";
	size_t used = 0;

	for (int i = 0; i < SECTIONS; i++) {
		const char *id = section_table[i].id;

		if (!strcmp(name, id)) {
			*sections |= SECTION_BIT(i);
			return true;
		}
		suggestion_try(&suggestion, id);
		used += (size_t)snprintf(list + used, sizeof(list) - used,
			"%s%s", i ? ", " : "", id);
	}
	if (suggestion_best(&suggestion))
		complain("there is no section \"%s\"; did you mean \"%s\"?",
			name, suggestion_best(&suggestion));
	else
		complain("there is no section \"%s\"; there are: %s", name,
			list);
	return false;
}

static bool choose_sections(const struct arguments *arguments,
	const struct report_format *format, unsigned *sections)
{
	*sections = 0;
	for (int i = 0; i < arguments->section_count; i++)
		if (!add_section(arguments->sections[i], sections))
			return false;
	if (!*sections || format->sections)
		return true;
	complain("--section is for the memo, and %s is all figures or none; "
		 "leave it out, or: --format text",
		format->names[0]);
	return false;
}

/* An excerpt has no head, so nothing to be parted from by a blank line. */
static bool write_out(const struct report *report, const char *path,
	const char *bytes, size_t size)
{
	bool parted = report->sections && size && *bytes == '\n';

	if (report->sections && !size)
		notice("this session has nothing to say there");
	return output_write(path, bytes + parted, size - parted);
}

static int deliver_report(const struct report_format *format,
	const struct report *report, const char *path)
{
	char *bytes = NULL;
	size_t size = 0;
	FILE *memory = open_memstream(&bytes, &size);
	bool done = memory && format->write(memory, report);

	if (memory && fclose(memory))
		done = false;
	if (!done)
		complain("the report could not be made; there may not be "
			 "enough memory");
	else
		done = write_out(report, path, bytes, size);
	free(bytes);
	return done ? STATUS_DONE : STATUS_FAILED;
}

/* A file gets the same bytes whatever the locale is. */
static bool wants_ascii(const struct arguments *arguments,
	const struct report_format *format, const char *path)
{
	return arguments->flag[FLAG_ASCII] ||
	       (format->local && !strcmp(path, "-") && !command_utf8());
}

/* What is wanted still lacks its result. The room for the odds is too large
 * for a stack; little of it is ever touched. */
static int evaluate_and_deliver(const struct report_format *format,
	const struct report *wanted, const char *path)
{
	struct odds_work *work = calloc(1, sizeof(*work));
	struct report report = *wanted;
	struct result result;
	struct odds odds;

	if (!work) {
		complain("there is no memory left");
		return STATUS_FAILED;
	}
	evaluate(report.session, &result);
	evaluate_odds(report.session, &result, &odds, work);
	free(work);
	report.result = &result;
	report.odds = &odds;
	return deliver_report(format, &report, path);
}

/* What flags change, for this report only. */
static int apply_flags(
	struct session *session, const struct arguments *arguments)
{
	int status = command_put(session, "--scenarios", IN_session_scenarios,
		arguments->flag[FLAG_SCENARIOS]);

	if (status == STATUS_DONE)
		status = command_put(session, "--seed", IN_session_seed,
			arguments->flag[FLAG_SEED]);
	if (status == STATUS_DONE)
		status = command_assign(session, "--set", arguments->sets,
			arguments->set_count);
	return status;
}

int command_report(const struct arguments *arguments)
{
	const char *file = arguments->flag[FLAG_OUTPUT];
	const char *path = file ? file : "-";
	const struct report_format *format =
		choose_format(arguments->flag[FLAG_FORMAT], path);
	struct session session;
	struct report report = {.session = &session};
	int status;

	if (!format || !choose_sections(arguments, format, &report.sections))
		return STATUS_USAGE;
	if (!command_load(arguments->operands[0], &session))
		return STATUS_FAILED;
	status = apply_flags(&session, arguments);
	if (status != STATUS_DONE)
		return status;
	report.ascii = wants_ascii(arguments, format, path);
	return evaluate_and_deliver(format, &report, path);
}
