/*
 * A session file: refused in words, or read, written and read again as the
 * same.
 */
#include <string.h>

#include "claims.h"
#include "fuzz.h"
#include "session_file.h"

static struct session session, again;

static char *format(const struct session *from, size_t *size)
{
	char *bytes = session_file_format(from, size);

	MUST(bytes);
	return bytes;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct file_issue issue = {.line = 0};
	size_t length, length_again;
	char *bytes, *bytes_again;
	enum seal seal;

	if (!session_file_parse("fuzz.cfg", (const char *)data, size, &session,
		    &seal, &issue)) {
		must_be_told(&issue);
		return 0;
	}
	bytes = format(&session, &length);
	MUST(session_file_parse(
		"fuzz.cfg", bytes, length, &again, &seal, &issue));
	MUST(seal == SEAL_WHOLE && session_equal(&session, &again));
	bytes_again = format(&again, &length_again);
	MUST(length == length_again && !memcmp(bytes, bytes_again, length));
	free(bytes);
	free(bytes_again);
	return 0;
}
