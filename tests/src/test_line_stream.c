#include "line_stream.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* Lines as they came, each in brackets. */
struct heard {
	char text[4096];
	uint64_t lines, longest, left_out;
	uint64_t stop; /* at this line; 0: never */
};

static bool hear(void *context, const char *bytes, size_t size, uint64_t number)
{
	struct heard *heard = context;
	size_t length = strlen(heard->text);

	cr_expect_eq(number, ++heard->lines);
	heard->left_out += !bytes;
	if (size > heard->longest)
		heard->longest = size;
	if (bytes && length + size + 3 < sizeof(heard->text))
		snprintf(heard->text + length, size + 3, "[%.*s]", (int)size,
			bytes);
	return number != heard->stop;
}

static struct heard listen(FILE *file, size_t piece, uint64_t stop, bool *done)
{
	struct heard heard = {.stop = stop};
	struct line_stream stream = {
		.line = hear, .context = &heard, .piece = piece};

	rewind(file);
	*done = line_stream_read(&stream, fileno(file));
	return heard;
}

static FILE *file_of(const char *text)
{
	FILE *file = tmpfile();

	cr_assert(file);
	fputs(text, file);
	fflush(file);
	return file;
}

/* Pieces of every size split every line at every byte. */
Test(line_stream, lines_come_whole_whatever_the_pieces)
{
	FILE *file = file_of("first\n\nthe third is longer\r\nx\n\n\nlast");
	bool done;

	for (size_t piece = 1; piece < 50; piece++) {
		struct heard heard = listen(file, piece, 0, &done);

		cr_expect(done);
		cr_expect_str_eq(heard.text,
			"[first][][the third is longer\r][x][][][last]");
	}
	fclose(file);
}

Test(line_stream, an_end_of_line_at_the_end_is_no_line)
{
	bool done;
	FILE *file = file_of("a\n");

	cr_expect_str_eq(listen(file, 1, 0, &done).text, "[a]");
	fclose(file);
	file = file_of("");
	cr_expect_eq(listen(file, 1, 0, &done).lines, 0);
	cr_expect(done);
	fclose(file);
}

Test(line_stream, the_listener_can_end_it)
{
	bool done;
	FILE *file = file_of("a\nb\nc\n");

	cr_expect_str_eq(listen(file, 1, 2, &done).text, "[a][b]");
	cr_expect_not(done);
	fclose(file);
}

/* The longest line that is handed over, one byte more, and much more. */
Test(line_stream, passes_over_lines_that_are_too_long)
{
	static const size_t sizes[] = {LINE_STREAM_MOST, LINE_STREAM_MOST + 1,
		3 * (size_t)LINE_STREAM_MOST};
	char *blanks = malloc(sizes[2]);

	cr_assert(blanks);
	memset(blanks, ' ', sizes[2]);
	for (int i = 0; i < 3; i++) {
		FILE *file = file_of("a\n");
		struct heard heard;
		bool done;

		cr_assert_eq(fwrite(blanks, 1, sizes[i], file), sizes[i]);
		fputs("\nb\n", file);
		fflush(file);
		heard = listen(file, 0, 0, &done);
		cr_expect(done);
		cr_expect_eq(heard.lines, 3);
		cr_expect_eq(heard.left_out, i > 0);
		cr_expect_eq(heard.longest, i > 0 ? 1 : LINE_STREAM_MOST);
		fclose(file);
	}
	free(blanks);
}

/* 64 MiB of lines take no more room than a few. */
Test(line_stream, memory_stays_constant)
{
	static const char line[1000] = {[999] = '\n'};
	FILE *file = tmpfile();
	struct rusage before, after;
	struct heard heard;
	bool done;

	cr_assert(file);
	for (int i = 0; i < 67000; i++)
		cr_assert_eq(fwrite(line, 1, sizeof(line), file), sizeof(line));
	fflush(file);
	getrusage(RUSAGE_SELF, &before);
	heard = listen(file, 0, 0, &done);
	getrusage(RUSAGE_SELF, &after);
	cr_expect(done);
	cr_expect_eq(heard.lines, 67000);
	cr_expect_leq(after.ru_maxrss - before.ru_maxrss, 8 << 10);
	fclose(file);
}

Test(line_stream, says_when_it_cannot_read)
{
	struct heard heard = {.stop = 0};
	struct line_stream stream = {.line = hear, .context = &heard};

	cr_expect_not(line_stream_read(&stream, -1));
	cr_expect_eq(heard.lines, 0);
}
