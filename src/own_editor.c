#include "own_editor.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "paths.h"
#include "text.h"

extern char **environ;

enum {
	COMMAND_BYTES = 4096,
	FILE_BYTES = 64 * 1024, /* more is no text for a field */
	NOT_RUNNABLE = 126,     /* what sh ends with */
	NOT_FOUND = 127,
};

static const char ending[] = ".txt"; /* for editors that go by it */

const char *own_editor_variable(void)
{
	static const char *const names[] = {"VISUAL", "EDITOR"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *value = getenv(names[i]);

		if (value && *value)
			return names[i];
	}
	return NULL;
}

static const char *command(void)
{
	const char *variable = own_editor_variable();

	return variable ? getenv(variable) : NULL;
}

/* ---- the file ----------------------------------------------------------- */

static bool file_trouble(struct issue *issue, const char *what)
{
	issue_set(issue, 0, "the file for the editor cannot be %s: %s", what,
		strerror(errno));
	return issue_mend(issue, "the text is as it was");
}

/* In our folder for state, or else where temporary files go. */
static int open_new(char path[PATH_MAX])
{
	const char *folder = getenv("TMPDIR");
	int file = -1;

	if (paths_state("text-XXXXXX.txt", path, PATH_MAX))
		file = mkstemps(path, (int)strlen(ending));
	if (file >= 0)
		return file;
	snprintf(path, PATH_MAX, "%s/tuneornot-XXXXXX%s",
		folder && *folder ? folder : "/tmp", ending);
	return mkstemps(path, (int)strlen(ending));
}

static bool hand_out(const char *text, char path[PATH_MAX], struct issue *issue)
{
	int file = open_new(path);
	size_t length = strlen(text);
	bool written;

	if (file < 0)
		return file_trouble(issue, "made");
	written = write(file, text, length) == (ssize_t)length &&
		  write(file, "\n", 1) == 1;
	if (close(file) == 0 && written)
		return true;
	file_trouble(issue, "written");
	unlink(path);
	return false;
}

/* Bytes, or -1. Editors may have put another file in its place. */
static ssize_t read_back(const char *path, char bytes[FILE_BYTES])
{
	int file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	ssize_t count, total = 0;

	if (file < 0)
		return -1;
	while ((count = read(file, bytes + total, FILE_BYTES - (size_t)total)) >
		0)
		total += count;
	close(file);
	return count < 0 ? -1 : total;
}

/* ---- the text in it ------------------------------------------------------ */

static bool is_space(char byte)
{
	return byte == ' ' || byte == '\0' || (byte >= '\t' && byte <= '\r');
}

/* In place: what has a line end or a tab in it becomes one blank, blanks alone
 * stay as they are; none remain at the ends. */
static void fold(char *bytes, size_t count)
{
	size_t length = 0, at = 0;

	while (at < count) {
		size_t end = at, blanks;
		bool only_blanks = true;

		for (; end < count && is_space(bytes[end]); end++)
			only_blanks = only_blanks && bytes[end] == ' ';
		blanks = only_blanks ? end - at : 1;
		if (end == at) {
			bytes[length++] = bytes[at++];
			continue;
		}
		if (length == 0 || end == count)
			blanks = 0;
		memset(bytes + length, ' ', blanks);
		length += blanks;
		at = end;
	}
	bytes[length] = '\0';
}

static bool is_utf8(const char *text)
{
	uint32_t rune;
	int bytes;

	for (; (bytes = text_decode(text, &rune)) > 0; text += bytes)
		if (rune == 0xfffd && bytes == 1)
			return false;
	return true;
}

/* What cannot be used is not lost. */
static bool keep(const char *path, struct issue *issue, const char *what)
{
	issue_set(issue, 0, "the text from the editor %s", what);
	return issue_mend(
		issue, "the field is as it was, the text is in %s", path);
}

static bool take(
	const char *path, char out[SESSION_TEXT + 1], struct issue *issue)
{
	static char bytes[FILE_BYTES + 1];
	ssize_t count = read_back(path, bytes);
	char longest[64];

	if (count < 0)
		return file_trouble(issue, "read");
	snprintf(longest, sizeof(longest), "is longer than %d bytes",
		(int)SESSION_TEXT);
	if (count == FILE_BYTES)
		return keep(path, issue, longest);
	fold(bytes, (size_t)count);
	if (!is_utf8(bytes))
		return keep(path, issue, "is not UTF-8");
	if (strlen(bytes) > SESSION_TEXT)
		return keep(path, issue, longest);
	strcpy(out, bytes);
	unlink(path);
	return true;
}

