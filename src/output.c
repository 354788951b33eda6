#include "output.h"

#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <string.h>
#include <unistd.h>

#include "arguments.h"
#include "text.h"
#include "trace.h"

enum { LINE = 8192 };

/* Of the first write that failed; later ones may fail for other reasons. */
static int output_error;

static void put(const char *bytes, size_t size)
{
	if (fwrite(bytes, 1, size, stdout) < size && !output_error)
		output_error = errno;
}

static bool quiet;

void output_be_quiet(void)
{
	quiet = true;
}

bool output_is_quiet(void)
{
	return quiet;
}

__attribute__((format(printf, 1, 0))) static void write_line(
	const char *words, va_list rest)
{
	char raw[LINE], clean[LINE];

	vsnprintf(raw, sizeof(raw), words, rest);
	text_clean(clean, sizeof(clean), raw);
	trace("message: %s", clean);
	fprintf(stderr, "tuneornot: %s\n", clean);
}

void complain(const char *words, ...)
{
	va_list rest;

	va_start(rest, words);
	write_line(words, rest);
	va_end(rest);
}

void complain_of_name(const char *what, const char *written, const char *meant,
	const char *otherwise)
{
	if (meant)
		complain("there is no %s \"%s\"; did you mean \"%s\"?", what,
			written, meant);
	else
		complain("there is no %s \"%s\"; %s", what, written, otherwise);
}

void notice(const char *words, ...)
{
	va_list rest;

	if (quiet)
		return;
	va_start(rest, words);
	write_line(words, rest);
	va_end(rest);
}

void complain_of_file(const struct file_issue *issue)
{
	char line[LINE];

	file_issue_words(issue, line, sizeof(line));
	trace("message: %s", line);
	fprintf(stderr, "%s\n", line);
}

static bool check_file(const struct output *output, bool fine)
{
	if (!fine)
		complain_of_file(&output->issue);
	return fine;
}

bool output_begin(struct output *output, const char *path)
{
	output->to_file = strcmp(path, "-") != 0;
	return !output->to_file ||
	       check_file(output,
		       atomic_file_begin(&output->file, path, &output->issue));
}

/* Of standard output output_finish() says what went wrong. */
bool output_put(struct output *output, const char *bytes, size_t size)
{
	if (output->to_file)
		return check_file(
			output, atomic_file_put(&output->file, bytes, size));
	put(bytes, size);
	return !output_error;
}

bool output_end(struct output *output)
{
	return !output->to_file ||
	       check_file(output, atomic_file_end(&output->file));
}

void output_drop(struct output *output)
{
	if (output->to_file)
		atomic_file_drop(&output->file);
}

bool output_write(const char *path, const char *bytes, size_t size)
{
	struct output output;

	if (strcmp(path, "-") != 0)
		return output_begin(&output, path) &&
		       output_put(&output, bytes, size) && output_end(&output);
	put(bytes, size);
	return true; /* output_finish() knows how it went */
}

void output_text(const char *text)
{
	char clean[4 * SESSION_TEXT];

	if (isatty(STDOUT_FILENO)) {
		text_clean(clean, sizeof(clean), text);
		text = clean;
	}
	put(text, strlen(text));
}

bool output_flush(void)
{
	if (fflush(stdout) && !output_error)
		output_error = errno;
	return !output_error && !ferror(stdout);
}

/* Standard output that was closed from the start matters only to those who
 * wrote something. */
int output_finish(int status)
{
	if (fflush(stdout) && !output_error)
		output_error = errno;
	if (close(STDOUT_FILENO) && errno != EBADF && !output_error)
		output_error = errno;
	if (!output_error && !ferror(stdout))
		return status;
	if (output_error == EPIPE)
		return 128 + SIGPIPE;
	complain("standard output: %s; what was written is not complete",
		output_error ? strerror(output_error) : "it failed");
	return STATUS_FAILED;
}
