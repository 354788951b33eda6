/*
 * tuneornot usage: token logs, or summaries of them, to the volume inputs.
 *
 * Whatever can be wrong with names is found out before gigabytes are read. A
 * line that cannot be used never ends the reading; a summary that cannot be
 * used does, since a whole log would be missing.
 */
#include "commands.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "json_memory.h"
#include "line_stream.h"
#include "output.h"
#include "sandbox.h"
#include "session_file.h"
#include "text.h"
#include "token_into.h"
#include "token_progress.h"
#include "token_summary_file.h"
#include "token_table.h"
#include "trace.h"

enum { SKIPS_SHOWN = 5, NAME_CELLS = 60 };

struct counting {
	struct token_summary summary;
	struct token_progress progress;
	const char *name; /* of the file, in messages */
	int shown;
	bool refused; /* and told why */
};

/* ---- lines -------------------------------------------------------------- */

/* Always false. */
static bool refuse(
	struct counting *counting, uint64_t line, const struct issue *issue)
{
	struct file_issue about = {
		.issue = *issue, .line = line <= INT_MAX ? (int)line : 0};

	token_progress_clear(&counting->progress);
	snprintf(about.file, sizeof(about.file), "%s", counting->name);
	complain_of_file(&about);
	return false;
}

static void skip(struct counting *counting, uint64_t line, enum token_line why)
{
	struct issue issue = {.column = 0};

	counting->summary.skipped[why]++;
	if (output_is_quiet() || counting->shown++ >= SKIPS_SHOWN)
		return;
	issue_set(&issue, 0, "skipped: %s", token_line_words[why]);
	refuse(counting, line, &issue);
	if (counting->shown == SKIPS_SHOWN)
		notice("more lines that are skipped will only be counted");
}

/* Always false. */
static bool no_memory(struct counting *counting)
{
	token_progress_clear(&counting->progress);
	complain("there is not enough memory");
	counting->refused = true;
	return false;
}

static bool add_summary(struct counting *counting, const char *bytes,
	size_t size, uint64_t number)
{
	struct issue issue = {.column = 0};

	bool whole =
		token_summary_parse(bytes, size, &counting->summary, &issue);

	if (json_memory_ran_out())
		return no_memory(counting);
	if (whole)
		return true;
	counting->refused = true;
	return refuse(counting, number, &issue);
}

static bool take_kind(struct counting *counting, uint64_t number,
	enum token_line kind, const struct token_use *use)
{
	if (json_memory_ran_out())
		return no_memory(counting);
	if (kind == TOKEN_LINE_USE)
		return token_summary_add(&counting->summary, use) ||
		       no_memory(counting);
	if (kind >= TOKEN_LINE_SKIPS)
		skip(counting, number, kind);
	return true;
}

static bool take_line(
	void *context, const char *bytes, size_t size, uint64_t number)
{
	struct counting *counting = context;
	struct token_use use;
	enum token_line kind;

	if (number == 1 && bytes && size >= 3 &&
		!memcmp(bytes, "\xef\xbb\xbf", 3)) {
		bytes += 3; /* a byte order mark */
		size -= 3;
	}
	if (bytes && token_summary_is(bytes, size))
		return add_summary(counting, bytes, size, number);
	kind = bytes ? token_log_line(bytes, size, &use) : TOKEN_LINE_LONG;
	return take_kind(counting, number, kind, &use);
}

/* ---- files -------------------------------------------------------------- */

static bool is_standard_input(const char *path)
{
	return !strcmp(path, "-");
}

/* A descriptor, or -1 after complaining. */
static int open_log(const char *path)
{
	int fd = is_standard_input(path)
			 ? STDIN_FILENO
			 : sandbox_open(path, O_RDONLY | O_CLOEXEC);
	struct file_issue issue;

	trace("log: %s", path);
	if (fd >= 0)
		return fd;
	file_issue_set(
		&issue, path, 0, "it cannot be read: %s", strerror(errno));
	complain_of_file(&issue);
	return -1;
}

static void end_log(int fd)
{
	if (fd != STDIN_FILENO)
		close(fd);
}

static void begin_log(struct counting *counting, const char *path, int fd)
{
	struct stat status;
	bool whole = !fstat(fd, &status) && S_ISREG(status.st_mode);

	counting->name = is_standard_input(path) ? "standard input" : path;
	token_progress_begin(&counting->progress, counting->name,
		whole ? (uint64_t)status.st_size : 0);
}

static bool read_log(struct counting *counting, const char *path)
{
	struct line_stream stream = {.line = take_line,
		.progress = token_progress_at,
		.progress_context = &counting->progress,
		.context = counting};
	struct issue issue = {.column = 0};
	int fd = open_log(path);
	bool done;

	if (fd < 0)
		return false;
	begin_log(counting, path, fd);
	done = line_stream_read(&stream, fd);
	token_progress_clear(&counting->progress);
	if (!done && !counting->refused) {
		issue_set(&issue, 0, "it cannot be read: %s", strerror(errno));
		refuse(counting, 0, &issue);
	}
	end_log(fd);
	return done;
}

/* Can all of them be opened? Told before the first is read. */
static bool check_logs(const struct arguments *arguments)
{
	int inputs = 0;

	for (int i = 0; i < arguments->operand_count; i++) {
		const char *path = arguments->operands[i];
		struct file_issue issue;

		if (is_standard_input(path)) {
			inputs++;
		} else if (access(path, R_OK)) {
			file_issue_set(&issue, path, 0, "it cannot be read: %s",
				strerror(errno));
			complain_of_file(&issue);
			return false;
		}
	}
	if (inputs > 1)
		complain("\"-\" is standard input, which can be read only "
			 "once");
	return inputs <= 1;
}

