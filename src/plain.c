#include "plain.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "output.h"
#include "plain_parts.h"
#include "program_journal.h"
#include "signals.h"
#include "text.h"

/* Slices of sharpening between two prompts: enough for the usual hundred
 * thousand scenarios, and an end for those who ask for millions. */
enum { SLICES = 64, TRIES = 3 };

/* ---- hearing ------------------------------------------------------------ */

/* Blanks around an answer say nothing. */
static void trim(char *line)
{
	size_t first = strspn(line, " \t"), length;

	memmove(line, line + first, strlen(line + first) + 1);
	length = strlen(line);
	while (length > 0 && strchr(" \t", line[length - 1]))
		line[--length] = '\0';
}

/* What comes from a pipe is not seen, unless we show it. */
bool plain_hear(struct plain *plain, char *line)
{
	if (!voice_reach())
		return false;
	plain->event = lines_next(&plain->lines, line);
	if (plain->event != LINE_READ)
		return false;
	if (!plain->lines.terminal)
		voice_say(&plain->voice, "%s", line);
	trim(line);
	return true;
}

void plain_refuse(struct plain *plain, const char *key, const char *words)
{
	char clean[VOICE_BYTES];

	voice_say(&plain->voice, "%s", words);
	if (plain->lines.terminal)
		return;
	plain->refused = true;
	text_clean(clean, sizeof(clean), words);
	fprintf(stderr, "-:%ld: %s: %s\n", plain->lines.number, key, clean);
}

bool plain_confirm(struct plain *plain, const char *words)
{
	char line[ANSWER_BYTES];

	voice_ask(&plain->voice, "%s 1) no  2) yes [no]:", words);
	return plain_hear(plain, line) &&
	       (!strcmp(line, "2") || line[0] == 'y' || line[0] == 'Y');
}

/* ---- the program -------------------------------------------------------- */

/* What the program found out in a pause. */
static void say_prices(struct plain *plain)
{
	struct program *program = plain->program;
	int moved = program->repricing.moved;

	if (program->prices_moved)
		voice_say(&plain->voice,
			"%d of the prices %s moved since; :reprice takes %s.",
			moved, moved == 1 ? "has" : "have",
			moved == 1 ? "it" : "them");
	else if (program->notice_kind != NOTICE_NONE)
		voice_say(&plain->voice, "%s",
			program->notice + strspn(program->notice, "! "));
	program->prices_moved = false;
}

static void sharpen(struct plain *plain)
{
	struct program *program = plain->program;
	const struct reply idle = {.kind = REPLY_IDLE};

	program_answer(program, false);
	program->notice_kind = NOTICE_NONE;
	for (int i = 0; i < SLICES && program_is_working(program); i++)
		program_take(program, &idle);
	say_prices(plain);
}

static void say_notice(struct plain *plain)
{
	struct program *program = plain->program;
	char key[SESSION_KEY];

	if (program->notice_kind == NOTICE_NONE)
		return;
	if (program->notice_kind == NOTICE_DONE) {
		voice_say(&plain->voice, "%s", program->notice);
		return;
	}
	session_key(plain->place, key, sizeof(key));
	plain_refuse(plain, key,
		program->warned && !program->file_saved
			? "The file was changed by somebody else meanwhile. "
			  ":save again replaces it, :save FILE takes another."
			: program->notice);
}

bool plain_take(struct plain *plain, const struct reply *reply)
{
	struct program *program = plain->program;
	bool refused;

	memcpy(&plain->before, &program->session,
		session_size(&program->session));
	program_take(program, reply);
	refused = program->notice_kind == NOTICE_TROUBLE;
	say_notice(plain);
	if (plain->lines.terminal)
		program_keep(program);
	sharpen(plain);
	return !refused;
}

/* ---- answers ------------------------------------------------------------ */

/* How a range was read. */
static void say_reading(const struct plain *plain, struct place place)
{
	const struct session *session = &plain->program->session;
	struct quantity quantity = session_quantity(session, place);
	enum kind kind = input_table[place.input].kind;
	char middle[FIGURE_MAX];

	if (!input_is_number(place.input) || !quantity_is_range(quantity))
		return;
	if (kind == KIND_FRACTION)
		figure_percent(
			middle, sizeof(middle), quantity_base(quantity, kind));
	else
		figure_short(
			middle, sizeof(middle), quantity_base(quantity, kind));
	voice_say(&plain->voice, "A range, %s in the middle.", middle);
}

/* After several wrong answers, what would be right. */
static void count_try(struct plain *plain)
{
	if (++plain->tries % TRIES == 0)
		plain_help_field(plain);
}

static void take_answer(struct plain *plain, const char *line)
{
	char text[ANSWER_BYTES], words[sizeof(struct issue)], key[SESSION_KEY];
	const struct reply reply = {.kind = REPLY_EDIT,
		.edit = {
			.kind = EDIT_SET, .place = plain->place, .text = text}};
	struct issue issue;

	session_key(plain->place, key, sizeof(key));
	if (!plain_read_answer(plain, line, text, sizeof(text), &issue)) {
		snprintf(
			words, sizeof(words), "%s; %s", issue.what, issue.mend);
		plain_refuse(plain, key, words);
		count_try(plain);
	} else if (!plain_take(plain, &reply)) {
		count_try(plain);
	} else {
		say_reading(plain, plain->place);
		plain_tell_result(plain, false);
		plain_forward(plain);
	}
}

