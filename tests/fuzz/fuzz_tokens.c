/*
 * A token log, line by line, the lines dealt to two summaries: added up they
 * are the summary of all, which travels through a file unchanged.
 */
#include <string.h>

#include "claims.h"
#include "fuzz.h"
#include "token_summary_file.h"
#include "token_table.h"

static void take(struct token_summary *summary, const char *line, size_t size)
{
	struct token_use use;
	enum token_line kind = token_log_line(line, size, &use);

	if (kind != TOKEN_LINE_USE) {
		summary->skipped[kind]++;
		return;
	}
	for (int i = 0; i < TOKEN_KINDS; i++)
		MUST(use.tokens[i] <= TOKEN_MOST);
	MUST(memchr(use.model, '\0', sizeof(use.model)));
	MUST(token_summary_add(summary, &use));
}

static char *format(const struct token_summary *summary, size_t *size)
{
	char *bytes = token_summary_format(summary, size);

	MUST(bytes);
	return bytes;
}

static void check_travelled(const struct token_summary *summary)
{
	struct token_summary again = {.models = 0};
	struct issue issue = {.column = 0};
	size_t size, size_again;
	char *bytes = format(summary, &size), *bytes_again;

	MUST(token_summary_is(bytes, size));
	MUST(token_summary_parse(bytes, size, &again, &issue));
	bytes_again = format(&again, &size_again);
	MUST(size == size_again && !memcmp(bytes, bytes_again, size));
	free(bytes);
	free(bytes_again);
	token_summary_release(&again);
}

/* Blank lines are told, but not kept. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct token_summary half[2];
	struct fuzz fuzz = fuzz_begin(data, size);
	int count = 0;

	memset(half, 0, sizeof(half));
	while (fuzz.left) {
		const uint8_t *end = memchr(fuzz.at, '\n', fuzz.left);
		size_t length = end ? (size_t)(end - fuzz.at) : fuzz.left;
		char *line = fuzz_text(&fuzz, length);

		fuzz_byte(&fuzz);
		take(&half[count++ % 2], line, length);
		free(line);
	}
	half[0].skipped[TOKEN_LINE_BLANK] = 0;
	half[1].skipped[TOKEN_LINE_BLANK] = 0;
	check_travelled(&half[0]);
	MUST(token_summary_merge(&half[0], &half[1]));
	check_travelled(&half[0]);
	token_summary_release(&half[0]);
	token_summary_release(&half[1]);
	return 0;
}
