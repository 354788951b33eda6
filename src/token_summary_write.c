#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "memory_stream.h"
#include "token_summary_file.h"

static void write_list(FILE *out, const uint64_t *numbers, int count)
{
	for (int i = 0; i < count; i++)
		fprintf(out, "%s%" PRIu64, i ? "," : "", numbers[i]);
}

static void write_buckets(FILE *out, const struct token_sketch *sketch)
{
	const char *between = "";

	for (int i = 0; i < TOKEN_BUCKETS; i++) {
		if (!sketch->count[i])
			continue;
		fprintf(out, "%s%d,%" PRIu64, between, i, sketch->count[i]);
		between = ",";
	}
}

static void write_days(FILE *out, const struct token_model *model)
{
	if (model->crowded) {
		fputs(",\"days\":null", out);
		return;
	}
	fputs(",\"days\":[", out);
	for (int i = 0; i < model->days; i++) {
		const struct token_day *day = &model->day[i];

		fprintf(out, "%s%d,%" PRIu64 ",", i ? "," : "", (int)day->day,
			day->requests);
		write_list(out, day->sum, TOKEN_KINDS);
	}
	fputc(']', out);
}

/* Escaped where JSON wants it; false: out of memory. */
static bool write_name(FILE *out, const char *name)
{
	json_t *text = json_string(name);
	char *written =
		text ? json_dumps(text, JSON_ENCODE_ANY | JSON_ENSURE_ASCII)
		     : NULL;

	bool done = written && fprintf(out, "{\"name\":%s", written) > 0;

	free(written);
	json_decref(text);
	return done;
}

static bool write_model(FILE *out, const struct token_model *model)
{
	if (!write_name(out, model->name))
		return false;
	fprintf(out, ",\"requests\":%" PRIu64 ",\"timed\":%" PRIu64,
		model->requests, model->timed);
	fputs(",\"sum\":[", out);
	write_list(out, model->sum, TOKEN_KINDS);
	fputs("],\"squares\":[", out);
	for (int i = 0; i < TOKEN_KINDS; i++)
		fprintf(out, "%s[%" PRIu64 ",%" PRIu64 "]", i ? "," : "",
			model->squares[i].high, model->squares[i].low);
	fputs("],\"buckets\":[", out);
	for (int i = 0; i < TOKEN_KINDS; i++) {
		fputs(i ? ",[" : "[", out);
		write_buckets(out, &model->sketch[i]);
		fputc(']', out);
	}
	fputc(']', out);
	write_days(out, model);
	fputc('}', out);
	return true;
}

static bool write_summary(FILE *out, const struct token_summary *summary)
{
	fprintf(out,
		"{\"tuneornot_usage\":1,\"first\":%" PRId64 ",\"last\":%" PRId64
		",\"skipped\":[",
		summary->first, summary->last);
	write_list(out, summary->skipped + TOKEN_LINE_SKIPS,
		TOKEN_LINES - TOKEN_LINE_SKIPS);
	fputs("],\"models\":[", out);
	for (int i = 0; i < summary->models; i++) {
		if (i)
			fputc(',', out);
		if (!write_model(out, summary->model[i]))
			return false;
	}
	fputc(']', out);
	if (summary->others) {
		fputs(",\"others\":", out);
		if (!write_model(out, summary->others))
			return false;
	}
	fputs("}\n", out);
	return !ferror(out);
}

char *token_summary_format(const struct token_summary *summary, size_t *size)
{
	char *bytes = NULL;
	FILE *memory = memory_stream(&bytes, size);
	bool done = memory && write_summary(memory, summary);

	if (memory && fclose(memory))
		done = false;
	if (done)
		return bytes;
	free(bytes);
	return NULL;
}
