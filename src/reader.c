#include "reader.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "reader_scan.h"
#include "sandbox.h"
#include "trace.h"
#include "utf8.h"

/* ---- bytes -------------------------------------------------------------- */

static bool issue_errno(
	struct file_issue *issue, const char *path, const char *verb)
{
	int error = errno;

	if (error == ENOENT || error == ENOTDIR) {
		file_issue_set(issue, path, 0, "there is no such file");
		return issue_mend(&issue->issue, "check the spelling");
	}
	return file_issue_set(
		issue, path, 0, "it cannot be %s: %s", verb, strerror(error));
}

/* Open without waiting: a pipe or a device would hang us. Holds: the bytes
 * that are said to be in it. */
static int open_regular(
	const char *path, size_t *holds, struct file_issue *issue)
{
	int fd = sandbox_open(
		path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	struct stat status;

	if (fd < 0) {
		issue_errno(issue, path, "opened");
		return -1;
	}
	if (!fstat(fd, &status) && S_ISREG(status.st_mode)) {
		*holds = (size_t)status.st_size;
		return fd;
	}
	file_issue_set(issue, path, 0, "it is %s",
		S_ISDIR(status.st_mode) ? "a folder, not a file"
					: "no ordinary file");
	issue_mend(&issue->issue, "name a file");
	close(fd);
	return -1;
}

/* Behind the bytes that are there. */
static bool read_on(int fd, char *bytes, size_t room, size_t *size)
{
	ssize_t count;

	for (; *size < room; *size += (size_t)count) {
		do
			count = read(fd, bytes + *size, room - *size);
		while (count < 0 && errno == EINTR);
		if (count <= 0)
			return !count;
	}
	return true;
}

/* With room for a NUL. False: there is no memory, and nothing to free. */
static bool resize(char **bytes, size_t size)
{
	char *more = realloc(*bytes, size + 1);

	if (!more)
		free(*bytes);
	*bytes = more;
	return more;
}

/* One byte more than expected shows that this was all; what is longer gets
 * room for one more than the limit. */
static bool read_all(
	int fd, size_t expected, size_t limit, char **bytes, size_t *size)
{
	size_t room = expected < limit ? expected + 1 : limit + 1;

	*size = 0;
	for (;; room = limit + 1) {
		if (!resize(bytes, room) || !read_on(fd, *bytes, room, size))
			return false;
		if (*size < room || room > limit)
			return true;
	}
}

static char *slurp(int fd, const char *name, size_t expected, size_t limit,
	size_t *size, struct file_issue *issue)
{
	char *bytes = NULL, *shrunk;

	if (!read_all(fd, expected, limit, &bytes, size)) {
		if (bytes)
			issue_errno(issue, name, "read");
		else
			file_issue_set(
				issue, name, 0, "there is not enough memory");
	} else if (*size > limit) {
		file_issue_set(issue, name, 0,
			"it is larger than %zu KiB, the most that is read",
			limit / 1024);
		issue_mend(&issue->issue, "is it the right file?");
	} else {
		bytes[*size] = '\0';
		shrunk = realloc(bytes, *size + 1);
		return shrunk ? shrunk : bytes;
	}
	free(bytes);
	return NULL;
}

char *reader_slurp(
	const char *path, size_t limit, size_t *size, struct file_issue *issue)
{
	size_t expected;
	char *bytes;
	int fd;

	if (!strcmp(path, "-"))
		return slurp(STDIN_FILENO, "standard input", limit, limit, size,
			issue);
	fd = open_regular(path, &expected, issue);
	if (fd < 0)
		return NULL;
	bytes = slurp(fd, path, expected, limit, size, issue);
	close(fd);
	if (bytes)
		trace("read: %s, %zu bytes", path, *size);
	return bytes;
}

/* ---- libconfig ---------------------------------------------------------- */

#if LIBCONFIG_VER_MAJOR > 1 || LIBCONFIG_VER_MINOR >= 7
static const char **deny_include(config_t *config, const char *folder,
	const char *path, const char **error)
{
	(void)config;
	(void)folder;
	(void)path;
	*error = "@include is not followed";
	return NULL;
}
#endif

/* The scan refuses @include; should one slip through, it leads nowhere. */
static void config_lock(config_t *config)
{
	config_set_include_dir(config, "/dev/null");
#if LIBCONFIG_VER_MAJOR > 1 || LIBCONFIG_VER_MINOR >= 7
	config_set_include_func(config, deny_include);
#endif
}

static bool syntax_issue(struct reader *reader, struct file_issue *issue)
{
	const char *text = config_error_text(&reader->config);
	int line = config_error_line(&reader->config);

	if (text && strstr(text, "mismatched element")) {
		file_issue_set(issue, reader->file, line,
			"an array [ ] holds values of different types");
		return issue_mend(&issue->issue, "use a list ( ) for them");
	}
	file_issue_set(
		issue, reader->file, line, "this line cannot be understood");
	return issue_mend(&issue->issue,
		"write name = value; and look for a missing semicolon or "
		"quote here or on the line above");
}

void reader_key(const config_setting_t *setting, char *out, size_t size)
{
	const config_setting_t *parent = config_setting_parent(setting);
	const char *name = config_setting_name(setting);
	size_t used;

	out[0] = '\0';
	if (!parent)
		return;
	reader_key(parent, out, size);
	used = strlen(out);
	if (name)
		snprintf(
			out + used, size - used, "%s%s", used ? "." : "", name);
	else
		snprintf(out + used, size - used, "[%d]",
			config_setting_index(setting));
}

bool reader_blame(const struct reader *reader, const config_setting_t *setting,
	struct file_issue *issue)
{
	snprintf(issue->file, sizeof(issue->file), "%s", reader->file);
	reader_key(setting, issue->key, sizeof(issue->key));
	issue->line = (int)config_setting_source_line(setting);
	return false;
}

/* libconfig goes on without the name or the text for which it got no memory. */
static bool check_memory(const struct reader *reader,
	const config_setting_t *setting, struct file_issue *issue)
{
	const config_setting_t *parent = config_setting_parent(setting);
	bool named = !parent || !config_setting_is_group(parent) ||
		     config_setting_name(setting);
	bool filled = config_setting_type(setting) != CONFIG_TYPE_STRING ||
		      config_setting_get_string(setting);

	return (named && filled) || file_issue_set(issue, reader->file, 0,
					    "there is not enough memory");
}

/* Texts may hold bytes that were written as \xNN, and numbers may be too
 * large for a double: both are refused whatever the setting. */
static bool check_values(const struct reader *reader,
	const config_setting_t *setting, struct file_issue *issue)
{
	const char *text = config_setting_get_string(setting);
	int line = (int)config_setting_source_line(setting);
	bool sound = check_memory(reader, setting, issue);

	if (!sound)
		return false;
	if (text && text[utf8_bad_byte(text, strlen(text))]) {
		file_issue_set(issue, reader->file, line,
			"the text is not UTF-8 once its \\x codes are read");
		sound = issue_mend(&issue->issue, "type the character itself");
	}
	if (config_setting_type(setting) == CONFIG_TYPE_FLOAT &&
		!isfinite(config_setting_get_float(setting))) {
		file_issue_set(
			issue, reader->file, line, "this number is too large");
		sound = issue_mend(&issue->issue, "write one below 1e308");
	}
	if (!sound)
		reader_key(setting, issue->key, sizeof(issue->key));
	for (int i = 0; sound && config_setting_is_aggregate(setting) &&
			i < config_setting_length(setting);
		i++)
		sound = check_values(reader,
			config_setting_get_elem(setting, (unsigned)i), issue);
	return sound;
}

static bool check_bytes(const struct reader *reader, struct file_issue *issue)
{
	const char *bytes = reader->bytes;
	size_t bad = utf8_bad_byte(bytes, reader->size);
	int line = 1;

	if (bad == reader->size)
		return true;
	for (size_t i = 0; i < bad; i++)
		line += bytes[i] == '\n';
	if (bytes[bad])
		file_issue_set(issue, reader->file, line,
			"byte 0x%02x is not part of any UTF-8 character",
			(unsigned char)bytes[bad]);
	else
		file_issue_set(issue, reader->file, line,
			"a NUL byte stands here, as in files that are no text");
	return issue_mend(&issue->issue, "save it as UTF-8 text");
}

/* Takes over reader->bytes and frees them on failure. */
static bool parse(struct reader *reader, struct file_issue *issue)
{
	char *text = check_bytes(reader, issue)
			     ? reader_scan(reader->file, reader->bytes,
				       reader->size, issue)
			     : NULL;
	bool sound = text;

	config_init(&reader->config);
	config_lock(&reader->config);
	if (sound && !config_read_string(&reader->config, text))
		sound = syntax_issue(reader, issue);
	free(text);
	if (sound)
		sound = check_values(
			reader, config_root_setting(&reader->config), issue);
	if (!sound)
		reader_release(reader);
	return sound;
}

bool reader_open(
	struct reader *reader, const char *path, struct file_issue *issue)
{
	snprintf(reader->file, sizeof(reader->file), "%s",
		strcmp(path, "-") ? path : "standard input");
	reader->bytes = reader_slurp(path, READER_BYTES, &reader->size, issue);
	return reader->bytes && parse(reader, issue);
}

bool reader_parse(struct reader *reader, const char *name, const char *bytes,
	size_t size, struct file_issue *issue)
{
	snprintf(reader->file, sizeof(reader->file), "%s", name);
	if (size > READER_BYTES)
		return file_issue_set(issue, name, 0, "it is too large");
	reader->bytes = malloc(size + 1);
	if (!reader->bytes)
		return file_issue_set(
			issue, name, 0, "there is not enough memory");
	memcpy(reader->bytes, bytes, size);
	reader->bytes[size] = '\0';
	reader->size = size;
	return parse(reader, issue);
}

void reader_forget_bytes(struct reader *reader)
{
	free(reader->bytes);
	reader->bytes = NULL;
}

void reader_release(struct reader *reader)
{
	config_destroy(&reader->config);
	reader_forget_bytes(reader);
}

/* ---- values ------------------------------------------------------------- */

static int scalar(const config_setting_t *setting, char *out, size_t size)
{
	double value;

	switch (config_setting_type(setting)) {
	case CONFIG_TYPE_STRING:
		return snprintf(
			out, size, "%s", config_setting_get_string(setting));
	case CONFIG_TYPE_INT:
		return snprintf(
			out, size, "%d", config_setting_get_int(setting));
	case CONFIG_TYPE_INT64:
		return snprintf(
			out, size, "%lld", config_setting_get_int64(setting));
	case CONFIG_TYPE_FLOAT:
		value = config_setting_get_float(setting);
		return isfinite(value) ? figure_exact(out, size, value) : -1;
	case CONFIG_TYPE_BOOL:
		return snprintf(out, size, "%s",
			config_setting_get_bool(setting) ? "true" : "false");
	default: return -1;
	}
}

bool reader_scalar(const config_setting_t *setting, char *out, size_t size)
{
	int length = scalar(setting, out, size);

	return length >= 0 && (size_t)length < size;
}
