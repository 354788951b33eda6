#include "stamp.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char path[] = "/tmp/stamp-XXXXXX";

static void make(void)
{
	int fd = mkstemp(path);

	cr_assert_eq(write(fd, "text", 4), 4);
	close(fd);
}

static void drop(void)
{
	unlink(path);
}

TestSuite(stamp, .init = make, .fini = drop);

static void write_into(const char *text)
{
	int fd = open(path, O_WRONLY | O_TRUNC);

	cr_assert_eq(write(fd, text, strlen(text)), (ssize_t)strlen(text));
	close(fd);
}

static void set_time(long seconds)
{
	struct timespec times[2] = {{.tv_sec = seconds}, {.tv_sec = seconds}};

	cr_assert_eq(utimensat(AT_FDCWD, path, times, 0), 0);
}

/* The values that everybody has for FNV-1a with 64 bits. */
Test(stamp, the_hash_is_fnv_1a)
{
	cr_expect_eq(stamp_hash("", 0), UINT64_C(0xcbf29ce484222325));
	cr_expect_eq(stamp_hash("a", 1), UINT64_C(0xaf63dc4c8601ec8c));
	cr_expect_eq(stamp_hash("foobar", 6), UINT64_C(0x85944171f73967e8));
}

Test(stamp, what_a_file_says_is_what_counts)
{
	struct stamp before = stamp_take(path), now;

	set_time(1000);
	now = stamp_take(path);
	cr_expect(stamp_equal(&before, &now), "a touch is no change");
	write_into("tent");
	now = stamp_take(path);
	cr_expect_not(stamp_equal(&before, &now));
	now = before;
	now.size++;
	cr_expect_not(stamp_equal(&before, &now));
}

Test(stamp, a_file_that_is_not_there_is_like_no_other)
{
	struct stamp none = stamp_take("/tmp/stamp/none"), there, text;

	there = stamp_take(path);
	cr_expect_not(none.there);
	cr_expect(stamp_equal(&none, &none));
	cr_expect_not(stamp_equal(&none, &there));
	cr_expect_not(stamp_equal(&there, &none));
	text = none;
	stamp_of_text(&text, "text", 4);
	cr_expect(stamp_equal(&text, &there));
}

Test(stamp, without_reading_its_times_and_its_size_tell)
{
	struct stamp stamp = stamp_take(path);
	struct stamp none = {.there = false};

	cr_expect(stamp_looks_the_same(&stamp, path));
	cr_expect_not(stamp_looks_the_same(&none, path));
	cr_expect_not(stamp_looks_the_same(&stamp, "/tmp/stamp/none"));
	cr_expect(stamp_looks_the_same(&none, "/tmp/stamp/none"));
	set_time(1000);
	cr_expect_not(stamp_looks_the_same(&stamp, path));
}

/* Each of them alone gives it away. */
Test(stamp, any_sign_of_a_change_is_enough)
{
	const struct stamp stamp = stamp_take(path);
	struct stamp other[7];

	for (int i = 0; i < 7; i++)
		other[i] = stamp;
	other[0].size++;
	other[1].device++;
	other[2].inode++;
	other[3].written.tv_sec++;
	other[4].written.tv_nsec ^= 1;
	other[5].changed.tv_sec++;
	other[6].changed.tv_nsec ^= 1;
	for (int i = 0; i < 7; i++)
		cr_expect_not(stamp_looks_the_same(&other[i], path), "%d", i);
}
