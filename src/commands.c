#include "commands.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "catalogue_store.h"
#include "output.h"
#include "paths.h"
#include "report.h"
#include "shelf.h"
#include "suggestion.h"

/* ---- report ------------------------------------------------------------- */

static const struct report_format *choose_format(const char *name)
{
	const struct report_format *format;
	struct suggestion suggestion = {.written = name};

	if (!name)
		return report_formats;
	format = report_format(name);
	if (format)
		return format;
	for (format = report_formats; format->name; format++)
		suggestion_try(&suggestion, format->name);
	if (suggestion_best(&suggestion))
		complain("there is no format \"%s\"; did you mean \"%s\"?",
			name, suggestion_best(&suggestion));
	else
		complain("there is no format \"%s\"; it is text or json", name);
	return NULL;
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
		done = output_write(path, bytes, size);
	free(bytes);
	return done ? STATUS_DONE : STATUS_FAILED;
}

/* A file gets the same bytes whatever the locale is. */
static bool wants_ascii(const struct arguments *arguments, const char *path)
{
	return arguments->flag[FLAG_ASCII] ||
	       (!strcmp(path, "-") && !command_utf8());
}

/* The room is too large for a stack; little of it is ever touched. */
static int evaluate_and_deliver(const struct report_format *format,
	const struct session *session, bool ascii, const char *path)
{
	struct odds_work *work = calloc(1, sizeof(*work));
	struct result result;
	struct odds odds;
	int status;

	if (!work) {
		complain("there is no memory left");
		return STATUS_FAILED;
	}
	evaluate(session, &result);
	evaluate_odds(session, &result, &odds, work);
	free(work);
	status = deliver_report(format,
		&(struct report){.session = session,
			.result = &result,
			.odds = &odds,
			.ascii = ascii},
		path);
	return status;
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

static int run_report(const struct arguments *arguments)
{
	const struct report_format *format =
		choose_format(arguments->flag[FLAG_FORMAT]);
	const char *path = arguments->flag[FLAG_OUTPUT];
	struct session session;
	int status;

	if (!format)
		return STATUS_USAGE;
	if (!path)
		path = "-";
	if (!command_load(arguments->operands[0], &session))
		return STATUS_FAILED;
	status = apply_flags(&session, arguments);
	if (status != STATUS_DONE)
		return status;
	return evaluate_and_deliver(
		format, &session, wants_ascii(arguments, path), path);
}

/* ---- get, set, check ---------------------------------------------------- */

static int run_get(const struct arguments *arguments)
{
	const char *path = arguments->operands[0];
	struct session session;
	struct place place;

	if (!command_load(path, &session))
		return STATUS_FAILED;
	if (arguments->operand_count == 1)
		command_list(&session);
	for (int i = 1; i < arguments->operand_count; i++) {
		int status = command_find(
			&session, path, arguments->operands[i], &place);

		if (status != STATUS_DONE)
			return status;
		output_text(session_text(&session, place));
		putchar('\n');
	}
	return STATUS_DONE;
}

static int run_set(const struct arguments *arguments)
{
	const char *path = arguments->operands[0];
	struct session session;
	int status;

	if (!command_load(path, &session))
		return STATUS_FAILED;
	status = command_assign(&session, path, arguments->operands + 1,
		arguments->operand_count - 1);
	if (status != STATUS_DONE)
		return status;
	return command_deliver(path, &session, false);
}

static int run_check(const struct arguments *arguments)
{
	struct session session;
	int status = STATUS_DONE;

	for (int i = 0; i < arguments->operand_count; i++)
		if (!command_load(arguments->operands[i], &session))
			status = STATUS_FAILED;
	return status;
}

/* ---- themes, paths ------------------------------------------------------ */

static int run_themes(const struct arguments *arguments)
{
	struct shelf shelf = {0};

	(void)arguments;
	shelf_add(&shelf, "themes", ".theme");
	for (int i = 0; i < shelf.count; i++) {
		output_text(shelf.name[i]);
		putchar('\n');
	}
	shelf_release(&shelf);
	return STATUS_DONE;
}

static void print_path(const char *what, bool found, char *path)
{
	size_t length = strlen(path);

	if (found && length > 1 && path[length - 1] == '/')
		path[length - 1] = '\0';
	printf("%-10s", what);
	output_text(found ? path : "none");
	putchar('\n');
}

static int run_paths(const struct arguments *arguments)
{
	char path[PATH_MAX] = "";
	bool found;

	(void)arguments;
	found = paths_data("themes", path, sizeof(path));
	print_path("themes", found, path);
	found = paths_data("examples", path, sizeof(path));
	print_path("examples", found, path);
	found = paths_data(CATALOGUE_FOLDER, path, sizeof(path));
	print_path("catalogue", found, path);
	found = paths_own_data(CATALOGUE_FOLDER, path, sizeof(path));
	print_path("your own", found, path);
	found = paths_config("", path, sizeof(path));
	print_path("config", found, path);
	found = paths_state("", path, sizeof(path));
	print_path("state", found, path);
	return STATUS_DONE;
}

/* ---- the table ---------------------------------------------------------- */

const struct command_row command_table[COMMANDS] = {
	[COMMAND_WIZARD] = {.name = "",
		.operands = "[SESSION]",
		.summary =
			"Answer the five questions, with the costs beside them",
		.help = "tuneornot: should you fine-tune a model of your own, "
			"or prompt one? Five questions, and what each way "
			"costs.",
		.examples = "tuneornot triage.cfg",
		.most = 1,
		.run = command_wizard},
	[COMMAND_NEW] = {.name = "new",
		.operands = "SESSION",
		.summary = "Write a session file to begin with",
		.help = "Without --template it has four usual options, and "
			"nothing else is filled in. A file that exists is "
			"never overwritten.",
		.examples = "tuneornot new triage.cfg\n"
			    "tuneornot new mine.cfg --template support-triage",
		.least = 1,
		.most = 1,
		.run = command_new},
	[COMMAND_REPORT] = {.name = "report",
		.operands = "SESSION",
		.summary = "Print the decision, the costs and the assumptions",
		.help = "The same session gives the same bytes, on every "
			"machine and in every locale. On standard output the "
			"text is plain ASCII where the locale is not UTF-8.",
		.examples = "tuneornot report triage.cfg\n"
			    "tuneornot report triage.cfg --format json -o "
			    "triage.json\n"
			    "tuneornot report triage.cfg --set "
			    "volume.requests_per_month=\"1M to 3M\"",
		.least = 1,
		.most = 1,
		.run = run_report},
	[COMMAND_GET] = {.name = "get",
		.operands = "SESSION [KEY]...",
		.summary = "Print values as they were typed",
		.help = "One line a KEY. Without a KEY: all values that differ "
			"from their defaults, as KEY=VALUE lines that \"set\" "
			"takes.",
		.examples = "tuneornot get triage.cfg "
			    "volume.requests_per_month\n"
			    "tuneornot get triage.cfg",
		.least = 1,
		.most = -1,
		.run = run_get},
	[COMMAND_SET] = {.name = "set",
		.operands = "SESSION KEY=VALUE...",
		.summary = "Change values in a session file, all or none",
		.help = "Every value is checked before the file is replaced. "
			"KEY= goes back to the default. options[N].name adds "
			"an option when N is one more than the last. Comments "
			"in a file that was written by hand are not kept.",
		.examples = "tuneornot set triage.cfg "
			    "'options[Small, prompted].pass_rate=84%'\n"
			    "tuneornot set triage.cfg name=\"Support triage\" "
			    "quality.bar=90%",
		.least = 2,
		.most = -1,
		.run = run_set},
	[COMMAND_CHECK] = {.name = "check",
		.operands = "SESSION...",
		.summary = "Say what is wrong with session files, if anything",
		.help = "Says nothing and exits with 0 when all of them are "
			"right. What is wrong stands on standard error as "
			"\"file:line: key: what is wrong; what would be "
			"right\".",
		.examples = "tuneornot check *.cfg",
		.least = 1,
		.most = -1,
		.run = run_check},
	[COMMAND_PRICES] = {.name = "prices",
		.operands = "list [WORD]... | show ID...",
		.summary = "Show what models, tuning, GPUs and people cost",
		.help = "\"list\" shows the entries that have all the WORDs, "
			"with the age of their figures in days. \"show\" says "
			"everything about an entry: every figure with its "
			"source, its date and its grade, and what changes "
			"when. Entries of your own, in *.cfg files like ours, "
			"lie in the folder that \"tuneornot paths\" calls your "
			"own, and go over ours with the same id.",
		.examples = "tuneornot prices list luna\n"
			    "tuneornot prices list --kind gpu\n"
			    "tuneornot prices list lora --vendor Together\n"
			    "tuneornot prices show openai/gpt-6-luna",
		.least = 1,
		.most = -1,
		.run = command_prices},
	[COMMAND_USAGE] = {.name = "usage",
		.operands = "FILE...",
		.summary = "Token logs: requests a month, tokens of a request",
		.help = "FILE has one JSON object a line: response objects of "
			"OpenAI or Anthropic, also in batch output, or spend "
			"logs of LiteLLM; or it is a summary that --save "
			"wrote. All FILEs are added up. Lines without usage "
			"are skipped, counted, and the first ones shown. "
			"--into sets the requests a month, the output tokens, "
			"the reasoning tokens of options whose model is in "
			"the log, and, where volume.instruction_tokens is "
			"set, payload tokens and the cache hit rate.",
		.examples = "tuneornot usage gateway.jsonl\n"
			    "tuneornot usage october.jsonl --into triage.cfg\n"
			    "zcat log.gz | tuneornot usage - --save a.sum\n"
			    "tuneornot usage a.sum b.sum",
		.least = 1,
		.most = -1,
		.run = command_usage},
	[COMMAND_THEMES] = {.name = "themes",
		.operands = "",
		.summary = "List the themes for --theme",
		.help = "One name a line.",
		.examples = "tuneornot themes",
		.run = run_themes},
	[COMMAND_PATHS] = {.name = "paths",
		.operands = "",
		.summary = "Show where our files and yours are",
		.help = "The folders of our themes, examples and prices, and "
			"your own for prices, configuration and state.",
		.examples = "tuneornot paths",
		.run = run_paths},
};

int command_run(const struct arguments *arguments)
{
	if (!command_flags(arguments))
		return STATUS_USAGE;
	return command_table[arguments->command].run(arguments);
}
