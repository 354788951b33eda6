/*
 * The wizard's screens at any size under any keys: the first three bytes are
 * rows, columns, and what to begin with; the rest are keys, but for two bytes
 * 0xfe (rows, columns: another size) and 0xff (nobody types for a while).
 *
 * Files are not touched: what would read or write one is not carried out.
 */
#include <locale.h>
#include <string.h>

#include "claims.h"
#include "fuzz.h"
#include "support/screen.h"
#include "terminal.h"
#include "wizard_turn.h"

enum { ROWS = 60, COLUMNS = 140, KEYS = 256, TURNS = 4000 };

struct wizard {
	struct screen *screen;
	struct program *program;
	struct ui *ui;
	bool over;
};

/* One for all: reading the catalogue takes longer than a whole input. */
static struct program *make_program(const char *session)
{
	static const char nowhere[] = "/dev/null/none";
	struct program *program = program_new(false);
	struct file_issue issue;

	MUST(program && setlocale(LC_CTYPE, "C.UTF-8"));
	setenv("XDG_STATE_HOME", nowhere, 1);
	setenv("XDG_CONFIG_HOME", nowhere, 1);
	setenv("XDG_DATA_HOME", nowhere, 1);
	program->day = 20780;
	if (session)
		MUST(program_open(program, session, &issue));
	else
		program_begin(program);
	MUST(session_set(&program->session, SHARED_PLACE(IN_session_scenarios),
		"1000", &issue.issue));
	program->to_remember = false;
	program->to_ask = false;
	program->session_changed = false;
	return program;
}

static bool touches_files(enum reply_kind kind)
{
	switch (kind) {
	case REPLY_SAVE:
	case REPLY_SAVE_AS:
	case REPLY_OPEN:
	case REPLY_FOLDER:
	case REPLY_EXPORT:
	case REPLY_THEME:
	case REPLY_EDITOR:
	case REPLY_PRICES: return true;
	default: return false;
	}
}

static void paint(struct wizard *wizard)
{
	wizard->program->to_remember = false;
	wizard_paint(wizard->ui, wizard->program);
	screen_update(wizard->screen);
}

static void turn(struct wizard *wizard)
{
	struct frame frame = program_frame(wizard->program);
	struct reply reply;
	enum turn next;

	frame.patience = 0;
	reply = ui_next(wizard->ui, &frame);
	if (touches_files(reply.kind))
		return;
	next = program_take(wizard->program, &reply);
	wizard_tell(wizard->ui, wizard->program);
	wizard->over = next == TURN_QUIT || next == TURN_SIGNAL;
	if (next == TURN_ON)
		paint(wizard);
}

static void answer(struct wizard *wizard)
{
	for (int i = 0; i < TURNS && !wizard->over; i++) {
		if (!terminal_pending() && !ui_is_waiting(wizard->ui))
			break;
		turn(wizard);
	}
}

static void idle(struct wizard *wizard)
{
	static const struct reply reply = {.kind = REPLY_IDLE};

	program_take(wizard->program, &reply);
	paint(wizard);
}

/* The terminal itself stays as large as it gets: libvterm 0.1.4 does not
 * survive every change. */
static void resize(struct wizard *wizard, struct fuzz *fuzz)
{
	int rows = 1 + fuzz_byte(fuzz) % ROWS;
	int columns = 1 + fuzz_byte(fuzz) % COLUMNS;

	terminal_resize(rows, columns);
	paint(wizard);
}

static void feed(struct wizard *wizard, struct fuzz *fuzz)
{
	for (int i = 0; i < KEYS && fuzz->left && !wizard->over; i++) {
		uint8_t byte = fuzz_byte(fuzz);

		if (byte == 0xfe)
			resize(wizard, fuzz);
		else if (byte == 0xff)
			idle(wizard);
		else
			screen_type_bytes(
				wizard->screen, (const char *)&byte, 1);
		answer(wizard);
	}
}

/* Everything on the screen is whole characters. */
static void check_screen(struct wizard *wizard)
{
	const char *text = screen_text(wizard->screen);

	must_be_harmless(text, strlen(text));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const sessions[] = {TEST_SOURCE
		"/share/examples/support-triage.cfg",
		TEST_SOURCE "/tests/vectors/case-07.cfg", NULL, NULL};
	struct fuzz fuzz = fuzz_begin(data, size);
	int rows = 1 + fuzz_byte(&fuzz) % ROWS;
	int columns = 1 + fuzz_byte(&fuzz) % COLUMNS;
	int with = fuzz_byte(&fuzz);
	struct wizard wizard = {.screen = screen_new(ROWS, COLUMNS),
		.program = make_program(sessions[with & 3])};
	const struct ui_setup setup = {.in = screen_in(wizard.screen),
		.out = screen_out(wizard.screen),
		.wake = screen_wake(wizard.screen),
		.rows = rows,
		.columns = columns,
		.term = with & 4 ? "screen-256color" : "vt100",
		.colours = with & 4,
		.ascii = with & 8,
		.at_start = (with & 3) == 3};
	struct issue issue;

	wizard.ui = ui_open(&setup, &issue);
	MUST(wizard.ui);
	ui_use_theme(wizard.ui, &wizard.program->style);
	paint(&wizard);
	feed(&wizard, &fuzz);
	if (!wizard.over)
		check_screen(&wizard);
	ui_close(wizard.ui);
	program_free(wizard.program);
	screen_free(wizard.screen);
	return 0;
}
