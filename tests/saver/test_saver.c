/*
 * Whatever call of the system fails while a file is saved, and however: the
 * file is the old one or the new one, whole; what is said is true; and nothing
 * is left lying about.
 */
#include <criterion/criterion.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atomic_file.h"
#include "reader.h"
#include "session_file.h"
#include "trip.h"

#define LEFT ".file.tuneornot-killed"

static char folder[] = "/tmp/saver-XXXXXX";
static const char old_text[] = "old\n", new_text[] = "new, and longer\n";
static struct file_issue issue;
static struct session session;
static char *session_bytes;

/* More than a stream in memory begins with. */
static void fill_session(void)
{
	static char notes[SESSION_TEXT];
	struct issue trouble;

	memset(notes, 'n', sizeof(notes) - 1);
	cr_assert(session_set(
		&session, SHARED_PLACE(IN_session_notes), notes, &trouble));
	cr_assert(session_set(
		&session, SHARED_PLACE(IN_quality_reason), notes, &trouble));
}

static void enter(void)
{
	size_t size;

	cr_assert(mkdtemp(folder));
	cr_assert_eq(chdir(folder), 0);
	session_init(&session);
	fill_session();
	session_bytes = session_file_format(&session, &size);
	cr_assert(session_bytes);
}

static void leave(void)
{
	char command[64];

	free(session_bytes);
	snprintf(command, sizeof(command), "rm -rf %s", folder);
	cr_assert_eq(system(command), 0);
}

TestSuite(saver, .init = enter, .fini = leave, .timeout = 0);

/* ---- ways to save -------------------------------------------------------- */

static bool overwrite(void)
{
	return atomic_file_write(
		"file", new_text, sizeof(new_text) - 1, &issue);
}

static bool create(void)
{
	return atomic_file_create(
		"file", new_text, sizeof(new_text) - 1, &issue);
}

/* As the wizard does: only if nobody else has written. */
static bool replace(void)
{
	struct stamp known;
	bool changed, done;

	stamp_of_text(&known, old_text, sizeof(old_text) - 1);
	done = atomic_file_replace("file", new_text, sizeof(new_text) - 1,
		&known, &changed, &issue);
	cr_expect(!done || !changed);
	return done;
}

static bool write_session(void)
{
	return session_file_write("file", &session, &issue);
}

static const struct way {
	const char *name;
	bool (*save)(void);
	bool had_one; /* is there a file before? */
} ways[] = {
	{"over an old file", overwrite, true},
	{"where none was", overwrite, false},
	{"to be the first", create, false},
	{"if it is the same", replace, true},
	{"a session", write_session, true},
};

/* ---- what must hold ------------------------------------------------------ */

/* "" when there is none. */
static void read_file(char *out, size_t size)
{
	struct file_issue trouble;
	size_t length;
	char *bytes = reader_slurp("file", 1 << 20, &length, &trouble);

	snprintf(out, size, "%s", bytes ? bytes : "");
	free(bytes);
}

/* Files in the folder; drop: remove them. */
static int count_files(bool drop)
{
	DIR *open_folder = opendir(".");
	const struct dirent *found;
	int count = 0;

	while ((found = readdir(open_folder))) {
		if (!strcmp(found->d_name, ".") || !strcmp(found->d_name, ".."))
			continue;
		count++;
		if (drop)
			unlink(found->d_name);
	}
	closedir(open_folder);
	return count;
}

static int exists(const char *name)
{
	return access(name, F_OK) == 0;
}

static int count_descriptors(void)
{
	int count = 0;

	for (int fd = 0; fd < 256; fd++) {
		struct stat status;

		count += fstat(fd, &status) == 0;
	}
	return count;
}

/* Of a process that was killed while it wrote this very file. */
static void leave_temporary(void)
{
	static const struct timespec long_ago[2];
	int fd = creat(LEFT, 0600);

	cr_assert_geq(fd, 0);
	cr_assert_eq(futimens(fd, long_ago), 0);
	close(fd);
}

static void set_up(const struct way *way)
{
	count_files(true);
	if (way->had_one) {
		cr_assert(atomic_file_write(
			"file", old_text, sizeof(old_text) - 1, &issue));
		if (geteuid() == 0) /* somebody else's, to stay so */
			cr_assert_eq(chown("file", 1, 1), 0);
	}
	leave_temporary();
	memset(&issue, 0, sizeof(issue));
}

static bool says(const char *words)
{
	return strstr(issue.issue.what, words);
}

static void check(const struct way *way, bool done, const char *label)
{
	const char *wanted =
		way->save == write_session ? session_bytes : new_text;
	const char *before = way->had_one ? old_text : "";
	static char text[64 * 1024];

	read_file(text, sizeof(text));
	if (done) {
		cr_expect_str_eq(text, wanted, "%s", label);
		return;
	}
	cr_expect(issue.issue.what[0] && issue.issue.mend[0],
		"%s: says nothing", label);
	if (says("did not confirm"))
		cr_expect_str_eq(text, wanted, "%s", label);
	else
		cr_expect_str_eq(text, before, "%s", label);
}

/* May it fail, and the file be saved all the same? A lock is asked for out of
 * kindness, an old temporary file looked for; what is closed behind the last
 * fsync() was only read. */
