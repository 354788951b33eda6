#include "program.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "program_files.h"
#include "program_journal.h"
#include "program_prices.h"

__attribute__((format(printf, 3, 4))) void program_say(
	struct program *program, enum notice_kind kind, const char *words, ...)
{
	va_list arguments;

	va_start(arguments, words);
	vsnprintf(program->notice, sizeof(program->notice), words, arguments);
	va_end(arguments);
	program->notice_kind = kind;
}

bool program_refuse(struct program *program, const struct issue *issue)
{
	char words[ISSUE_WORDS];

	issue_words(issue, words, sizeof(words));
	program_say(program, NOTICE_TROUBLE, "%s", words);
	return false;
}

/* ---- edits -------------------------------------------------------------- */

/* The session is another one now; its outlook is known. */
static void settle(struct program *program)
{
	program->trying = false;
	program->dirty = !session_equal(&program->session, &program->kept);
}

void program_adopt(struct program *program)
{
	outlook_begin(&program->lookout, &program->session, &program->outlook);
	settle(program);
}

/* What the screens show: the session, or what it would be. */
static struct outlook *shown(struct program *program)
{
	return program->trying ? &program->trial_outlook : &program->outlook;
}

/* Back from a trial; what it took away from the session's odds begins anew. */
static void drop(struct program *program)
{
	program->trying = false;
	if (!program->outlook.odds.sharp &&
		!outlook_is_sharpening(&program->lookout, &program->outlook))
		program_adopt(program);
}

static void copy(struct session *to, const struct session *from)
{
	memcpy(to, from, session_size(from));
}

/* The candidate is the session with the edit; false: it is refused, and why. */
static bool try_edit(struct program *program, const struct edit *edit)
{
	struct issue issue;

	copy(&program->candidate, &program->session);
	if (session_edit(&program->candidate, edit, &issue))
		return true;
	drop(program);
	return program_refuse(program, &issue);
}

/* Is the candidate what is being tried already? */
static bool is_tried(const struct program *program)
{
	return program->trying &&
	       session_equal(&program->candidate, &program->trial);
}

static void show_trial(struct program *program, const struct edit *edit)
{
	if (!try_edit(program, edit) || is_tried(program))
		return;
	copy(&program->trial, &program->candidate);
	outlook_begin(
		&program->lookout, &program->trial, &program->trial_outlook);
	program->trying = true;
}

/* What stands in the frame as "before" from now on. */
static void remember(struct program *program)
{
	program->before = program->outlook.result;
	program->has_before = true;
}

/* Does this edit go on with the one before? Then one undo takes back both. */
static bool goes_on(struct program *program, const struct reply *reply)
{
	struct place place = reply->edit.place;
	bool on = program->stepping && reply->one_of_several &&
		  place_equal(place, program->stepped);

	program->stepping = reply->one_of_several;
	program->stepped = place;
	return on;
}

/* The candidate becomes the session: one step of undo, or a part of the one
 * before. */
static void accept(struct program *program, bool part)
{
	bool tried;

	if (session_equal(&program->candidate, &program->session)) {
		drop(program);
		return;
	}
	tried = is_tried(program);
	if (!part) {
		history_push(&program->history, &program->session);
		remember(program);
	}
	copy(&program->session, &program->candidate);
	if (!tried) {
		program_adopt(program);
		return;
	}
	outlook_move(&program->lookout, &program->session, &program->outlook);
	settle(program);
}

static void do_edit(struct program *program, const struct reply *reply)
{
	bool part = goes_on(program, reply);

	if (try_edit(program, &reply->edit))
		accept(program, part);
}

static void do_pick(struct program *program, const struct reply *reply)
{
	if (program_try_pick(program, reply->edit.place, reply->text))
		accept(program, false);
}

static void do_reprice(struct program *program)
{
	if (program_try_reprice(program))
		accept(program, false);
}

static void step(struct program *program,
	bool (*move)(struct history *, struct session *), const char *none)
{
	if (!move(&program->history, &program->session)) {
		program_say(program, NOTICE_DONE, "%s", none);
		return;
	}
	remember(program);
	program_adopt(program);
}

void program_answer(struct program *program, bool flips)
{
	outlook_answer(&program->lookout);
	if (flips)
		outlook_find_flips(&program->lookout,
			program->trying ? &program->trial : &program->session,
			shown(program));
}

/* ---- frames ------------------------------------------------------------- */

/* The catalogue is read when the odds are out. */
static int patience(const struct program *program)
{
	int wanted = outlook_patience(&program->lookout);
	int due = program_due(program);

	if (wanted < 0 && program->to_ask)
		wanted = 0;
	return due >= 0 && (wanted < 0 || due < wanted) ? due : wanted;
}

bool program_is_working(const struct program *program)
{
	return outlook_patience(&program->lookout) >= 0 || program->to_ask;
}

/* One thing at a time: what is due does not make the odds sharpen before
 * nobody has typed for a while. */
static bool idle(struct program *program)
{
	if (program_due(program) == 0)
		return program_pulse(program);
	if (outlook_patience(&program->lookout) >= 0)
		return outlook_sharpen(&program->lookout);
	if (!program->to_ask)
		return false;
	program_offer_prices(program);
	return true;
}

struct frame program_frame(const struct program *program)
{
	bool trying = program->trying;
	const struct outlook *outlook =
		trying ? &program->trial_outlook : &program->outlook;
	const struct result *before = trying ? &program->outlook.result
				      : program->has_before ? &program->before
							    : NULL;

