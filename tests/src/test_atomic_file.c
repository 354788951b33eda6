#include <criterion/criterion.h>
#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "atomic_file.h"
#include "atomic_temp.h"
#include "reader.h"

/* A folder of our own, which is the current one while a test runs. */
static char folder[] = "/tmp/atomic-file-XXXXXX";
static struct file_issue issue;

static void enter(void)
{
	cr_assert(mkdtemp(folder));
	cr_assert_eq(chdir(folder), 0);
}

static void leave(void)
{
	char command[64];

	snprintf(command, sizeof(command), "rm -rf %s", folder);
	cr_assert_eq(system(command), 0);
}

TestSuite(atomic_file, .init = enter, .fini = leave);

static bool put(const char *path, const char *text)
{
	return atomic_file_write(path, text, strlen(text), &issue);
}

static void expect_text(const char *path, const char *text)
{
	struct file_issue trouble;
	size_t size;
	char *bytes = reader_slurp(path, 1 << 20, &size, &trouble);

	cr_assert(bytes, "%s: %s", path, trouble.issue.what);
	cr_expect_str_eq(bytes, text);
	free(bytes);
}

/* What lies in the folder, without . and .. */
static int count_files(void)
{
	DIR *open_folder = opendir(".");
	int count = -2;

	while (readdir(open_folder))
		count++;
	closedir(open_folder);
	return count;
}

static int mode_of(const char *path)
{
	struct stat status;

	cr_assert_eq(stat(path, &status), 0);
	return (int)(status.st_mode & 07777);
}

Test(atomic_file, makes_a_new_file_for_the_user_alone)
{
	umask(0);
	cr_assert(put("new", "text"));
	expect_text("new", "text");
	cr_expect_eq(mode_of("new"), 0600);
	cr_expect_eq(count_files(), 1);
}

Test(atomic_file, keeps_permissions)
{
	static const int modes[] = {0600, 0644, 0664, 0640, 0755};

	umask(077);
	cr_assert(put("old", "1"));
	for (size_t i = 0; i < sizeof(modes) / sizeof(*modes); i++) {
		chmod("old", (mode_t)modes[i]);
		cr_assert(put("old", "2"));
		cr_expect_eq(mode_of("old"), modes[i]);
	}
}

Test(atomic_file, a_link_stays_a_link)
{
	struct stat status;

	mkdir("far", 0700);
	cr_assert(put("far/real", "1"));
	cr_assert_eq(symlink("far/real", "link"), 0);
	cr_assert_eq(symlink("link", "link2"), 0);
	cr_assert(put("link2", "2"));
	cr_assert_eq(lstat("link", &status), 0);
	cr_expect(S_ISLNK(status.st_mode));
	cr_assert_eq(lstat("link2", &status), 0);
	cr_expect(S_ISLNK(status.st_mode));
	expect_text("far/real", "2");
	cr_expect_eq(count_files(), 3);
}

Test(atomic_file, refuses_what_is_no_file)
{
	mkdir("folder", 0700);
	mkfifo("fifo", 0600);
	cr_assert_eq(symlink("nowhere", "dangling"), 0);
	cr_assert_eq(symlink("loop", "loop"), 0);
	static const char *const paths[] = {"folder", "folder/", ".", "fifo",
		"/dev/null", "/dev/full", "dangling", "loop", "none/file",
		"fifo/file", "", "/"};

	for (size_t i = 0; i < sizeof(paths) / sizeof(*paths); i++) {
		cr_expect_not(put(paths[i], "x"), "%s", paths[i]);
		cr_expect(issue.issue.what[0] && issue.issue.mend[0], "%s",
			paths[i]);
		cr_expect_str_eq(issue.file, paths[i]);
	}
	cr_expect_eq(count_files(), 4);
}

Test(atomic_file, says_that_a_folder_is_read_only)
{
	cr_assert(put("old", "1"));
	chmod(".", 0500);
	if (!access(".", W_OK)) /* nothing is read-only for root */
		cr_skip_test("running as root");
	cr_expect_not(put("old", "2"));
	cr_expect(
		strstr(issue.issue.what, "read-only"), "%s", issue.issue.what);
	cr_expect_not(put("new", "2"));
	chmod(".", 0700);
	expect_text("old", "1");
	cr_expect_eq(count_files(), 1);
}

