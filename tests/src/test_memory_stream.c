#include "memory_stream.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

static char *bytes;
static size_t size;

Test(memory_stream, holds_what_was_written_with_a_nul_behind_it)
{
	FILE *stream = memory_stream(&bytes, &size);

	cr_assert(stream);
	fprintf(stream, "%d and ", 12);
	cr_assert_eq(fflush(stream), 0);
	cr_expect_str_eq(bytes, "12 and ");
	fwrite("a\0b", 1, 3, stream);
	cr_assert_eq(fclose(stream), 0);
	cr_expect_eq(size, 10);
	cr_expect_eq(memcmp(bytes, "12 and a\0b", 11), 0);
	free(bytes);
}

Test(memory_stream, of_nothing_is_the_empty_text)
{
	FILE *stream;

	size = 99;
	stream = memory_stream(&bytes, &size);
	cr_assert_eq(fclose(stream), 0);
	cr_expect_eq(size, 0);
	cr_expect_str_eq(bytes, "");
	free(bytes);
}

Test(memory_stream, grows_as_needed)
{
	FILE *stream = memory_stream(&bytes, &size);

	for (int i = 0; i < 300000; i++)
		cr_assert_gt(fprintf(stream, "%06d\n", i), 0);
	cr_assert_eq(fclose(stream), 0);
	cr_assert_eq(size, 300000 * 7);
	for (int i = 0; i < 300000; i += 999)
		cr_expect_eq(atoi(bytes + (size_t)i * 7), i);
	free(bytes);
}

/* Whatever its first room is, the NUL must find some (see a sanitizer). */
Test(memory_stream, has_room_for_the_nul_at_every_length)
{
	static const char block[5000];

	for (size_t length = 4000; length < sizeof(block); length++) {
		FILE *stream = memory_stream(&bytes, &size);

		setvbuf(stream, NULL, _IONBF, 0);
		fwrite(block, 1, length, stream);
		cr_assert_eq(fclose(stream), 0);
		cr_assert_eq(size, length);
		free(bytes);
	}
}

Test(memory_stream, begins_again_after_rewind)
{
	FILE *stream = memory_stream(&bytes, &size);

	fputs("the first one", stream);
	fflush(stream);
	rewind(stream);
	fputs("more", stream);
	fflush(stream);
	cr_expect_eq(size, 4);
	cr_expect_str_eq(bytes, "more");
	cr_assert_eq(fclose(stream), 0);
	free(bytes);
}

/* It only begins again, or says where it is. */
Test(memory_stream, goes_to_no_other_place)
{
	FILE *stream = memory_stream(&bytes, &size);

	fputs("the first one", stream);
	cr_expect_eq(ftell(stream), 13);
	cr_expect_neq(fseek(stream, 4, SEEK_SET), 0);
	cr_expect_neq(fseek(stream, 0, SEEK_END), 0);
	cr_expect_neq(fseek(stream, -2, SEEK_CUR), 0);
	fputs(".", stream);
	cr_assert_eq(fclose(stream), 0);
	cr_expect_str_eq(bytes, "the first one.");
	free(bytes);
}

/* Sanitizers reserve more than any limit. */
#if !defined(__SANITIZE_ADDRESS__)
Test(memory_stream, says_that_memory_ran_out)
{
	const struct rlimit limit = {256 << 20, 256 << 20};
	static char block[1 << 20];
	FILE *stream = memory_stream(&bytes, &size);

	cr_assert_eq(setrlimit(RLIMIT_AS, &limit), 0);
	for (int i = 0; i < 256; i++)
		fwrite(block, 1, sizeof(block), stream);
	cr_expect(ferror(stream));
	cr_expect_neq(fclose(stream), 0);
	free(bytes);
}
#endif