static bool may_pass(const struct way *way, enum trip call, int error)
{
	switch (call) {
	case TRIP_CLOSE:
	case TRIP_FCHOWN:
	case TRIP_FLOCK:
	case TRIP_LSTAT:
	case TRIP_OPENAT:
	case TRIP_OPENDIR:
	case TRIP_UNLINK: return true;
	case TRIP_LINK: /* no links here: another way leads there */
		return error == EPERM || error == EOPNOTSUPP || error == ENOSYS;
	case TRIP_READ: /* these two are asked again */
	case TRIP_WRITE: return error == EINTR || error == TRIP_SHORT;
	case TRIP_FSYNC: /* of a folder, where that means nothing */
		return error == EINVAL;
	case TRIP_REALLOC: /* what was read keeps the room it has */
		return way->save == replace;
	case TRIP_REALPATH: /* "is not there" */ return error == ENOENT;
	default: return false;
	}
}

/* What is in doubt is left where it is. */
static bool may_litter(enum trip call)
{
	return call == TRIP_UNLINK || call == TRIP_FLOCK ||
	       call == TRIP_OPENAT || call == TRIP_OPENDIR;
}

/* True: there was such a call, and it failed. */
static bool fail_one(const struct way *way, enum trip call, int nth, int error)
{
	int descriptors = count_descriptors();
	bool done, failed;
	char label[160];

	set_up(way);
	trip_set(call, nth, error);
	done = way->save();
	failed = trip_end();
	snprintf(label, sizeof(label), "%s, %s() number %d: %s", way->name,
		trip_names[call], nth,
		error == TRIP_SHORT ? "short" : strerror(error));
	check(way, done, label);
	if (!failed)
		return false;
	cr_expect(!done || may_pass(way, call, error), "%s: unnoticed", label);
	if (!done && error == ENOSPC)
		cr_expect(says("no room") || says("did not confirm") ||
				  says("write-protected") ||
				  says("somebody else"),
			"%s: says \"%s\"", label, issue.issue.what);
	if (call != TRIP_UNLINK)
		cr_expect_eq(count_files(false), exists("file") + exists(LEFT),
			"%s: litter", label);
	if (done && !may_litter(call))
		cr_expect_not(exists(LEFT), "%s: left there", label);
	cr_expect_eq(count_descriptors(), descriptors, "%s: left open", label);
	return true;
}

static int fail_each(const struct way *way, enum trip call, int error)
{
	int nth = 1;

	while (nth < 100 && fail_one(way, call, nth, error))
		nth++;
	cr_assert_lt(nth, 100);
	return nth - 1;
}

static const int errors[] = {ENOMEM, ENOSPC, EACCES, EIO, EPERM, ENOENT, EINTR,
	EINVAL, EDQUOT, EROFS, ENAMETOOLONG, EEXIST, EOPNOTSUPP, ENOSYS,
	TRIP_SHORT};

static bool is_memory(enum trip call)
{
	return call == TRIP_MALLOC || call == TRIP_REALLOC ||
	       call == TRIP_FOPENCOOKIE;
}

static int fail_all(const struct way *way, enum trip call)
{
	int failed = 0;

	for (size_t e = 0; e < sizeof(errors) / sizeof(errors[0]); e++) {
		if (is_memory(call) != (errors[e] == ENOMEM) ||
			(errors[e] == TRIP_SHORT && call != TRIP_WRITE))
			continue;
		failed += fail_each(way, call, errors[e]);
	}
	return failed;
}

Test(saver, keeps_the_old_or_the_new_whichever_call_fails)
{
	int failed[TRIPS] = {0};

	for (size_t w = 0; w < sizeof(ways) / sizeof(ways[0]); w++)
		for (int call = 0; call < TRIPS; call++)
			failed[call] += fail_all(&ways[w], (enum trip)call);
	/* A call that never failed was not tested: it goes by another name. */
	for (int call = 0; call < TRIPS; call++)
		cr_expect(failed[call] || call == TRIP_CALLOC ||
				  (call == TRIP_FCHOWN && geteuid() != 0),
			"%s() was never called", trip_names[call]);
}

/* Without hard links a name is claimed by an empty file: it goes again when
 * the file cannot take its place. */
Test(saver, claims_a_name_and_gives_it_back)
{
	static const enum trip calls[] = {TRIP_OPEN, TRIP_RENAME};

	for (size_t i = 0; i < sizeof(calls) / sizeof(calls[0]); i++) {
		int both = 0;

		for (int nth = 1; nth < 9; nth++) {
			bool done;

			count_files(true);
			trip_set(TRIP_LINK, 1, EPERM);
			trip_add(calls[i], nth, EIO);
			done = atomic_file_create(
				"file", new_text, sizeof(new_text) - 1, &issue);
			if (!trip_end())
				continue; /* it came too early, or never */
			both++;
			cr_expect_not(done);
			cr_expect_eq(count_files(false), 0);
		}
		cr_expect(both, "%s()", trip_names[calls[i]]);
	}
}

/* Where neither owner nor group can be given back, the group gets nothing: it
 * would be another one. */
Test(saver, another_group_gets_no_rights)
{
	struct stat status;

	set_up(&ways[0]);
	if (geteuid() != 0)
		cr_skip_test("only root has files of others");
	cr_assert_eq(chmod("file", 0664), 0);
	trip_set(TRIP_FCHOWN, 1, EPERM);
	trip_add(TRIP_FCHOWN, 1, EPERM);
	cr_expect(overwrite());
	cr_expect(trip_end());
	cr_assert_eq(stat("file", &status), 0);
	cr_expect_eq(status.st_mode & 0777, 0604);
}