/* ---- the end ------------------------------------------------------------ */

static void ask_end(struct plain *plain)
{
	const struct program *program = plain->program;

	if (plain->named_page != PLAIN_END)
		plain_review(plain);
	plain->named_page = PLAIN_END;
	voice_blank();
	if (!program->dirty)
		voice_ask(&plain->voice,
			"Enter ends; :go 1 goes back to question 1:");
	else if (program->path[0])
		voice_ask(&plain->voice,
			"Save in %s? 1) no  2) yes [yes]:", program->path);
	else
		voice_ask(&plain->voice, "Save in which file? [keep it for "
					 "the next start]:");
}

static void save_and_end(struct plain *plain, const char *path)
{
	char line[ANSWER_BYTES + 8];

	snprintf(line, sizeof(line), ":save %s", path);
	plain_command(plain, line);
	plain->over = plain->program->file_saved;
}

static bool is_no(const char *line)
{
	return !strcmp(line, "1") || line[0] == 'n' || line[0] == 'N';
}

static bool is_yes(const char *line)
{
	return !*line || !strcmp(line, "2") || line[0] == 'y' || line[0] == 'Y';
}

static void take_end(struct plain *plain, const char *line)
{
	const struct program *program = plain->program;

	if (!program->dirty || (!program->path[0] && !*line))
		plain->over = true;
	else if (!program->path[0])
		save_and_end(plain, line);
	else if (is_yes(line))
		save_and_end(plain, "");
	else if (is_no(line))
		plain->over = plain->dropped = true;
	else
		plain_refuse(plain, "end", "Type 1 or 2.");
}

/* ---- the interview ------------------------------------------------------ */

static void ask(struct plain *plain)
{
	if (plain->page == PLAIN_END) {
		ask_end(plain);
		return;
	}
	plain_settle(plain);
	plain_announce(plain);
	plain_ask_field(plain);
}

static void take(struct plain *plain, const char *line)
{
	if (plain_is_command(line))
		plain_command(plain, line);
	else if (plain->page == PLAIN_END)
		take_end(plain, line);
	else if (*line)
		take_answer(plain, line);
	else
		plain_forward(plain);
}

static void interview(struct plain *plain)
{
	char line[ANSWER_BYTES];

	plain_go(plain, VOLUME);
	while (!plain->over) {
		ask(plain);
		if (!plain_hear(plain, line))
			return;
		take(plain, line);
		if (plain->event != LINE_READ)
			return;
	}
}

/* ---- ending ------------------------------------------------------------- */

/* Where it belongs, if nothing speaks against it. */
static void save_at_end(struct plain *plain)
{
	const struct program *program = plain->program;
	const struct reply reply = {.kind = REPLY_SAVE};

	if (program->dirty && program->path[0] && !plain->refused)
		plain_take(plain, &reply);
}

/* Nobody knows what else the answers would have said. */
static void check_input(struct plain *plain)
{
	if (!plain->lines.error)
		return;
	complain("standard input: %s; not all answers could be read",
		strerror(plain->lines.error));
	plain->refused = true;
}

/* Else where the next start finds it. */
static void rescue(struct plain *plain)
{
	struct program *program = plain->program;

	program->notice_kind = NOTICE_NONE;
	if (plain->dropped)
		program_forget(program);
	else
		program_rescue(program);
	if (program->notice_kind != NOTICE_NONE)
		complain("%s", program->notice);
}

static void say_farewell(const struct plain *plain)
{
	char words[1200];

	program_farewell(plain->program, words, sizeof(words));
	voice_say(&plain->voice, "%s", words);
}

static int finish(struct plain *plain)
{
	const struct program *program = plain->program;
	bool to_file = program->path[0];

	if (plain->event != LINE_READ)
		voice_blank();
	check_input(plain);
	if (plain->event == LINE_END)
		save_at_end(plain);
	program_remember(plain->program);
	if (plain->over || plain->event == LINE_END)
		say_farewell(plain);
	rescue(plain);
	if (plain->event == LINE_SIGNAL)
		return 128 + plain->lines.signal;
	return plain->refused || (to_file && program->dirty && !plain->dropped);
}

static int run(struct plain *plain, const struct plain_setup *setup)
{
	lines_open(&plain->lines, STDIN_FILENO, signals_open_to_end());
	plain->voice.ascii = setup->ascii;
	voice_say(&plain->voice, "tuneornot, line by line. Enter keeps a "
				 "value, ? explains it, :help has more.");
	if (setup->session || plain_choose_start(plain)) {
		if (plain->program->notice_kind != NOTICE_NONE)
			voice_say(&plain->voice, "%s", plain->program->notice);
		if (!plain_ask_unsaved(plain))
			return finish(plain);
		sharpen(plain);
		plain_tell_result(plain, true);
		interview(plain);
	}
	return finish(plain);
}

int plain_run(const struct plain_setup *setup)
{
	struct program *program = program_new(setup->ascii);
	struct plain *plain = calloc(1, sizeof(*plain));
	struct file_issue issue;
	int status = 1;

	if (!program || !plain) {
		complain("there is no memory left");
	} else if (setup->session &&
		   !program_open(program, setup->session, &issue)) {
		complain_of_file(&issue);
	} else {
		plain->program = program;
		status = run(plain, setup);
	}
	program_free(program);
	free(plain);
	return status;
}
