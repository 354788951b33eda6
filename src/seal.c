#include "seal.h"

#include <string.h>

#include "crc32.h"

void seal_line(const char *bytes, size_t size, char line[SEAL_LINE])
{
	snprintf(line, SEAL_LINE, "seal = \"crc32:%08X\";\n",
		(unsigned)crc32_of(bytes, size));
}

/* Our very line must stand at the very end. */
static bool is_whole(const struct reader *reader)
{
	char line[SEAL_LINE];
	const size_t length = SEAL_LINE - 1;
	size_t before;

	if (reader->size < length)
		return false;
	before = reader->size - length;
	seal_line(reader->bytes, before, line);
	return !memcmp(reader->bytes + before, line, length);
}

static bool refuse(const struct reader *reader, const config_setting_t *setting,
	const char *what, const char *mend, struct file_issue *issue)
{
	file_issue_set(issue, reader->file,
		(int)config_setting_source_line(setting), "%s", what);
	snprintf(issue->key, sizeof(issue->key), "%s",
		config_setting_name(setting));
	return issue_mend(&issue->issue, "%s", mend);
}

/*
 * A file that says it is sealed and does not end with a whole line was cut,
 * if only by one byte: what is cut must never pass for whole.
 */
bool seal_check(
	const struct reader *reader, enum seal *seal, struct file_issue *issue)
{
	const config_setting_t *root = config_root_setting(&reader->config);
	const config_setting_t *head =
		config_setting_get_member(root, "sealed");
	const config_setting_t *tail = config_setting_get_member(root, "seal");
	bool sealed = head && config_setting_get_bool(head);

	if (head && config_setting_type(head) != CONFIG_TYPE_BOOL)
		return refuse(reader, head, "it is true or not there at all",
			"write sealed = true; or take the line out", issue);
	if (tail && config_setting_type(tail) != CONFIG_TYPE_STRING)
		return refuse(reader, tail, "it is a text in quotes",
			"take the line out, and that with sealed too", issue);
	if (sealed && (!tail || reader->bytes[reader->size - 1] != '\n'))
		return refuse(reader, head,
			"the end of this file is missing: it was cut",
			"fetch a whole copy, or take this line out to open "
			"what is left",
			issue);
	if (!head && !tail)
		*seal = SEAL_NONE;
	else
		*seal = sealed && is_whole(reader) ? SEAL_WHOLE : SEAL_CHANGED;
	return true;
}
