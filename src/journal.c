#include "journal.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "atomic_file.h"
#include "atomic_temp.h"
#include "memory_stream.h"
#include "paths.h"
#include "reader.h"
#include "session_file.h"

enum { HEAD = 4 * PATH_MAX, NAMES = 100, DAY_SECONDS = 24 * 60 * 60 };

static const char ending[] = ".cfg";

/* ---- where -------------------------------------------------------------- */

bool journal_folder(char *out, size_t size)
{
	size_t length;

	if (!paths_state_folder(out, size))
		return false;
	length = strlen(out);
	return snprintf(out + length, size - length, "journal/") <
	       (int)(size - length);
}

bool journal_path(const char *name, char *out, size_t size)
{
	char folder[PATH_MAX];

	return journal_folder(folder, sizeof(folder)) &&
	       snprintf(out, size, "%s%s%s", folder, name, ending) < (int)size;
}

bool journal_is(const char *path)
{
	char folder[PATH_MAX];
	size_t length;

	if (!journal_folder(folder, sizeof(folder)))
		return false;
	length = strlen(folder);
	return !strncmp(path, folder, length) && path[length] &&
	       !strchr(path + length, '/');
}

/* The name of the so many-th try. */
static bool name_one(long pid, int number, char *out, size_t size)
{
	time_t moment = time(NULL) + number;
	char name[64], when[32];
	struct tm utc;

	if (!gmtime_r(&moment, &utc) ||
		!strftime(when, sizeof(when), "%Y%m%dT%H%M%SZ", &utc))
		return false;
	snprintf(name, sizeof(name), "%s-%ld", when, pid);
	return journal_path(name, out, size);
}

/* ---- the head ----------------------------------------------------------- */

/* Anything but what any reader takes in a comment is %XX. */
static void write_path(FILE *out, const char *path)
{
	for (; *path; path++) {
		unsigned char byte = (unsigned char)*path;

		if (byte < 0x20 || byte > 0x7e || byte == '%')
			fprintf(out, "%%%02X", byte);
		else
			fputc(byte, out);
	}
}

/* Text for the lines in front; the caller frees. */
static char *format_head(const struct journal_head *head)
{
	const struct owner *owner = &head->owner;
	char *bytes = NULL;
	size_t size = 0;
	FILE *out = memory_stream(&bytes, &size);

	if (!out)
		return NULL;
	fprintf(out,
		"# Work that was not saved. tuneornot offers it at its next "
		"start.\n# process: %ld %llu\n# boot: %s\n# host: ",
		owner->pid, owner->started, owner->boot);
	write_path(out, owner->host);
	fputs("\n# file: ", out);
	write_path(out, head->file);
	if (head->stamp.there)
		fprintf(out, "\n# was: %llu %016llx\n",
			(unsigned long long)head->stamp.size,
			(unsigned long long)head->stamp.hash);
	else
		fputs("\n# was: not there\n", out);
	if (fclose(out) == 0)
		return bytes;
	free(bytes);
	return NULL;
}

static int hex(char digit)
{
	static const char digits[] = "0123456789ABCDEF";
	const char *at = digit ? strchr(digits, digit) : NULL;

	return at ? (int)(at - digits) : -1;
}

static void read_path(const char *text, size_t length, char *out, size_t size)
{
	size_t used = 0;

	for (size_t i = 0; i < length && used + 1 < size; i++) {
		bool coded = text[i] == '%' && i + 2 < length &&
			     hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0;

		if (coded) {
			out[used++] = (char)(hex(text[i + 1]) * 16 +
					     hex(text[i + 2]));
			i += 2;
		} else {
			out[used++] = text[i];
		}
	}
	out[used] = '\0';
}

/* What stands behind a key at the begin of a line; false: it is another one. */
static bool find_value(const char *line, size_t length, const char *key,
	const char **value, size_t *size)
{
	size_t skipped = strlen(key);

	if (length < skipped || memcmp(line, key, skipped) != 0)
		return false;
	*value = line + skipped;
	*size = length - skipped;
	return true;
}

static void read_stamp(const char *value, struct stamp *stamp)
{
	unsigned long long size, hash;

	if (sscanf(value, "%llu %llx", &size, &hash) == 2)
		*stamp = (struct stamp){
			.there = true, .size = size, .hash = hash};
}

/* The value is followed by a line end. Returns which key it was. */
static int read_head_line(
	const char *line, size_t length, struct journal_head *head)
{
	struct owner *owner = &head->owner;
	const char *value;
	size_t size;

	if (find_value(line, length, "# process: ", &value, &size))
		return sscanf(value, "%ld %llu", &owner->pid,
			       &owner->started) == 2;
	if (find_value(line, length, "# boot: ", &value, &size))
		read_path(value, size, owner->boot, sizeof(owner->boot));
	else if (find_value(line, length, "# host: ", &value, &size))
		read_path(value, size, owner->host, sizeof(owner->host));
	else if (find_value(line, length, "# file: ", &value, &size))
		read_path(value, size, head->file, sizeof(head->file));
	else if (find_value(line, length, "# was: ", &value, &size))
		read_stamp(value, &head->stamp);
	return 0;
}

