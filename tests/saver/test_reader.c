/*
 * Whatever call of the system fails while a file is read: it is as if nothing
 * had gone wrong, or nothing of the file is used, and that is said.
 */
#include <criterion/criterion.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "catalogue_file.h"
#include "catalogue_write.h"
#include "json_memory.h"
#include "line_stream.h"
#include "price_map.h"
#include "session_file.h"
#include "theme_file.h"
#include "token_summary_file.h"
#include "token_time.h"
#include "trip.h"

static struct file_issue issue;

/* ---- what is read -------------------------------------------------------- */

/* What a reader made of its file, as text; NULL: it has refused. */
typedef char *reading(void);

static char *read_session(void)
{
	static struct session session;
	size_t size;
	enum seal seal;

	if (!session_file_read(TEST_SOURCE "/share/examples/support-triage.cfg",
		    &session, &seal, &issue))
		return NULL;
	trip_pause();
	return session_file_format(&session, &size);
}

static char *text_of(struct catalogue_store *store, bool sound)
{
	char *text = NULL;
	size_t size;

	trip_pause();
	if (sound)
		text = catalogue_write(&store->catalogue, "", &size);
	else
		cr_expect_eq(store->catalogue.count, 0);
	catalogue_store_release(store);
	return text;
}

static char *read_catalogue(void)
{
	struct catalogue_store store = {0};

	return text_of(&store, catalogue_file_read(TEST_SOURCE
				       "/share/catalogue/api-openrouter.cfg",
				       false, &store, &issue));
}

static char *read_prices(const char *text)
{
	struct catalogue_store store = {0};
	struct price_map_rules rules = {.day = 20000};
	struct price_map_tally tally;

	return text_of(&store, price_map_parse("prices", text, strlen(text),
				       &rules, &store, &tally, &issue));
}

static char *read_litellm(void)
{
	return read_prices(
		"{\"a/x\": {\"litellm_provider\": \"a\", \"mode\": \"chat\",\n"
		"  \"input_cost_per_token\": 2e-06,\n"
		"  \"output_cost_per_token\": 1e-05,\n"
		"  \"source\": \"https://a.example/prices\"},\n"
		"\"y\": {\"litellm_provider\": \"b\", \"mode\": \"chat\",\n"
		"  \"input_cost_per_token\": 1e-06,\n"
		"  \"output_cost_per_token\": 4e-06}}");
}

static char *read_genai(void)
{
	return read_prices(
		"[{\"id\": \"a\", \"name\": \"A\",\n"
		"  \"pricing_urls\": [\"https://a.example/prices\"],\n"
		"  \"models\": [{\"id\": \"x\", \"name\": \"X\", \"prices\": "
		"[\n"
		"    {\"prices\": {\"input_mtok\": 2, \"output_mtok\": 10}},\n"
		"    {\"constraint\": {\"start_date\": \"2027-01-01\"},\n"
		"     \"prices\": {\"input_mtok\": {\"base\": 3, \"tiers\": [\n"
		"       {\"start\": 200000, \"price\": 6}]},\n"
		"       \"output_mtok\": 15}}]}]}]");
}

static char *read_own_prices(void)
{
	return read_prices("sources: { s = \"a source\"; };\n"
			   "models = ( { id = \"a/x\"; name = \"X\";\n"
			   "  vendor = \"A\"; figures = ( { source = \"s\";\n"
			   "  date = \"2026-11-10\"; input = 1; } ); } );\n");
}

static char *read_theme(void)
{
	struct theme theme;

	if (!theme_file_read(TEST_SOURCE "/themes/dark.theme", &theme, &issue))
		return NULL;
	trip_pause();
	return strdup(theme.name);
}

static char *summary_line;
static size_t summary_size;

static void write_summary(void)
{
	struct token_summary summary = {.models = 0};
	struct token_use use = {.model = "m",
		.time = TOKEN_TIME_MIN,
		.tokens = {[TOKEN_INPUT] = 900, [TOKEN_OUTPUT] = 80}};

	cr_assert(token_summary_add(&summary, &use));
	summary_line = token_summary_format(&summary, &summary_size);
	cr_assert(summary_line);
	token_summary_release(&summary);
}

