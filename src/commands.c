#include "commands.h"

#include "output.h"
#include "trace.h"

const struct command_row command_table[COMMANDS] = {
	[COMMAND_WIZARD] = {.name = "",
		.operands = "[SESSION]",
		.summary = "Answer five questions, with the costs beside them",
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
			"never overwritten. Everything can be said at once "
			"with --set.",
		.examples = "tuneornot new triage.cfg\n"
			    "tuneornot new triage.cfg --set "
			    "volume.requests_per_month=\"1M to 3M\"\n"
			    "tuneornot new mine.cfg --template support-triage",
		.least = 1,
		.most = 1,
		.run = command_new},
	[COMMAND_REPORT] = {.name = "report",
		.operands = "SESSION...",
		.summary = "Print the decision, the costs and the assumptions",
		.help = "The same session gives the same bytes, on every "
			"machine and in every locale. On standard output the "
			"text is plain ASCII where the locale is not UTF-8. "
			"The age of figures is counted to --date, or "
			"without it to the newest date in the session. "
			"Of several sessions json makes one line each, csv "
			"one table; one that cannot be read is told and left "
			"out.",
		.examples = "tuneornot report triage.cfg\n"
			    "tuneornot report triage.cfg --format json -o "
			    "triage.json\n"
			    "tuneornot report triage.cfg --set "
			    "volume.requests_per_month=\"1M to 3M\"\n"
			    "tuneornot report *.cfg --format csv -o costs.csv",
		.least = 1,
		.most = -1,
		.run = command_report},
	[COMMAND_COMPARE] = {.name = "compare",
		.operands = "A B",
		.summary = "Say what differs, and what that does to the result",
		.help = "A and B are sessions: what differs between them, "
			"what each comes to, and how A's net saving leads to "
			"B's, change by change. The shares of the changes add "
			"up; each is what a change does on average over all "
			"orders in which the changes could be made. Options "
			"are matched by their names.",
		.examples = "tuneornot compare october.cfg november.cfg\n"
			    "tuneornot compare a.cfg b.cfg --format json\n"
			    "tuneornot compare a.cfg b.cfg --set "
			    "savings.horizon_months=36",
		.least = 2,
		.most = 2,
		.run = command_compare},
	[COMMAND_GET] = {.name = "get",
		.operands = "SESSION [KEY]...",
		.summary = "Print values as they were typed",
		.help = "One line a KEY. Without a KEY: all values that differ "
			"from their defaults, as KEY=VALUE lines that \"set\" "
			"takes.",
		.examples = "tuneornot get triage.cfg "
			    "volume.requests_per_month\n"
			    "tuneornot get triage.cfg\n"
			    "tuneornot get triage.cfg --as-command",
		.least = 1,
		.most = -1,
		.run = command_get},
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
		.run = command_set},
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
		.run = command_check},
	[COMMAND_REVIEW] = {.name = "review",
		.operands = "SESSION...",
		.summary = "Ask old decisions again with today's prices",
		.help = "Every price that came from the catalogue, or belongs "
			"to a model that is in it, is held against the "
			"catalogue; prices of your own are let alone. Says "
			"which have moved, and what that does to the verdict, "
			"the cheapest option and the net saving. Nothing is "
			"changed. Exits with 3 when a verdict has moved, also "
			"if another session could not be read: made for a "
			"monthly job over a folder of decisions.",
		.examples = "tuneornot review decisions/*.cfg\n"
			    "tuneornot review triage.cfg --format json",
		.least = 1,
		.most = -1,
		.run = command_review},
	[COMMAND_PRICES] = {.name = "prices",
		.operands = "list [WORD]... | show ID... | import FILE",
		.summary = "Show what models, tuning, GPUs and people cost",
		.help = "\"list\" shows the entries that have all the WORDs, "
			"with the age of their figures in days. \"show\" says "
			"everything about an entry: every figure with its "
			"source, its date and its grade, and what changes "
			"when. Entries of your own, in *.cfg files like ours, "
			"lie in the folder that \"tuneornot paths\" calls your "
			"own, and go over ours with the same id. \"import\" "
			"writes one from FILE (\"-\": standard input): "
			"LiteLLM's price map, the data.json of genai-prices, "
			"or a file of our own kind. What cannot be true is "
			"skipped, and told. Sessions are not changed.",
		.examples = "tuneornot prices list luna\n"
			    "tuneornot prices list --kind gpu\n"
			    "tuneornot prices list lora --vendor Together\n"
			    "tuneornot prices show openai/gpt-6-luna\n"
			    "tuneornot prices import "
			    "model_prices_and_context_window.json",
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
	[COMMAND_TEMPLATES] = {.name = "templates",
		.operands = "",
		.summary = "List the examples for new --template",
		.help = "One a line: its name, and what it is about.",
		.examples = "tuneornot templates",
		.run = command_templates},
	[COMMAND_THEMES] = {.name = "themes",
		.operands = "",
		.summary = "List the themes for --theme",
		.help = "One name a line.",
		.examples = "tuneornot themes",
		.run = command_themes},
	[COMMAND_PATHS] = {.name = "paths",
		.operands = "",
		.summary = "Show where our files and yours are",
		.help = "The folders of our themes, examples, prices and the "
			"schema of JSON reports, and your own for prices, "
			"configuration and state.",
		.examples = "tuneornot paths",
		.run = command_paths},
	[COMMAND_DOCTOR] = {.name = "doctor",
		.operands = "",
		.summary = "Show what the program finds on this machine",
		.help = "Versions, the terminal, colours and why, the locale, "
			"folders, prices and work that waits. What is wrong "
			"stands at the end with what mends it, and the exit "
			"status is 1.",
		.examples = "tuneornot doctor",
		.run = command_doctor},
	[COMMAND_COMPLETIONS] = {.name = "completions",
		.operands = "bash|zsh|fish",
		.summary = "Print the script for completion in a shell",
		.help = "Tab then knows commands, flags, files, keys and their "
			"values, ids of the catalogue and the rest. Where the "
			"program was installed, shells find it by themselves. "
			"Elsewhere put the first line above into ~/.bashrc, "
			"the second into ~/.zshrc behind compinit, or run the "
			"third once.",
		.examples = "source <(tuneornot completions bash)\n"
			    "source <(tuneornot completions zsh)\n"
			    "tuneornot completions fish > "
			    "~/.config/fish/completions/tuneornot.fish",
		.least = 1,
		.most = 1,
		.run = command_completions},
	[COMMAND_HELP] = {.name = "help",
		.operands = "[COMMAND]",
		.summary = "Explain a command",
		.help = "The same as --help or -h, which may stand anywhere.",
		.examples = "tuneornot help report",
		.most = 1,
		.run = command_help},
	[COMMAND_COMPLETE] = {.name = "__complete",
		.hidden = true,
		.operands = "[WORD]...",
		.summary = "Say what the last WORD of a line could become",
		.help = "For the scripts of \"tuneornot completions\".",
		.examples = "tuneornot __complete -- report --form",
		.least = 1,
		.most = -1,
		.run = command_complete},
	[COMMAND_MANUAL] = {.name = "__manual",
		.hidden = true,
		.operands = "",
		.summary = "Print the man page",
		.help = "For the build, and for \"tuneornot __manual | man -l "
			"-\".",
		.examples = "tuneornot __manual",
		.run = command_manual},
};

int command_run(const struct arguments *arguments)
{
	if (arguments->flag[FLAG_QUIET])
		output_be_quiet();
	if (arguments->flag[FLAG_TRACE] &&
		!trace_begin(arguments->flag[FLAG_TRACE], arguments))
		return STATUS_FAILED;
	if (!command_flags(arguments))
		return STATUS_USAGE;
	if (arguments->command != COMMAND_DOCTOR) /* which looks around first */
		command_sandbox(arguments);
	return command_table[arguments->command].run(arguments);
}