static bool read_logs(
	struct counting *counting, const struct arguments *arguments)
{
	json_memory_watch();
	for (int i = 0; i < arguments->operand_count; i++)
		if (!read_log(counting, arguments->operands[i]))
			return false;
	if (token_summary_requests(&counting->summary))
		return true;
	complain("no line has usage with input and output tokens; a log has "
		 "one JSON object a line: \"jq -c .[] FILE\" makes lines of "
		 "a list");
	return false;
}

/* ---- results ------------------------------------------------------------ */

/* "token log a.jsonl and 2 more, 12345 requests" */
static void name_source(const struct arguments *arguments,
	const struct token_summary *summary, char *out, size_t size)
{
	const char *name = arguments->operands[0];
	int others = arguments->operand_count - 1, cells;
	char more[32] = "", clean[PATH_MAX], shown[4 * NAME_CELLS];

	text_clean(clean, sizeof(clean),
		is_standard_input(name) ? "from standard input" : name);
	cells = text_width(clean);
	text_fit(shown, sizeof(shown), clean,
		cells < NAME_CELLS ? cells : NAME_CELLS, TEXT_LEFT, true);
	if (others)
		snprintf(more, sizeof(more), " and %d more", others);
	snprintf(out, size, "token log %s%s, %" PRIu64 " requests", shown, more,
		token_summary_requests(summary));
}

/* The session anew: the logs may have taken hours. */
static int settle(const struct token_into *into, const char *path)
{
	struct file_issue issue = {.line = 0};
	struct stamp stamp;
	struct place place = SHARED_PLACE(IN_session_name);
	char heading[PATH_MAX + 16];

	if (!session_file_read_stamped(
		    path, into->session, NULL, &stamp, &issue)) {
		complain_of_file(&issue);
		return STATUS_FAILED;
	}
	page_blank(into->page);
	snprintf(heading, sizeof(heading), "Into %s:", path);
	page_paragraph(into->page, 1, "", heading);
	if (!token_into_session(into, &place, &issue.issue)) {
		snprintf(issue.file, sizeof(issue.file), "%s", path);
		session_key(place, issue.key, sizeof(issue.key));
		complain_of_file(&issue);
		return STATUS_FAILED;
	}
	return command_replace(path, into->session, &stamp);
}

/* The table, and what goes into a session. */
static int show(const struct arguments *arguments,
	const struct token_summary *summary, const struct token_model *total,
	struct session *session)
{
	const char *path = arguments->flag[FLAG_INTO];
	struct page page = {.out = stdout,
		.ascii = arguments->flag[FLAG_ASCII] || !command_utf8()};
	char source[PATH_MAX];
	struct token_into into = {.summary = summary,
		.total = total,
		.source = source,
		.page = &page,
		.session = session};

	if (!token_table_print(&page, summary, total)) {
		complain("there is not enough memory");
		return STATUS_FAILED;
	}
	if (!path)
		return STATUS_DONE;
	name_source(arguments, summary, source, sizeof(source));
	return settle(&into, path);
}

static int save(const struct token_summary *summary, const char *path)
{
	size_t size = 0;
	char *bytes = token_summary_format(summary, &size);
	bool done = false;

	if (bytes)
		done = output_write(path, bytes, size);
	else
		complain("there is not enough memory");
	free(bytes);
	return done ? STATUS_DONE : STATUS_FAILED;
}

/* All models in one; NULL: out of memory. */
static struct token_model *add_up(const struct token_summary *summary)
{
	struct token_model *total = token_model_new("");
	bool done = total != NULL;

	for (int i = 0; done && i < summary->models; i++)
		done = token_model_merge(total, summary->model[i]);
	if (done && summary->others)
		done = token_model_merge(total, summary->others);
	if (done)
		return total;
	token_model_free(total);
	complain("there is not enough memory");
	return NULL;
}

static int deliver(const struct arguments *arguments,
	const struct token_summary *summary, struct session *session)
{
	const char *path = arguments->flag[FLAG_SAVE];
	struct token_model *total = add_up(summary);
	int status = total ? STATUS_DONE : STATUS_FAILED;

	if (total && !(path && is_standard_input(path)))
		status = show(arguments, summary, total, session);
	token_model_free(total);
	if (status == STATUS_DONE && path)
		status = save(summary, path);
	return status;
}

static bool check_flags(const char *into, const char *saved)
{
	if (!into || (!is_standard_input(into) &&
			     !(saved && is_standard_input(saved))))
		return true;
	complain("--into wants a file, and standard output for what it sets; "
		 "give both flags names of files");
	return false;
}

int command_usage(const struct arguments *arguments)
{
	const char *into = arguments->flag[FLAG_INTO];
	struct counting counting = {.shown = 0};
	struct session session;
	int status = STATUS_FAILED;

	if (!check_flags(into, arguments->flag[FLAG_SAVE]) ||
		!command_spares(arguments, FLAG_SAVE))
		return STATUS_USAGE;
	if (!check_logs(arguments) || (into && !command_load(into, &session)))
		return STATUS_FAILED;
	if (read_logs(&counting, arguments))
		status = deliver(arguments, &counting.summary, &session);
	token_summary_release(&counting.summary);
	return status;
}
