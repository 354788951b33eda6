/* Each attempt is made by a child that has entered what a command line asks
 * for, as main() does. */
#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "commands.h"
#include "sandbox.h"
#include "session_file.h"

static char folder[] = "/tmp/sandbox-XXXXXX";

static void put(const char *path, const char *text)
{
	FILE *out = fopen(path, "w");

	cr_assert(out, "%s", path);
	fputs(text, out);
	cr_assert_eq(fclose(out), 0);
}

static void enter(void)
{
	cr_assert(mkdtemp(folder));
	cr_assert_eq(chdir(folder), 0);
	cr_assert_eq(mkdir("other", 0700), 0);
	cr_assert_eq(mkdir("out", 0700), 0);
	cr_assert_eq(mkdir("home", 0700), 0);
	put("a.cfg", "name = \"a\";\n");
	put("beside.cfg", "name = \"beside\";\n");
	put("other/secret", "secret\n");
	cr_assert_eq(symlink("a.cfg", "link.cfg"), 0);
	setenv("HOME", "/none", 1);
	unsetenv("XDG_DATA_HOME");
	unsetenv("XDG_CONFIG_HOME");
	unsetenv("XDG_STATE_HOME");
	unsetenv("TUNEORNOT_SANDBOX");
	unsetenv("VISUAL");
	unsetenv("EDITOR");
}

static void leave(void)
{
	char command[64];

	snprintf(command, sizeof(command), "rm -rf %s", folder);
	cr_assert_eq(system(command), 0);
}

TestSuite(sandbox, .init = enter, .fini = leave);

/* ---- attempts ----------------------------------------------------------- */

enum { NO_FILES = 250, NO_CALLS, OFF }; /* exit statuses beside errno */

static bool said;

static void restrict_to(const char *line)
{
	static char words[200], program[] = "tuneornot";
	char *argv[20] = {program};
	struct arguments arguments;
	int argc = 1, status;

	snprintf(words, sizeof(words), "%s", line);
	for (char *at = strtok(words, " "); at; at = strtok(NULL, " "))
		argv[argc++] = at;
	if (!arguments_read(&arguments, argc, argv, &status))
		_exit(200);
	command_sandbox(&arguments);
}

/* errno of the deed, 0 when it is done, or why nobody can tell. */
static int attempt(const char *line, int (*deed)(const char *), const char *on)
{
	pid_t child = fork();
	int status;

	if (!child) {
		struct sandbox_state state;
		int failed;

		restrict_to(line);
		state = sandbox_state();
		errno = 0;
		failed = deed(on);
		_exit(state.off          ? OFF
			: !state.calls   ? NO_CALLS
			: failed         ? errno
			: state.landlock ? 0
			: *line != '-'   ? NO_FILES
					 : 0);
	}
	cr_assert_eq(waitpid(child, &status, 0), child);
	cr_assert(WIFEXITED(status), "%s: signal %d", line, WTERMSIG(status));
	return WEXITSTATUS(status);
}

static bool is_skipped(int status)
{
	if (status < NO_FILES)
		return false;
	if (!said)
		fprintf(stderr,
			"SKIPPED: %s, so nobody looked whether the "
			"sandbox holds\n",
			status == OFF        ? "this build has no sandbox"
			: status == NO_CALLS ? "there is no seccomp here"
					     : "there is no Landlock here");
	said = true;
	return true;
}

static void expect(
	int wanted, const char *line, int (*deed)(const char *), const char *on)
{
	int got = attempt(line, deed, on);

	if (!is_skipped(got))
		cr_expect_eq(got, wanted, "%s, then %s: %s, not %s", line, on,
			strerror(got), strerror(wanted));
}

/* ---- files -------------------------------------------------------------- */

static int do_read(const char *path)
{
	return open(path, O_RDONLY) < 0;
}

static int do_write(const char *path)
{
	return open(path, O_WRONLY | O_CREAT, 0600) < 0;
}

