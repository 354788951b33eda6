/*
 * No stdio: a buffer would lose the last lines, which are the ones that are
 * wanted, and a full disk has to be seen at once.
 */
#include "trace.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "arguments.h"
#include "output.h"
#include "text.h"

#define HEAD "# tuneornot trace: "

enum { LINE = 8192 };

static struct {
	int fd;           /* -1: none */
	const char *path; /* borrowed */
	struct timespec begun;
	int error; /* that ended it */
} tracing = {.fd = -1};

/* ---- lines -------------------------------------------------------------- */

static double seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - tracing.begun.tv_sec) +
	       (double)(now.tv_nsec - tracing.begun.tv_nsec) / 1e9;
}

static void stop(int error)
{
	tracing.error = error;
	close(tracing.fd);
	tracing.fd = -1;
}

static void put(const char *line, int length)
{
	ssize_t written;

	do
		written = write(tracing.fd, line, (size_t)length);
	while (written < 0 && errno == EINTR);
	if (written < length)
		stop(written < 0 ? errno : ENOSPC);
}

void trace_line(const char *words)
{
	char clean[LINE], line[LINE + 32];
	int before = errno;

	if (tracing.fd < 0)
		return;
	text_clean(clean, sizeof(clean), words);
	put(line,
		snprintf(line, sizeof(line), "%11.6f %s\n", seconds(), clean));
	errno = before;
}

void trace(const char *words, ...)
{
	char line[LINE];
	va_list rest;

	if (tracing.fd < 0)
		return;
	va_start(rest, words);
	vsnprintf(line, sizeof(line), words, rest);
	va_end(rest);
	trace_line(line);
}

/* ---- begin -------------------------------------------------------------- */

static bool refuse(const char *what)
{
	close(tracing.fd);
	tracing.fd = -1; /* first: a complaint is traced */
	complain("--trace: %s: %s", tracing.path, what);
	return false;
}

/* A session whose name came where FILE was forgotten must not be written
 * into. A pipe could block, and end us when its reader goes. */
static bool check_file(void)
{
	char head[sizeof(HEAD) - 1];
	struct stat status;
	ssize_t count;

	if (fstat(tracing.fd, &status))
		return refuse(strerror(errno));
	if (S_ISCHR(status.st_mode))
		return true;
	if (!S_ISREG(status.st_mode))
		return refuse("it is no ordinary file; name one");
	count = pread(tracing.fd, head, sizeof(head), 0);
	if (count == 0 || (count == (ssize_t)sizeof(head) &&
				  !memcmp(head, HEAD, sizeof(head))))
		return true;
	return refuse("it holds something else than a trace; name a new file");
}

static bool open_file(const char *path)
{
	tracing.path = path;
	tracing.fd = open(path,
		O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY | O_NONBLOCK,
		0600);
	if (tracing.fd >= 0)
		return check_file();
	complain(
		"--trace: %s: it cannot be written: %s", path, strerror(errno));
	return false;
}

static void put_head(void)
{
	char line[200], when[40] = "";
	time_t now = time(NULL);
	struct tm local;

	clock_gettime(CLOCK_MONOTONIC, &tracing.begun);
	if (localtime_r(&now, &local))
		strftime(when, sizeof(when), "%Y-%m-%d %H:%M:%S %z", &local);
	put(line, snprintf(line, sizeof(line), HEAD "%s, process %ld, %s\n",
			  TUNEORNOT_VERSION, (long)getpid(), when));
}

/* What a --set says stays out: it may be an answer. */
static void tell_command(const struct arguments *arguments)
{
	const char *name = command_table[arguments->command].name;

	trace("command: %s", *name ? name : "the wizard");
	for (int i = 0; i < arguments->operand_count; i++)
		trace("operand: %.*s",
			arguments->command == COMMAND_SET && i > 0
				? (int)strcspn(arguments->operands[i], "=")
				: LINE,
			arguments->operands[i]);
	for (int i = 0; i < FLAGS; i++)
		if (arguments->flag[i] && i != FLAG_SET)
			trace("flag: --%s %s", flag_table[i].name,
				arguments->flag[i]);
	for (int i = 0; i < arguments->set_count; i++)
		trace("flag: --set %.*s", (int)strcspn(arguments->sets[i], "="),
			arguments->sets[i]);
}

static void tell_environment(void)
{
	static const char *const names[] = {"TERM", "COLORTERM", "NO_COLOR",
		"CLICOLOR", "CLICOLOR_FORCE", "ACCESSIBLE", "LC_ALL",
		"LC_CTYPE", "LANG", "HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
		"XDG_STATE_HOME", "TUNEORNOT_DATA"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (getenv(names[i]))
			trace("environment: %s=%s", names[i], getenv(names[i]));
	trace("characters: %s", nl_langinfo(CODESET));
	trace("input %s, output %s, errors %s",
		isatty(STDIN_FILENO) ? "a terminal" : "no terminal",
		isatty(STDOUT_FILENO) ? "a terminal" : "no terminal",
		isatty(STDERR_FILENO) ? "a terminal" : "no terminal");
}

bool trace_begin(const char *path, const struct arguments *arguments)
{
	if (!open_file(path))
		return false;
	put_head();
	tell_command(arguments);
	tell_environment();
	return true;
}

/* ---- end ---------------------------------------------------------------- */

void trace_end(int status)
{
	struct rusage usage;

	if (tracing.error)
		notice("--trace: %s: %s; the trace is not complete",
			tracing.path, strerror(tracing.error));
	if (!getrusage(RUSAGE_SELF, &usage))
		trace("end: exit status %d, %ld.%03ld s of work, %ld KiB at "
		      "most",
			status, (long)usage.ru_utime.tv_sec,
			(long)usage.ru_utime.tv_usec / 1000, usage.ru_maxrss);
	if (tracing.fd >= 0)
		close(tracing.fd);
	tracing.fd = -1;
}