/* The comments in front; false: they do not say whose it is. */
static bool parse_head(const char *bytes, struct journal_head *head)
{
	int found = 0;
	const char *line = bytes, *end;

	*head = (struct journal_head){.file = ""};
	for (; *line == '#' && (end = strchr(line, '\n')); line = end + 1)
		found += read_head_line(line, (size_t)(end - line), head);
	return found == 1;
}

/* ---- writing ------------------------------------------------------------ */

static bool make_folder(struct file_issue *issue)
{
	char folder[PATH_MAX];

	if (!journal_folder(folder, sizeof(folder)))
		return issue_mend(&issue->issue,
			"set HOME, or XDG_STATE_HOME, to a path from / on");
	folder[strlen(folder) - 1] = '\0';
	if (paths_make_folder(folder))
		return true;
	file_issue_set(issue, folder, 0, "this folder cannot be made");
	return issue_mend(&issue->issue,
		"make it yours, or set XDG_STATE_HOME to a folder that is");
}

/* The first of a process and a second has the name for itself. */
static bool write_first(struct own_journal *journal, long pid,
	const char *bytes, size_t size, struct file_issue *issue)
{
	for (int i = 0; i < NAMES; i++) {
		if (!name_one(pid, i, journal->path, PATH_MAX))
			break;
		if (!access(journal->path, F_OK))
			continue;
		if (atomic_file_create(journal->path, bytes, size, issue))
			return true;
		break;
	}
	journal->path[0] = '\0';
	return false;
}

static bool write_bytes(struct own_journal *journal, const char *bytes,
	size_t size, struct file_issue *issue)
{
	uint64_t hash = stamp_hash(bytes, size);

	if (journal->path[0] && journal->hash == hash &&
		!access(journal->path, F_OK))
		return true;
	if (journal->path[0]
			? !atomic_file_write(journal->path, bytes, size, issue)
			: !write_first(
				  journal, (long)getpid(), bytes, size, issue))
		return false;
	journal->hash = hash;
	return true;
}

bool journal_write(struct own_journal *journal, const struct journal_head *head,
	const struct session *session, struct file_issue *issue)
{
	char *lines, *bytes = NULL;
	size_t size = 0;
	bool written;

	file_issue_set(issue, "", 0, "there is no place to keep it");
	if (!make_folder(issue))
		return false;
	lines = format_head(head);
	if (lines)
		bytes = session_file_format_behind(lines, session, &size);
	free(lines);
	written = bytes && write_bytes(journal, bytes, size, issue);
	free(bytes);
	return written;
}

void journal_drop(struct own_journal *journal)
{
	if (journal->path[0])
		unlink(journal->path);
	journal->path[0] = '\0';
}

/* ---- reading ------------------------------------------------------------ */

/* Not more than that is read, and nothing is waited for: whatever lies in the
 * folder, a start must not hang. */
bool journal_read_head(const char *path, struct journal_head *head)
{
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	char bytes[HEAD];
	ssize_t size;

	if (fd < 0)
		return false;
	size = read(fd, bytes, sizeof(bytes) - 1);
	close(fd);
	bytes[size > 0 ? size : 0] = '\0';
	return parse_head(bytes, head);
}

static bool refuse(const char *path, struct file_issue *issue)
{
	file_issue_set(issue, path, 0,
		"this unsaved work is damaged, or was changed by hand");
	return issue_mend(&issue->issue,
		"copy it to another folder and open the copy, or remove it");
}

bool journal_read(const char *path, struct journal_head *head,
	struct session *session, struct file_issue *issue)
{
	enum seal seal = SEAL_NONE;
	size_t size;
	char *bytes = reader_slurp(path, READER_BYTES, &size, issue);
	bool sound = bytes && session_file_parse(
				      path, bytes, size, session, &seal, issue);

	if (sound && (seal != SEAL_WHOLE || !parse_head(bytes, head)))
		sound = refuse(path, issue);
	free(bytes);
	return sound;
}

static bool is_old(const char *path)
{
	struct stat status;

	return !stat(path, &status) &&
	       status.st_mtime < time(NULL) - DAY_SECONDS;
}

bool journal_waits(const char *path)
{
	struct journal_head head;

	if (!journal_read_head(path, &head))
		return true;
	switch (owner_state(&head.owner)) {
	case OWNER_GONE: return true;
	case OWNER_ELSEWHERE: return is_old(path);
	default: return false;
	}
}

void journal_list(struct shelf *shelf)
{
	char folder[PATH_MAX], path[PATH_MAX];
	int kept = 0;

	if (!journal_folder(folder, sizeof(folder)))
		return;
	atomic_file_sweep(folder, NULL);
	shelf_add_folder(shelf, folder, ending);
	for (int i = 0; i < shelf->count; i++) {
		char *name = shelf->name[i];

		if (journal_path(name, path, sizeof(path)) &&
			journal_waits(path))
			shelf->name[kept++] = name;
		else
			free(name);
	}
	shelf->count = kept;
}

int journal_count(void)
{
	struct shelf shelf = {.count = 0};
	int count;

	journal_list(&shelf);
	count = shelf.count;
	shelf_release(&shelf);
	return count;
}