/* ---- the editor --------------------------------------------------------- */

static volatile sig_atomic_t editor, passed;

static void pass_on(int number)
{
	int kept = errno;

	passed = number;
	if (editor > 0)
		kill(editor, number);
	errno = kept;
}

static const int meanwhile_of[] = {SIGINT, SIGQUIT, SIGTSTP, SIGTERM, SIGHUP};
enum { MEANWHILE = sizeof(meanwhile_of) / sizeof(meanwhile_of[0]) };

static void begin_meanwhile(struct sigaction before[MEANWHILE])
{
	static void (*const handlers[MEANWHILE])(int) = {
		SIG_IGN, SIG_IGN, SIG_DFL, pass_on, pass_on};

	passed = 0;
	editor = 0;
	for (int i = 0; i < MEANWHILE; i++) {
		struct sigaction action = {.sa_flags = SA_RESTART};

		action.sa_handler = handlers[i];
		sigemptyset(&action.sa_mask);
		sigaction(meanwhile_of[i], &action, &before[i]);
	}
}

static void end_meanwhile(const struct sigaction before[MEANWHILE])
{
	for (int i = 0; i < MEANWHILE; i++)
		sigaction(meanwhile_of[i], &before[i], NULL);
	if (passed)
		raise(passed);
}

/* What we ignore it need not. */
static int spawn(char *const arguments[], pid_t *child)
{
	posix_spawnattr_t how;
	sigset_t usual;
	int error = posix_spawnattr_init(&how);

	if (error != 0)
		return error;
	sigemptyset(&usual);
	for (int i = 0; i < MEANWHILE; i++)
		sigaddset(&usual, meanwhile_of[i]);
	sigaddset(&usual, SIGPIPE);
	posix_spawnattr_setsigdefault(&how, &usual);
	posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSIGDEF);
	error = posix_spawn(child, "/bin/sh", NULL, &how, arguments, environ);
	posix_spawnattr_destroy(&how);
	return error;
}

/* The status of sh, or -1 with errno. */
static int run(char script[COMMAND_BYTES], char path[PATH_MAX])
{
	char shell[] = "sh", option[] = "-c";
	char *const arguments[] = {shell, option, script, shell, path, NULL};
	struct sigaction before[MEANWHILE];
	int status = -1;
	pid_t child = 0;

	begin_meanwhile(before);
	errno = spawn(arguments, &child);
	if (errno == 0) {
		editor = child;
		while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
		}
		editor = 0;
	}
	end_meanwhile(before);
	return status;
}

/* Did it do its work? */
static bool judge(int status, const char *name, struct issue *issue)
{
	if (status == 0)
		return true;
	if (status == -1)
		issue_set(
			issue, 0, "no editor can be run: %s", strerror(errno));
	else if (WIFSIGNALED(status))
		issue_set(issue, 0, "the editor was ended by signal %d",
			WTERMSIG(status));
	else if (WEXITSTATUS(status) == NOT_FOUND)
		issue_set(issue, 0, "the editor %s is not there",
			issue_quote(name).text);
	else if (WEXITSTATUS(status) == NOT_RUNNABLE)
		issue_set(issue, 0, "the editor %s cannot be run",
			issue_quote(name).text);
	else
		issue_set(issue, 0, "the editor ended with status %d",
			WEXITSTATUS(status));
	return issue_mend(issue, "the text is as it was");
}

static bool edit_file(const char *name, char path[PATH_MAX],
	char out[SESSION_TEXT + 1], struct issue *issue)
{
	char script[COMMAND_BYTES];

	/* exec: a signal reaches the editor, not a shell that waits for it;
	 * env: variables may be set in front of its name */
	if (snprintf(script, sizeof(script), "exec env %s \"$1\"", name) >=
		COMMAND_BYTES) {
		issue_set(issue, 0, "the name of the editor is too long");
		unlink(path);
		return false;
	}
	if (judge(run(script, path), name, issue))
		return take(path, out, issue);
	unlink(path);
	return false;
}

bool own_editor_edit(
	const char *text, char out[SESSION_TEXT + 1], struct issue *issue)
{
	const char *name = command();
	char path[PATH_MAX];

	if (!name) {
		issue_set(issue, 0, "no editor is set");
		return issue_mend(issue, "set VISUAL or EDITOR, as with "
					 "\"export EDITOR=nano\"");
	}
	return hand_out(text, path, issue) && edit_file(name, path, out, issue);
}
