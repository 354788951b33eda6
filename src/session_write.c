/*
 * Our own serialiser: libconfig's loses digits, writes what it cannot read,
 * and reports no error. Every value is the text that was typed, in quotes;
 * only switches are bare. What is not set is not written.
 */
#include <stdio.h>
#include <stdlib.h>

#include "memory_stream.h"
#include "seal.h"
#include "session_file.h"

const char *const session_file_grades[GRADES] = {
	[GRADE_GUESS] = "guess",
	[GRADE_ESTIMATE] = "estimate",
	[GRADE_CITED] = "cited",
	[GRADE_MEASURED] = "measured",
};

static const char greeting[] =
	"# A decision for tuneornot. You may edit this file by hand: it will "
	"say that it\n"
	"# was changed outside, and work as before.\n"
	"format = 1;\n";

/* ---- values ------------------------------------------------------------- */

static void write_byte(FILE *out, unsigned char byte)
{
	static const char plain[] = "\"\\\n\r\t\f", named[] = "\"\\nrtf";

	for (int i = 0; plain[i]; i++) {
		if (byte == (unsigned char)plain[i]) {
			fprintf(out, "\\%c", named[i]);
			return;
		}
	}
	if (byte < 0x20 || byte == 0x7f)
		fprintf(out, "\\x%02x", byte);
	else
		fputc(byte, out);
}

static void write_text(FILE *out, const char *key, const char *text)
{
	fprintf(out, "%s = \"", key);
	for (; *text; text++)
		write_byte(out, (unsigned char)*text);
	fputs("\";\n", out);
}

static bool write_value(FILE *out, const struct session *session,
	struct place place, const char *indent)
{
	const struct input_row *row = &input_table[place.input];

	if (!session_is_set(session, place))
		return false;
	fputs(indent, out);
	if (row->kind == KIND_SWITCH)
		fprintf(out, "%s = %s;\n", row->key,
			session_base(session, place) > 0 ? "true" : "false");
	else
		write_text(out, row->key, session_text(session, place));
	return true;
}

/* ---- groups ------------------------------------------------------------- */

static bool group_is_set(const struct session *session, enum group group)
{
	for (int i = 0; i < SHARED_INPUTS; i++)
		if (input_table[i].group == group &&
			session_is_set(session, SHARED_PLACE((enum input)i)))
			return true;
	return false;
}

static void write_inputs(FILE *out, const struct session *session,
	enum group group, const char *indent)
{
	for (int i = 0; i < SHARED_INPUTS; i++)
		if (input_table[i].group == group)
			write_value(out, session, SHARED_PLACE((enum input)i),
				indent);
}

static void write_group(
	FILE *out, const struct session *session, enum group group)
{
	if (!group_is_set(session, group))
		return;
	fprintf(out, "\n%s:\n{\n", group_name(group));
	write_inputs(out, session, group, "  ");
	fputs("};\n", out);
}

static void write_option(FILE *out, const struct session *session, int option)
{
	struct place place = {.option = option};

	fputs(option ? ",\n  {\n" : "\n  {\n", out);
	for (int i = SHARED_INPUTS; i < INPUTS; i++) {
		place.input = (enum input)i;
		write_value(out, session, place, "    ");
	}
	fputs("  }", out);
}

static void write_options(FILE *out, const struct session *session)
{
	if (!session->options)
		return;
	fputs("\noptions = (", out);
	for (int i = 0; i < session->options; i++)
		write_option(out, session, i);
	fputs("\n);\n", out);
}

static void write_entry(FILE *out, const struct session *session,
	const struct evidence *evidence)
{
	char key[SESSION_KEY];
	const char *source = session_pool_text(session, evidence->source);
	const char *date = session_pool_text(session, evidence->date);

	session_key(evidence->place, key, sizeof(key));
	fputs("    ", out);
	write_text(out, "input", key);
	fputs("    ", out);
	write_text(out, "grade", session_file_grades[evidence->grade]);
	if (evidence->source) {
		fputs("    ", out);
		write_text(out, "source", source);
	}
	if (evidence->date) {
		fputs("    ", out);
		write_text(out, "date", date);
	}
}

static void write_evidence(FILE *out, const struct session *session)
{
	if (!session->evidences)
		return;
	fputs("\nevidence = (", out);
	for (int i = 0; i < session->evidences; i++) {
		fputs(i ? ",\n  {\n" : "\n  {\n", out);
		write_entry(out, session, &session->evidence[i]);
		fputs("  }", out);
	}
	fputs("\n);\n", out);
}

/* ---- the whole ---------------------------------------------------------- */

static void write_session(FILE *out, const struct session *session)
{
	fputs(SEAL_HEAD, out);
	fputs(greeting, out);
	write_inputs(out, session, GROUP_SESSION, "");
	for (int group = GROUP_VOLUME; group < GROUP_OPTION; group++)
		write_group(out, session, (enum group)group);
	write_options(out, session);
	write_evidence(out, session);
	fputs("\n", out);
}

/* The stream's buffer is whole after a flush that succeeded. */
static bool write_seal(FILE *out, char *const *bytes, const size_t *size)
{
	char line[SEAL_LINE];

	if (fflush(out) || ferror(out))
		return false;
	seal_line(*bytes, *size, line);
	fputs(line, out);
	return !fflush(out) && !ferror(out);
}

char *session_file_format_behind(
	const char *head, const struct session *session, size_t *size)
{
	char *bytes = NULL;
	FILE *out = memory_stream(&bytes, size);
	bool whole;

	if (!out)
		return NULL;
	fputs(head, out);
	write_session(out, session);
	whole = write_seal(out, &bytes, size);
	if (fclose(out) || !whole) {
		free(bytes);
		return NULL;
	}
	return bytes;
}

char *session_file_format(const struct session *session, size_t *size)
{
	return session_file_format_behind("", session, size);
}