static int do_replace(const char *path)
{
	char temp[PATH_MAX];

	snprintf(temp, sizeof(temp), "%s.new", path);
	return open(temp, O_RDWR | O_CREAT | O_EXCL, 0600) < 0 ||
	       rename(temp, path);
}

static int do_list(const char *path)
{
	return open(path, O_RDONLY | O_DIRECTORY) < 0;
}

static int do_mkdir(const char *path)
{
	return mkdir(path, 0700);
}

static int do_unlink(const char *path)
{
	return unlink(path);
}

static int do_link_out(const char *path)
{
	return link("a.cfg", path);
}

static int do_symlink(const char *path)
{
	return symlink("/etc/passwd", path);
}

static int do_truncate(const char *path)
{
	return truncate(path, 0);
}

static int do_chmod(const char *path)
{
	return chmod(path, 0777);
}

Test(sandbox, a_command_reads_what_it_is_given_and_nothing_else)
{
	static const char *const lines[] = {"check a.cfg", "report a.cfg",
		"get a.cfg name", "review a.cfg", "compare link.cfg a.cfg",
		"usage a.cfg", "report - --prices a.cfg"};

	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
		expect(0, lines[i], do_read, "a.cfg");
		expect(EACCES, lines[i], do_write, "a.cfg");
		expect(EACCES, lines[i], do_replace, "a.cfg");
		expect(EACCES, lines[i], do_unlink, "a.cfg");
		expect(EACCES, lines[i], do_read, "beside.cfg");
		expect(EACCES, lines[i], do_read, "other/secret");
		expect(EACCES, lines[i], do_read, "/etc/passwd");
		expect(EACCES, lines[i], do_write, "new");
		expect(EACCES, lines[i], do_list, ".");
		expect(EACCES, lines[i], do_mkdir, "made");
		expect(EACCES, lines[i], do_symlink, "made");
		expect(EPERM, lines[i], do_truncate, "a.cfg");
		expect(EPERM, lines[i], do_chmod, "a.cfg");
	}
	expect(0, "check link.cfg", do_read, "link.cfg");
	expect(0, "check other", do_list, "other");
	expect(EACCES, "check other", do_read, "other/secret");
	expect(EACCES, "get a.cfg beside.cfg", do_read, "beside.cfg");
	expect(EACCES, "help report", do_read, "a.cfg");
}

Test(sandbox, a_file_is_replaced_in_its_folder_and_nowhere_else)
{
	static const char *const lines[] = {
		"report a.cfg -o out/a.txt",
		"set out/a.txt name=b",
		"new out/a.txt",
		"usage a.cfg --save out/a.txt",
		"usage a.cfg --into out/a.txt",
	};

	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
		expect(0, lines[i], do_replace, "out/a.txt");
		expect(0, lines[i], do_list, "out");
		expect(EACCES, lines[i], do_replace, "other/a.txt");
		expect(EACCES, lines[i], do_write, "other/secret");
		expect(EACCES, lines[i], do_read, "other/secret");
		expect(EACCES, lines[i], do_mkdir, "out/made");
		expect(EACCES, lines[i], do_symlink, "out/made");
	}
	expect(EACCES, "report a.cfg -o /dev/null", do_write, "/dev/made");
	expect(EXDEV, "report a.cfg -o out/a.txt", do_link_out, "out/new");
}

Test(sandbox, an_import_makes_the_folder_of_the_users_prices)
{
	setenv("HOME", folder, 1);
	expect(0, "prices import a.cfg", do_replace,
		".local/share/tuneornot/catalogue/x.cfg");
	expect(0, "prices import a.cfg", do_read, "a.cfg");
	expect(EACCES, "prices import a.cfg", do_replace,
		".local/share/tuneornot/x.cfg");
	expect(EACCES, "prices list a.cfg", do_read, "a.cfg");
	expect(EACCES, "prices list a.cfg", do_replace,
		".local/share/tuneornot/catalogue/x.cfg");
}