	return (struct frame){
		.session = trying ? &program->trial : &program->session,
		.result = &outlook->result,
		.odds = &outlook->odds,
		.waits = outlook_waits(&program->lookout, outlook),
		.before = before,
		.patience = patience(program),
		.file = program->path[0] ? program->path : NULL,
		.saved = program->saved[0] ? program->saved : NULL,
		.dirty = program->dirty,
		.outside = program->outside,
		.work = program->work.path[0] ? &program->work : NULL,
		.holder = program->holder[0] ? program->holder : NULL,
		.can_undo = program->history.undos > 0,
		.can_redo = program->history.undos < program->history.steps,
		.notice_kind = program->notice_kind,
		.notice = program->notice,
		.starts = program->starts.entry,
		.start_count = program->starts.count,
		.folder = program->folder,
		.files = program->files.entry,
		.file_count = program->files.count,
		.catalogue = program->has_catalogue ? &program->store.catalogue
						    : NULL,
		.day = program->day,
		.repricing =
			program->has_repricing ? &program->repricing : NULL,
		.repriced = &program->repriced,
		.report = program->report,
		.themes = program->theme_names,
		.theme = program->theme,
	};
}

static const char *const step_titles[QUESTIONS] = {
	"Volume", "Quality", "Latency", "Upkeep", "Savings"};

void program_farewell(const struct program *program, char *out, size_t size)
{
	const struct verdict *verdict = &program->outlook.result.verdict;
	const char *name =
		session_text(&program->session, SHARED_PLACE(IN_session_name));
	bool kept = program->stamp.there && !program->dirty;
	const char *path = kept ? program->path : "";
	char words[128];

	if (verdict->outcome == OUTCOME_TUNE)
		snprintf(words, sizeof(words),
			"tuning is worth a serious evaluation");
	else
		snprintf(words, sizeof(words), "%s %s",
			verdict->outcome == OUTCOME_STOP ? "stops at"
							 : "find out first:",
			step_titles[verdict->at]);
	snprintf(out, size, "%s%s%s. %s%s", name, *name ? ": " : "", words,
		*path  ? "Saved in "
		: kept ? "Nothing was changed" /* of an example */
		       : "Not saved",
		path);
}

/* ---- replies ------------------------------------------------------------ */

static enum turn take_file(struct program *program, const struct reply *reply)
{
	/* On the command line "-" is standard input or output. Here both are
	 * taken, and it is a file like any other. */
	bool dash = reply->text && !strcmp(reply->text, "-");
	const char *file = dash ? "./-" : reply->text;

	switch (reply->kind) {
	case REPLY_SAVE: program_save(program, program->path, true); break;
	case REPLY_SAVE_AS: program_save(program, file, reply->force); break;
	case REPLY_OPEN: program_switch(program, file); break;
	case REPLY_NEW: program_begin(program); break;
	case REPLY_WORK: program_look(program, reply->text); break;
	case REPLY_FORGET: program_forget_work(program, reply->text); break;
	case REPLY_FOLDER: program_list(program, reply->text); break;
	case REPLY_REPORT: program_report(program); break;
	case REPLY_COMPARE: program_compare(program, file); break;
	case REPLY_EXPORT: program_export(program, file, reply->force); break;
	case REPLY_THEMES: program_list_themes(program); break;
	case REPLY_THEME: program_theme(program, reply->text); break;
	default: break;
	}
	return reply->then_quit && program->file_saved ? TURN_QUIT : TURN_ON;
}

/* Could there be something else to keep now? */
static bool touches(enum reply_kind kind)
{
	switch (kind) {
	case REPLY_TRY:
	case REPLY_DROP:
	case REPLY_EDIT:
	case REPLY_UNDO:
	case REPLY_REDO:
	case REPLY_PICK:
	case REPLY_REPRICE: return true;
	default: return false;
	}
}

enum turn program_take(struct program *program, const struct reply *reply)
{
	if (reply->kind == REPLY_NONE)
		return TURN_ON;
	if (reply->kind == REPLY_IDLE)
		return idle(program) ? TURN_ON : TURN_SAME;
	program->notice_kind = NOTICE_NONE;
	program->session_changed = false;
	program->file_saved = false;
	program->prices_moved = false;
	program->stepping = program->stepping && reply->kind == REPLY_EDIT;
	if (touches(reply->kind))
		program_touch(program);
	switch (reply->kind) {
	case REPLY_TRY: show_trial(program, &reply->edit); break;
	case REPLY_DROP: drop(program); break;
	case REPLY_EDIT: do_edit(program, reply); break;
	case REPLY_UNDO:
		step(program, history_undo, "There is nothing to undo.");
		break;
	case REPLY_REDO:
		step(program, history_redo, "There is nothing to redo.");
		break;
	case REPLY_COPIED:
		program_say(program, NOTICE_DONE,
			"Copied, if the terminal lets us: %.400s", reply->text);
		break;
	case REPLY_PRICES: program_ask_prices(program); break;
	case REPLY_PICK: do_pick(program, reply); break;
	case REPLY_REPRICE: do_reprice(program); break;
	case REPLY_QUIT: program_forget(program); return TURN_QUIT;
	case REPLY_SIGNAL:
	case REPLY_HANGUP: return TURN_SIGNAL;
	default: return take_file(program, reply);
	}
	return TURN_ON;
}
