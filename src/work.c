#include "work.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "journal.h"
#include "outlook.h"
#include "session_file.h"

void work_age(double seconds, char *out, size_t size)
{
	static const struct {
		double seconds;
		const char *name;
	} units[] = {{24 * 60 * 60, "day"}, {60 * 60, "hour"}, {60, "minute"}};

	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++) {
		int count = (int)(seconds / units[i].seconds);

		if (seconds >= units[i].seconds) {
			snprintf(out, size, "%d %s%s ago", count, units[i].name,
				count == 1 ? "" : "s");
			return;
		}
	}
	snprintf(out, size, "just now");
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static void name_it(struct work *work, const struct session *session)
{
	const char *name = session_text(session, SHARED_PLACE(IN_session_name));

	if (!*name)
		name = *work->file ? base_name(work->file)
				   : "a session without a name";
	snprintf(work->name, sizeof(work->name), "%.120s", name);
}

static void date_it(struct work *work)
{
	struct stat status;

	if (stat(work->path, &status) == 0)
		work_age(difftime(time(NULL), status.st_mtime), work->age,
			sizeof(work->age));
}

/* As the wizard would at once, from a quick sample of the odds. */
static void judge_it(struct work *work, const struct session *session)
{
	struct lookout *lookout = calloc(1, sizeof(*lookout));
	struct outlook *outlook = calloc(1, sizeof(*outlook));

	if (lookout && outlook) {
		outlook_begin(lookout, session, outlook);
		outlook_answer(lookout);
		verdict_short(&outlook->result.verdict, work->verdict,
			sizeof(work->verdict));
	}
	free(outlook);
	free(lookout);
}

/* Does its file say the same already? Then the program was ended between
 * saving and removing it. */
static bool is_saved(const char *file, const struct session *session)
{
	struct session *saved = malloc(sizeof(*saved));
	struct file_issue issue;
	bool same = saved && *file && access(file, F_OK) == 0 &&
		    session_file_read(file, saved, NULL, &issue) &&
		    session_equal(saved, session);

	free(saved);
	return same;
}

bool work_look(const char *path, struct work *work, struct session *session,
	struct file_issue *issue)
{
	struct journal_head head;
	struct stamp now;

	*work = (struct work){.path = ""};
	if (!journal_read(path, &head, session, issue))
		return false;
	if (is_saved(head.file, session)) {
		unlink(path);
		*issue = (struct file_issue){.line = 0};
		return false;
	}
	now = stamp_take(head.file);
	snprintf(work->path, sizeof(work->path), "%s", path);
	snprintf(work->file, sizeof(work->file), "%s", head.file);
	work->outdated = *head.file && !stamp_equal(&now, &head.stamp);
	name_it(work, session);
	date_it(work);
	judge_it(work, session);
	return true;
}

bool work_find(const char *file, struct work *work, struct session *session,
	struct file_issue *issue)
{
	struct shelf shelf = {.count = 0};
	struct journal_head head;
	bool found = false;

	*work = (struct work){.path = ""};
	*issue = (struct file_issue){.line = 0};
	journal_list(&shelf);
	for (int i = shelf.count - 1; i >= 0 && !found; i--) {
		char path[PATH_MAX];

		if (journal_path(shelf.name[i], path, sizeof(path)) &&
			journal_read_head(path, &head) &&
			!strcmp(head.file, file))
			found = work_look(path, work, session, issue);
	}
	shelf_release(&shelf);
	return found;
}
