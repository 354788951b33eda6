/*
 * A file of summaries, one a line: refused in words, or added up without a sum
 * running over; what it says is shown as harmless text.
 */
#include <string.h>

#include "claims.h"
#include "fuzz.h"
#include "token_summary_file.h"
#include "token_table.h"

static void check_table(const struct token_summary *summary)
{
	struct token_model *total = token_model_new("");
	char *text = NULL;
	size_t size;
	struct page page = {.out = open_memstream(&text, &size)};
	bool merged = true;

	MUST(total && page.out);
	for (int i = 0; merged && i < summary->models; i++)
		merged = token_model_merge(total, summary->model[i]);
	if (merged && summary->others)
		merged = token_model_merge(total, summary->others);
	if (merged && total->requests)
		MUST(token_table_print(&page, summary, total));
	fclose(page.out);
	must_be_lines(text, size, 80);
	free(text);
	token_model_free(total);
}

static void check_again(const struct token_summary *summary)
{
	struct token_summary again = {.models = 0};
	struct issue issue = {.column = 0};
	size_t size, size_again;
	char *bytes = token_summary_format(summary, &size), *bytes_again;

	MUST(bytes && token_summary_parse(bytes, size, &again, &issue));
	bytes_again = token_summary_format(&again, &size_again);
	MUST(size == size_again && !memcmp(bytes, bytes_again, size));
	free(bytes);
	free(bytes_again);
	token_summary_release(&again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz fuzz = fuzz_begin(data, size);
	struct token_summary summary = {.models = 0};
	char *line;

	while ((line = fuzz_line(&fuzz))) {
		struct issue issue = {.column = 0};

		if (!token_summary_parse(line, strlen(line), &summary, &issue))
			MUST(issue.what[0]);
		free(line);
	}
	check_table(&summary);
	check_again(&summary);
	token_summary_release(&summary);
	return 0;
}