/* Who keeps files of their own elsewhere and links to them. */
Test(sandbox, links_in_the_folder_of_the_users_prices_lead_on)
{
	setenv("XDG_DATA_HOME", folder, 1);
	cr_assert_eq(mkdir("tuneornot", 0700), 0);
	cr_assert_eq(mkdir("tuneornot/catalogue", 0700), 0);
	cr_assert_eq(
		symlink("../../other/secret", "tuneornot/catalogue/theirs.cfg"),
		0);
	expect(0, "prices list", do_read, "tuneornot/catalogue/theirs.cfg");
	expect(EACCES, "check a.cfg", do_read,
		"tuneornot/catalogue/theirs.cfg");
}

/* ---- files that somebody else replaces ----------------------------------- */

static pid_t other_process; /* which is not restricted */
static int to_other, from_other;

static void start_other(const char *command)
{
	int to[2], from[2];

	cr_assert(!pipe(to) && !pipe(from));
	other_process = fork();
	if (!other_process) {
		char byte;

		if (read(to[0], &byte, 1) != 1 || system(command) ||
			write(from[1], "x", 1) != 1)
			_exit(1);
		_exit(0);
	}
	to_other = to[1];
	from_other = from[0];
}

static int read_once_replaced(const char *path)
{
	struct file_issue issue;
	struct session session;
	enum seal seal;
	char byte;

	if (write(to_other, "x", 1) != 1 || read(from_other, &byte, 1) != 1)
		_exit(201);
	return !session_file_read(path, &session, &seal, &issue);
}

Test(sandbox, a_file_that_was_replaced_meanwhile_is_read_as_it_was)
{
	start_other("cp beside.cfg new && mv new a.cfg");
	expect(0, "check a.cfg", read_once_replaced, "a.cfg");
	waitpid(other_process, NULL, 0);
}

static int read_all(const char *count)
{
	for (int i = 0; i < atoi(count); i++) {
		char path[32];

		snprintf(path, sizeof(path), "many/%d", i);
		if (do_read(path))
			return 1;
	}
	return do_read("a.cfg") ? 0 : 1; /* which was not named */
}

Test(sandbox, any_number_of_files_may_be_named)
{
	enum { MANY = 100 };
	static char names[MANY][16];
	const char *operands[MANY];
	struct arguments arguments = {.command = COMMAND_CHECK,
		.operands = operands,
		.operand_count = MANY};
	pid_t child;
	int status;

	cr_assert_eq(mkdir("many", 0700), 0);
	for (int i = 0; i < MANY; i++) {
		snprintf(names[i], sizeof(names[i]), "many/%d", i);
		put(names[i], "");
		operands[i] = names[i];
	}
	child = fork();
	if (!child) {
		command_sandbox(&arguments);
		_exit(!sandbox_state().landlock ? NO_FILES : read_all("100"));
	}
	cr_assert_eq(waitpid(child, &status, 0), child);
	if (!is_skipped(WEXITSTATUS(status)))
		cr_expect_eq(status, 0);
}

/* ---- system calls -------------------------------------------------------- */

static int do_socket(const char *unused)
{
	(void)unused;
	return socket(AF_INET, SOCK_STREAM, 0) < 0;
}

static int do_unix_socket(const char *unused)
{
	(void)unused;
	return socket(AF_UNIX, SOCK_STREAM, 0) < 0;
}

static int do_connect(const char *unused)
{
	struct sockaddr address = {.sa_family = AF_UNSPEC};

	(void)unused;
	return connect(0, &address, sizeof(address));
}

static int do_exec(const char *unused)
{
	(void)unused;
	return execl("/none", "none", (char *)NULL);
}

static int do_fork(const char *unused)
{
	pid_t child = fork();

	(void)unused;
	if (!child)
		_exit(0);
	return child < 0;
}

static int do_trace(const char *unused)
{
	(void)unused;
	return ptrace(PTRACE_TRACEME, 0, NULL, NULL) != 0;
}

