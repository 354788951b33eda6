#include "support/wizard.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <stdlib.h>

#include "file_issue.h"
#include "terminal.h"
#include "wizard_turn.h"

struct wizard {
	struct screen *screen;
	struct program *program;
	struct ui *ui;
	size_t drawn;
};

static struct ui *open_ui(struct wizard *wizard, int rows, int columns,
	const char *path, bool ascii)
{
	const struct ui_setup setup = {
		.in = screen_in(wizard->screen),
		.out = screen_out(wizard->screen),
		.wake = screen_wake(wizard->screen),
		.rows = rows,
		.columns = columns,
		.term = "screen-256color",
		.colours = true,
		.mouse = true,
		.ascii = ascii,
		.at_start = !path,
	};
	struct issue issue;
	struct ui *ui = ui_open(&setup, &issue);

	cr_assert(ui, "%s", issue.what);
	return ui;
}

static struct wizard *begin(int rows, int columns, const char *path, bool ascii)
{
	struct wizard *wizard = calloc(1, sizeof(*wizard));
	struct file_issue issue;

	cr_assert(wizard);
	cr_assert(setlocale(LC_CTYPE, "C.UTF-8"));
	wizard->screen = screen_new(rows, columns);
	wizard->program = program_new(ascii);
	cr_assert(wizard->program);
	cr_assert(day_read("2026-11-24", &wizard->program->day));
	if (path)
		cr_assert(program_open(wizard->program, path, &issue), "%s",
			issue.issue.what);
	else {
		program_begin(wizard->program);
		program_list_starts(wizard->program);
	}
	wizard->program->session_changed = false;
	wizard->ui = open_ui(wizard, rows, columns, path, ascii);
	program_read_keys(wizard->program);
	ui_use_keys(wizard->ui, wizard->program->keys.row);
	wizard_tell(wizard->ui, wizard->program);
	wizard_paint(wizard->ui, wizard->program);
	wizard->drawn = screen_update(wizard->screen);
	return wizard;
}

void wizard_open_at_once(struct wizard *wizard, const char *path)
{
	struct file_issue issue;

	cr_assert(program_open(wizard->program, path, &issue), "%s",
		issue.issue.what);
	wizard_tell(wizard->ui, wizard->program);
	wizard_paint_known(wizard->ui, wizard->program);
	wizard->drawn = screen_update(wizard->screen);
}

struct wizard *wizard_begin(int rows, int columns, const char *path)
{
	return begin(rows, columns, path, false);
}

struct wizard *wizard_begin_ascii(int rows, int columns, const char *path)
{
	return begin(rows, columns, path, true);
}

void wizard_end(struct wizard *wizard)
{
	ui_close(wizard->ui);
	program_free(wizard->program);
	screen_free(wizard->screen);
	free(wizard);
}

/* Turns until every key has been answered. */
static enum turn answer(struct wizard *wizard)
{
	enum turn turn = TURN_ON;
	int signal;

	while (turn == TURN_ON &&
		(terminal_pending() || ui_is_waiting(wizard->ui))) {
		turn = wizard_turn(wizard->ui, wizard->program, true, &signal);
		if (turn == TURN_ON)
			wizard_paint(wizard->ui, wizard->program);
		if (turn == TURN_SAME)
			turn = TURN_ON;
	}
	return turn;
}

void wizard_settle(struct wizard *wizard)
{
	static const struct reply idle = {.kind = REPLY_IDLE};
	while (program_is_working(wizard->program)) {
		program_take(wizard->program, &idle);
		wizard_tell(wizard->ui, wizard->program);
	}
	wizard_paint(wizard->ui, wizard->program);
	wizard->drawn = screen_update(wizard->screen);
}

enum turn wizard_press(struct wizard *wizard, const char *keys)
{
	enum turn turn;

	if (*keys)
		screen_type(wizard->screen, keys);
	turn = answer(wizard);
	wizard->drawn = screen_update(wizard->screen);
	return turn;
}

void wizard_fit(struct wizard *wizard, int rows, int columns)
{
	terminal_resize(rows, columns);
	wizard_paint(wizard->ui, wizard->program);
	wizard->drawn = screen_update(wizard->screen);
}

void wizard_fit_unseen(struct wizard *wizard, int rows, int columns)
{
	terminal_resize(rows, columns);
	wizard_paint(wizard->ui, wizard->program);
	wizard->drawn = screen_overlook(wizard->screen);
}

void wizard_resize(struct wizard *wizard, int rows, int columns)
{
	screen_resize(wizard->screen, rows, columns);
	wizard_fit(wizard, rows, columns);
}

struct screen *wizard_screen(struct wizard *wizard)
{
	return wizard->screen;
}

struct program *wizard_program(struct wizard *wizard)
{
	return wizard->program;
}

size_t wizard_drawn(const struct wizard *wizard)
{
	return wizard->drawn;
}