static char *read_summary(void)
{
	struct token_summary summary = {.models = 0};
	char *again = NULL;
	size_t size;
	bool sound;

	json_memory_watch();
	sound = token_summary_parse(
			summary_line, summary_size, &summary, &issue.issue) &&
		!json_memory_ran_out();
	trip_pause();
	if (sound)
		again = token_summary_format(&summary, &size);
	token_summary_release(&summary);
	return again;
}

/* ---- a log, line by line ------------------------------------------------- */

static bool append(
	void *context, const char *bytes, size_t size, uint64_t number)
{
	char *found = context;

	snprintf(found + strlen(found), 64, "%d:%.*s|", (int)number, (int)size,
		bytes);
	return true;
}

static char *read_lines(void)
{
	char found[200] = "";
	const struct line_stream stream = {
		.line = append, .context = found, .piece = 8};
	int ends[2];
	bool done;

	cr_assert_eq(pipe(ends), 0);
	cr_assert_eq(write(ends[1], "one\ntwo, longer\nend", 19), 19);
	close(ends[1]);
	errno = 0;
	done = line_stream_read(&stream, ends[0]);
	if (!done)
		issue_set(&issue.issue, 0, "%s", errno ? strerror(errno) : "");
	close(ends[0]);
	return done ? strdup(found) : NULL;
}

static const struct way {
	const char *name;
	reading *read;
} ways[] = {
	{"a session", read_session},
	{"a catalogue", read_catalogue},
	{"LiteLLM's prices", read_litellm},
	{"genai-prices", read_genai},
	{"prices of our own", read_own_prices},
	{"a theme", read_theme},
	{"a summary of usage", read_summary},
	{"lines", read_lines},
};

/* ---- what fails ---------------------------------------------------------- */

static const struct {
	enum trip call;
	int error;
} trips[] = {
	{TRIP_MALLOC, ENOMEM},
	{TRIP_CALLOC, ENOMEM},
	{TRIP_REALLOC, ENOMEM},
	{TRIP_OPEN, EACCES},
	{TRIP_OPEN, ENOENT},
	{TRIP_OPEN, EMFILE},
	{TRIP_FSTAT, EIO},
	{TRIP_READ, EIO},
	{TRIP_READ, EINTR},
};

/* True: there was such a call, and it failed. */
static bool fail_one(
	const struct way *way, const char *wanted, size_t trip, int nth)
{
	char label[120], *found;
	bool failed;

	snprintf(label, sizeof(label), "%s, %s() number %d: %s", way->name,
		trip_names[trips[trip].call], nth, strerror(trips[trip].error));
	memset(&issue, 0, sizeof(issue));
	trip_set(trips[trip].call, nth, trips[trip].error);
	found = way->read();
	failed = trip_end();
	if (found)
		cr_expect_str_eq(found, wanted, "%s", label);
	else
		cr_expect(issue.issue.what[0], "%s: says nothing", label);
	free(found);
	return failed;
}

Test(reader, gives_all_or_nothing_whichever_call_fails)
{
	int failed[TRIPS] = {0};

	write_summary();
	for (size_t w = 0; w < sizeof(ways) / sizeof(ways[0]); w++) {
		char *wanted = ways[w].read();

		cr_assert(wanted, "%s: %s", ways[w].name, issue.issue.what);
		for (size_t t = 0; t < sizeof(trips) / sizeof(trips[0]); t++)
			for (int nth = 1; fail_one(&ways[w], wanted, t, nth);
				nth++)
				failed[trips[t].call]++;
		free(wanted);
	}
	for (size_t t = 0; t < sizeof(trips) / sizeof(trips[0]); t++)
		cr_expect(failed[trips[t].call], "%s() was never called",
			trip_names[trips[t].call]);
	free(summary_line);
}