/* A limit on the size of files stands for the disk that is full. */
Test(atomic_file, a_full_disk_leaves_the_old_file_whole)
{
	static char large[100000];
	struct rlimit limit = {.rlim_cur = 5000, .rlim_max = RLIM_INFINITY};

	cr_assert(put("old", "1"));
	signal(SIGXFSZ, SIG_IGN);
	cr_assert_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
	cr_expect_not(atomic_file_write("old", large, sizeof(large), &issue));
	cr_expect(strstr(issue.issue.what, "room"), "%s", issue.issue.what);
	cr_expect_not(atomic_file_create("new", large, sizeof(large), &issue));
	limit.rlim_cur = RLIM_INFINITY;
	setrlimit(RLIMIT_FSIZE, &limit);
	expect_text("old", "1");
	cr_expect_eq(count_files(), 1, "something was left behind");
}

Test(atomic_file, create_never_overwrites)
{
	cr_assert(atomic_file_create("new", "1", 1, &issue));
	cr_assert_eq(symlink("nowhere", "dangling"), 0);
	cr_expect_not(atomic_file_create("new", "2", 1, &issue));
	cr_expect(strstr(issue.issue.what, "exists already"), "%s",
		issue.issue.what);
	cr_expect_not(atomic_file_create("dangling", "2", 1, &issue));
	expect_text("new", "1");
	cr_expect_eq(count_files(), 2);
	cr_expect_eq(mode_of("new"), 0600);
}

Test(atomic_file, the_longest_names_can_be_saved)
{
	char name[257];

	memset(name, 'n', sizeof(name));
	name[255] = '\0';
	cr_expect(put(name, "1"), "%s", issue.issue.what);
	cr_expect(put(name, "2"), "%s", issue.issue.what);
	expect_text(name, "2");
	name[255] = 'n';
	name[256] = '\0';
	cr_expect_not(put(name, "3"));
	cr_expect(strstr(issue.issue.what, "too long"), "%s", issue.issue.what);
	cr_expect_eq(count_files(), 1);
}

/* The temporary file's name is cut, and not inside a character. */
Test(atomic_file, long_names_of_wide_characters_can_be_saved)
{
	char name[256] = "";

	for (int i = 0; i < 85; i++)
		strcat(name, "価");
	cr_expect(put(name, "1"), "%s", issue.issue.what);
	cr_expect(put(name, "2"), "%s", issue.issue.what);
	expect_text(name, "2");
	cr_expect_eq(count_files(), 1);
}

/* Into the folder below, and below that, until there is only so much room for
 * a name in a path. */
static void descend(size_t room)
{
	char path[PATH_MAX], name[201];
	size_t left;

	cr_assert(getcwd(path, sizeof(path)));
	while ((left = PATH_MAX - 1 - strlen(path) - 1) > room + 1) {
		size_t length = left - room - 1;

		if (length > sizeof(name) - 1)
			length = sizeof(name) - 1;
		memset(name, 'd', length);
		name[length] = '\0';
		cr_assert_eq(mkdir(name, 0700), 0);
		cr_assert_eq(chdir(name), 0);
		cr_assert(getcwd(path, sizeof(path)));
	}
}

Test(atomic_file, paths_that_are_too_long_are_told)
{
	static char path[PATH_MAX + 1];

	memset(path, '/', sizeof(path) - 1);
	cr_expect_not(put(path, "1"));
	cr_expect(strstr(issue.issue.what, "too long"), "%s", issue.issue.what);
	descend(20);
	cr_expect_not(put("a-name-that-is-longer-than-20", "1"));
	cr_expect(strstr(issue.issue.what, "too long"), "%s", issue.issue.what);
	cr_expect_not(atomic_file_create(
		"a-name-that-is-longer-than-20", "1", 1, &issue));
	cr_expect(strstr(issue.issue.what, "too long"), "%s", issue.issue.what);
	cr_expect_not(put("short", "1"), "its temporary name is too long");
	cr_expect(strstr(issue.issue.what, "too long"), "%s", issue.issue.what);
	cr_expect_eq(count_files(), 0);
}

