/*
 * From a line to the command that it means.
 */
#include <stdio.h>
#include <string.h>

#include "plain_parts.h"
#include "suggestion.h"

bool plain_is_command(const char *line)
{
	return line[0] == ':' ||
	       (line[0] && !line[1] && strchr("?<>", line[0]));
}

/* The row with this name, or the only one that begins with it. */
static const struct plain_command *named(const char *word)
{
	const struct plain_command *found = NULL;
	int alike = 0;

	for (const struct plain_command *row = plain_commands; row->name;
		row++) {
		if (!strcmp(row->name, word))
			return row;
		if (*word && !strncmp(row->name, word, strlen(word))) {
			found = row;
			alike++;
		}
	}
	return alike == 1 ? found : NULL;
}

static const struct plain_command *signed_with(const char *line)
{
	const struct plain_command *row = plain_commands;

	while (row->name && (!row->sign || strcmp(row->sign, line) != 0))
		row++;
	return row->name ? row : NULL;
}

/* Those that begin with the word: ":redo :remove :report". */
static void list_alike(const char *word, char *out, size_t size)
{
	size_t used = 0;

	out[0] = '\0';
	for (const struct plain_command *row = plain_commands; row->name; row++)
		if (*word && !strncmp(row->name, word, strlen(word)) &&
			used < size)
			used += (size_t)snprintf(
				out + used, size - used, " :%s", row->name);
}

static void suggest(const char *word, struct issue *issue)
{
	struct suggestion suggestion = {.written = word};
	char alike[sizeof(issue->mend)];
	const char *best;

	for (const struct plain_command *row = plain_commands; row->name; row++)
		suggestion_try(&suggestion, row->name);
	best = suggestion_best(&suggestion);
	list_alike(word, alike, sizeof(alike));
	issue_set(issue, 1, "there is no command :%.60s", word);
	if (*alike)
		issue_mend(issue, "there are%s", alike);
	else if (best)
		issue_mend(issue, "did you mean :%s?", best);
	else
		issue_mend(issue, ":help lists them");
}

const struct plain_command *plain_command_of(
	const char *line, const char **argument, struct issue *issue)
{
	const struct plain_command *row = signed_with(line);
	size_t length = strcspn(line, " \t");
	char word[64];

	*argument = line + length;
	*argument += strspn(*argument, " \t");
	if (row)
		return row;
	snprintf(word, sizeof(word), "%.*s", (int)length - 1, line + 1);
	row = named(word);
	if (!row) {
		suggest(word, issue);
	} else if (**argument && !row->argument) {
		issue_set(issue, 1, "nothing stands behind :%s", row->name);
		issue_mend(issue, "write :%s alone", row->name);
		row = NULL;
	}
	return row;
}

void plain_command(struct plain *plain, const char *line)
{
	const char *argument;
	struct issue issue;
	const struct plain_command *row =
		plain_command_of(line, &argument, &issue);
	char words[sizeof(issue)];

	if (row) {
		row->run(plain, argument);
		return;
	}
	snprintf(words, sizeof(words), "%s; %s", issue.what, issue.mend);
	plain_refuse(plain, "command", words);
}