static int do_type(const char *key)
{
	return ioctl(0, TIOCSTI, key);
}

/* Their arguments are wrong, so that nothing happens where they go through. */
static int do_io_uring(const char *unused)
{
	(void)unused;
	return syscall(425, 0, NULL) < 0;
}

static int do_read_process(const char *unused)
{
	(void)unused;
	return syscall(SYS_process_vm_readv, -1, NULL, 0L, NULL, 0L, -1L) < 0;
}

static int do_handle(const char *unused)
{
	(void)unused;
	return syscall(SYS_open_by_handle_at, -1, NULL, 0) < 0;
}

static int do_key(const char *unused)
{
	(void)unused;
	return syscall(SYS_keyctl, -1, 0, 0, 0, 0) < 0;
}

static int do_unshare(const char *unused)
{
	(void)unused;
	return syscall(SYS_unshare, -1) < 0;
}

#ifdef __x86_64__
static int do_foreign(const char *unused)
{
	(void)unused;
	return syscall(0x40000000 | SYS_getpid) < 0;
}
#endif

static int do_kill(const char *unused)
{
	(void)unused;
	return kill(getppid(), 0);
}

static int do_raise(const char *unused)
{
	(void)unused;
	signal(SIGUSR1, SIG_IGN);
	return raise(SIGUSR1);
}

static int (*const refused[])(const char *) = {
	do_socket,
	do_unix_socket,
	do_connect,
	do_exec,
	do_fork,
	do_trace,
	do_type,
	do_io_uring,
	do_read_process,
	do_handle,
	do_key,
	do_unshare,
#ifdef __x86_64__
	do_foreign,
#endif
};

enum { REFUSED = sizeof(refused) / sizeof(*refused) };

static void expect_refused(const char *line)
{
	char number[16];

	for (int i = 0; i < REFUSED; i++) {
		snprintf(number, sizeof(number), "call %d", i);
		expect(EPERM, line, refused[i], number);
	}
}

Test(sandbox, a_command_has_no_network_and_starts_no_program)
{
	expect_refused("check a.cfg");
	expect_refused("usage a.cfg --into out/b.cfg");
	expect(EPERM, "check a.cfg", do_kill, "kill");
	expect(0, "check a.cfg", do_raise, "raise");
}

Test(sandbox, the_wizard_has_none_either_but_opens_any_file)
{
	expect_refused("--demo");
	expect_refused("--plain");
	expect(0, "--demo", do_read, "other/secret");
	expect(0, "--demo", do_replace, "other/secret");
	expect(0, "--demo", do_mkdir, "made");
	expect(0, "--demo", do_kill, "kill"); /* Ctrl-Z stops the whole group */
}

/* Not "--demo": nothing tells a child what it does not have. */
static int opens_a_socket(const char *unused)
{
	(void)unused;
	return sandbox_state().calls || do_socket("") || do_fork("");
}

static bool is_free(const char *line)
{
	pid_t child = fork();
	int status;

	if (!child) {
		restrict_to(line);
		_exit(opens_a_socket(""));
	}
	cr_assert_eq(waitpid(child, &status, 0), child);
	return status == 0;
}

Test(sandbox, an_editor_needs_what_the_wizard_does_not)
{
	setenv("EDITOR", "ed", 1);
	cr_expect(is_free("--demo"));
	expect(EPERM, "check a.cfg", do_socket, "socket");
	setenv("EDITOR", "", 1);
	expect(EPERM, "--demo", do_socket, "socket");
	setenv("VISUAL", "ed", 1);
	cr_expect(is_free("--demo"));
}

Test(sandbox, it_can_be_left_out)
{
	setenv("TUNEORNOT_SANDBOX", "off", 1);
	cr_expect(is_free("check a.cfg"));
	setenv("TUNEORNOT_SANDBOX", "", 1);
	expect(EPERM, "check a.cfg", do_socket, "socket");
}