Test(atomic_file, writes_nothing_and_much)
{
	static char large[3000000];
	struct stat status;

	cr_expect(put("old", ""));
	expect_text("old", "");
	cr_expect(atomic_file_write("old", large, sizeof(large), &issue));
	cr_assert_eq(stat("old", &status), 0);
	cr_expect_eq(status.st_size, sizeof(large));
}

Test(atomic_file, in_pieces_it_takes_its_name_at_the_end)
{
	struct atomic_file file;

	cr_assert(put("old", "1"));
	cr_assert(atomic_file_begin(&file, "old", &issue));
	cr_expect(atomic_file_put(&file, "a", 1));
	cr_expect(atomic_file_put(&file, "bc", 2));
	expect_text("old", "1");
	cr_expect(atomic_file_end(&file));
	expect_text("old", "abc");
	cr_expect_eq(count_files(), 1);
}

Test(atomic_file, dropped_it_was_never_there)
{
	struct atomic_file file;

	cr_assert(put("old", "1"));
	cr_assert(atomic_file_begin(&file, "old", &issue));
	cr_expect(atomic_file_put(&file, "abc", 3));
	atomic_file_drop(&file);
	atomic_file_drop(&file); /* again does no harm */
	expect_text("old", "1");
	cr_expect_eq(count_files(), 1);
	cr_expect_not(atomic_file_begin(&file, "no-such-folder/x", &issue));
}

static void age(const char *path, long seconds)
{
	struct timespec times[2];

	clock_gettime(CLOCK_REALTIME, &times[0]);
	times[0].tv_sec -= seconds;
	times[1] = times[0];
	cr_assert_eq(utimensat(AT_FDCWD, path, times, 0), 0);
}

/* Not a file, or not ours; both as old as they must be. */
static void leave_others(void)
{
	const struct timespec old[2] = {{.tv_sec = 1}, {.tv_sec = 1}};

	cr_assert_eq(symlink("a.cfg", ".a.cfg.tuneornot-AbCdE4"), 0);
	cr_assert_eq(utimensat(AT_FDCWD, ".a.cfg.tuneornot-AbCdE4", old,
			     AT_SYMLINK_NOFOLLOW),
		0);
	cr_assert(put(".a.cfg.tuneornot-AbCdE5", "theirs"));
	age(".a.cfg.tuneornot-AbCdE5", 100);
	if (geteuid() == 0)
		cr_assert_eq(chown(".a.cfg.tuneornot-AbCdE5", 1, 1), 0);
}

static void expect_others(void)
{
	struct stat status;

	cr_expect_eq(lstat(".a.cfg.tuneornot-AbCdE4", &status), 0);
	if (geteuid() == 0)
		cr_expect_eq(access(".a.cfg.tuneornot-AbCdE5", F_OK), 0);
}

Test(atomic_file, what_was_left_of_any_name_goes)
{
	cr_assert(put(".a.cfg.tuneornot-AbCdE1", "left"));
	cr_assert(put(".b.tuneornot-AbCdE1", "left"));
	cr_assert(put(".tuneornot-", "stays"));
	cr_assert(put("b.tuneornot-AbCdE1", "stays"));
	age(".a.cfg.tuneornot-AbCdE1", 100);
	age(".b.tuneornot-AbCdE1", 100);
	age(".tuneornot-", 100);
	age("b.tuneornot-AbCdE1", 100);
	atomic_file_sweep(".", NULL);
	cr_expect_eq(count_files(), 2);
	expect_text(".tuneornot-", "stays");
	expect_text("b.tuneornot-AbCdE1", "stays");
	atomic_file_sweep("no-such-folder", NULL);
}

Test(atomic_file, what_a_killed_writer_left_goes_and_nothing_else)
{
	static const char *const stays[] = {".a.cfg.tuneornot-AbCdE2",
		".b.cfg.tuneornot-AbCdE1", ".a.cfg.backup",
		".a.cfg.tuneornot-AbCdE3", ".a.cfg.backup-of-yesterday"};
	struct file_issue trouble;
	int fd;

	leave_others();

	cr_assert(put(".a.cfg.tuneornot-AbCdE1", "left"));
	for (int i = 0; i < 5; i++)
		cr_assert(put(stays[i], "stays"));
	age(".a.cfg.tuneornot-AbCdE1", 100);
	for (int i = 1; i < 5; i++)
		age(stays[i], 100);
	fd = open(stays[3], O_RDONLY); /* its writer lives */
	cr_assert_eq(flock(fd, LOCK_EX), 0);
	cr_assert(atomic_file_write("a.cfg", "new", 3, &trouble));
	cr_expect_neq(access(".a.cfg.tuneornot-AbCdE1", F_OK), 0);
	for (int i = 0; i < 5; i++)
		cr_expect_eq(access(stays[i], F_OK), 0, "%s", stays[i]);
	expect_others();
	close(fd);
}

/* A lock is asked for out of kindness: nobody can hold back a save for good. */
Test(atomic_file, a_folder_that_stays_locked_holds_nothing_back)
{
	struct stamp known;
	bool changed;
	int fd = open(".", O_RDONLY | O_DIRECTORY);

	cr_assert_eq(flock(fd, LOCK_EX), 0);
	cr_assert(put("old", "1"));
	known = stamp_take("old");
	cr_expect(atomic_file_replace("old", "2", 1, &known, &changed, &issue));
	expect_text("old", "2");
	close(fd);
}

Test(atomic_file, a_file_that_changed_meanwhile_is_not_replaced)
{
	struct stamp stamp;
	bool changed;

	put("a", "one");
	stamp = stamp_take("a");
	cr_expect(atomic_file_replace("a", "two", 3, &stamp, &changed, &issue));
	cr_expect(!changed);
	cr_expect(
		!atomic_file_replace("a", "six", 3, &stamp, &changed, &issue));
	cr_expect(changed);
	expect_text("a", "two");
	cr_expect_eq(count_files(), 1);
	stamp = (struct stamp){.there = false};
	cr_expect(
		!atomic_file_replace("a", "six", 3, &stamp, &changed, &issue));
	cr_expect(changed, "it was not to be there");
}

/* The lowest number that is free says whether one was kept. */
static int free_number(void)
{
	int fd = open("/dev/null", O_RDONLY | O_CLOEXEC);

	close(fd);
	return fd;
}

Test(atomic_file, leaves_nothing_open)
{
	int before = free_number();
	struct atomic_file file;

	cr_expect(put("a", "1"));
	cr_expect(put("a", "2"));
	cr_expect_not(put(".", "3"));
	cr_expect_not(put("none/a", "3"));
	cr_expect_not(atomic_file_create("a", "3", 1, &issue));
	cr_assert(atomic_file_begin(&file, "a", &issue));
	atomic_file_drop(&file);
	cr_expect_eq(free_number(), before);
}

Test(atomic_file, no_file_can_be_opened_any_more)
{
	struct rlimit limit;
	struct atomic_file file;

	cr_assert(put("a", "1"));
	cr_assert_eq(getrlimit(RLIMIT_NOFILE, &limit), 0);
	for (int more = 0; more < 2; more++) {
		limit.rlim_cur = (rlim_t)(free_number() + more);
		cr_assert_eq(setrlimit(RLIMIT_NOFILE, &limit), 0);
		cr_expect_not(atomic_file_begin(&file, "a", &issue));
		cr_expect(strstr(issue.issue.what, "cannot be written"), "%s",
			issue.issue.what);
		limit.rlim_cur = limit.rlim_max;
		setrlimit(RLIMIT_NOFILE, &limit);
	}
	expect_text("a", "1");
	cr_expect_eq(count_files(), 1);
}

Test(atomic_file, the_owner_stays_the_owner)
{
	struct stat status;

	if (geteuid() != 0)
		cr_skip_test("only root can give files away");
	cr_assert(put("a", "1"));
	chmod("a", 0640);
	for (int other = 0; other < 3; other++) {
		uid_t user = other == 1 ? geteuid() : 1234;
		gid_t group = other == 2 ? getegid() : 5678;

		cr_assert_eq(chown("a", user, group), 0);
		cr_assert(put("a", "2"));
		cr_assert_eq(stat("a", &status), 0);
		cr_expect_eq(status.st_uid, user);
		cr_expect_eq(status.st_gid, group);
		cr_expect_eq(mode_of("a"), 0640);
	}
}
