/*
 * What every screen fills in, and what they share: private to ui/.
 *
 * One screen stands at the bottom (start, a question, verdict, options);
 * what lies on top of it (help, files, report...) is a stack. The topmost
 * gets the keys; what it does not know comes back and is tried below.
 */
#ifndef UI_VIEW_H
#define UI_VIEW_H

#include "canvas.h"
#include "editor.h"
#include "form.h"
#include "keymap.h"
#include "press.h"
#include "ui.h"

struct view {
	const char *name; /* for the help's heading */
	/* Where the focus is now, as the keymap counts. */
	int (*where)(const struct ui *ui, const struct frame *frame);
	/* Draw into the area; nothing is changed but scrolling. */
	void (*draw)(
		struct ui *ui, const struct frame *frame, struct area area);
	/* Carry out a command; false: not mine. */
	bool (*command)(struct ui *ui, const struct frame *frame,
		enum command command, struct reply *reply);
	/* Take a press that means no command; false: not mine. May be NULL. */
	bool (*press)(struct ui *ui, const struct frame *frame,
		struct press press, struct reply *reply);
	/* Take pasted text. May be NULL. */
	void (*paste)(struct ui *ui, const struct frame *frame,
		const char *text, struct reply *reply);
};

extern const struct view view_start, view_question, view_verdict;
extern const struct view view_help, view_files, view_report, view_themes,
	view_leave, view_work, view_holder, view_picker, view_offer,
	view_answers, view_palette;

/* Screens at the bottom; the first six in the order of the steps. */
enum screen {
	SCREEN_VERDICT = QUESTIONS,
	SCREEN_OPTIONS,
	SCREEN_START,
	STEPS = SCREEN_VERDICT + 1,
};

/* Text that could not be read, kept where it was typed. */
struct draft {
	struct place place;
	char text[256];
	struct issue issue;
};

/* In a list: what is selected; in a page: the lines above the screen, and the
 * columns to the left of it. */
struct position {
	int selected, scroll, pan;
};

/* The first row of a page in sight. A window that is made small and large
 * again shows the same: what the small one needed does not stay. */
struct scrolled {
	int shown;
	int kept; /* as it was chosen for this focus, and so many rows */
	int rows;
	struct place focus;
};

enum { DRAFTS = 24, OVERLAYS = 6 };

/* What the file dialog was opened for. */
enum file_purpose { FILES_OPEN, FILES_SAVE, FILES_EXPORT, FILES_COMPARE };

struct ui {
	bool ascii, colours;
	void (*watcher)(const char *words); /* see ui_setup */
	size_t sent;                        /* bytes that were told of */
	const struct key_row *keys;         /* the table in use */
	int screen;                         /* a question, or enum screen */
	int page_before_options;
	const struct view *overlay[OVERLAYS];
	struct position below[OVERLAYS]; /* of what each lies on */
	bool shares[OVERLAYS];           /* ... and leaves as it is */
	int overlays;

	struct place focus[PAGES];
	struct scrolled top[PAGES];
	bool more;       /* show the rare fields */
	int panel_page;  /* enum panel_page */
	int picture;     /* of the verdict, enum picture */
	bool tall;       /* there is room for the path and a picture */
	bool narrow;     /* the screen has no room for the panel beside */
	bool panel_open; /* then it stands in the form's place */

	enum command waiting; /* for its turn behind the reply that is out */
	bool chord;           /* Ctrl-X was pressed: what comes belongs to it */
	bool filtering;       /* the start screen's list */
	bool at_work; /* a key was pressed since the session was opened */
	bool leaving; /* Esc was pressed where it closes nothing */
	bool typing;
	bool tried; /* a reply TRY is out */
	struct place typed_at;
	char typed_over[EDITOR_BYTES]; /* what the field held before */
	bool cancelled; /* the editor holds what Esc took back just now */
	struct editor editor;
	bool sure;          /* to discard work: asked once */
	bool refused;       /* the text was handed in and could not be taken */
	struct issue issue; /* of what is typed; what[0] 0: none */
	struct draft draft[DRAFTS];
	int drafts;
	struct session scratch; /* to try an edit on */

	struct position here; /* in the list or page on top */
	int page_rows, page_lines;
	enum file_purpose purpose;
	struct place picked;            /* what the picker fills in */
	struct editor path;             /* or the picker's filter */
	char asked_twice[EDITOR_BYTES]; /* the path to be replaced */
	bool then_quit;
	struct reply after_leave; /* what to do when work is not lost */
	char after_text[EDITOR_BYTES];
	char theme_before[EDITOR_BYTES];
	struct editor wanted; /* the palette's filter */
	int wanted_at;        /* selected in it */
	bool choosing;        /* ... by arrows: the cursor is there */
	struct editor sought; /* the help's */
	char note[100];       /* what just happened, of the screens' own */
	bool seeking;         /* ... while it is typed */

	char text[EDITOR_BYTES]; /* of the reply that is out */
};

/* The view that gets the keys. */
const struct view *ui_top(const struct ui *ui);
const struct view *ui_screen(const struct ui *ui);
/* With a list or a page of its own; what lies below gets its position back
 * when this is closed. */
void ui_push(struct ui *ui, const struct view *view);
/* The same, leaving selection and scrolling to what lies below. */
void ui_lay(struct ui *ui, const struct view *view);
void ui_pop(struct ui *ui);
void ui_go(struct ui *ui, int screen);

/* The page of the form on the screen, or -1. */
int ui_page(const struct ui *ui);

/* Ask before unsaved work is lost, else reply at once. */
void ui_leave_with(struct ui *ui, const struct frame *frame,
	struct reply *reply, const struct reply *then);

/* Carry out a command that means the same wherever one is (common.c). */
void ui_common(struct ui *ui, const struct frame *frame, enum command command,
	struct reply *reply);

/* Carry out a command, as if its key had been pressed. */
void ui_do(struct ui *ui, const struct frame *frame, enum command command,
	struct reply *reply);

/* A click or the wheel; false: it is neither (mouse.c). */
bool mouse_press(struct ui *ui, const struct frame *frame, struct press press,
	struct reply *reply);

/* Move a selection in a list of so many; false if the command does not. */
bool list_command(int *selected, int count, enum command command);

/* Scroll a page; false if the command does not. */
bool page_command(struct ui *ui, enum command command);

/* ---- typing (typing.c) -------------------------------------------------- */

/* With text in the editor; the field holds another one, or the same. */
void typing_start(struct ui *ui, const struct frame *frame, struct place place,
	const char *text);
/* Take a press into the editor, and try what it makes; false: not taken. */
bool typing_press(struct ui *ui, const struct frame *frame, struct press press,
	struct reply *reply);
void typing_paste(struct ui *ui, const struct frame *frame, const char *text,
	struct reply *reply);
/* Hand in what was typed; false if it cannot be read (and typing goes on). */
bool typing_take(struct ui *ui, const struct frame *frame, struct reply *reply);
/* Leave the field whatever it holds: valid text is handed in, other text
 * stays in it as a draft. */
void typing_leave(
	struct ui *ui, const struct frame *frame, struct reply *reply);
void typing_cancel(struct ui *ui, struct reply *reply);
/* What was cancelled, again; only while ui->cancelled. */
void typing_resume(
	struct ui *ui, const struct frame *frame, struct reply *reply);
/* Put a text into a field and hand it in; what cannot be read stays there as
 * if it had been typed. */
void typing_put(struct ui *ui, const struct frame *frame, struct place place,
	const char *text, struct reply *reply);
const struct draft *draft_find(const struct ui *ui, struct place place);
void draft_drop(struct ui *ui, struct place place);
/* Ask for a value at once, without typing. */
void typing_set(struct ui *ui, struct place place, const char *text,
	struct reply *reply);

/* ---- a question's page (question.c, question_draw.c) -------------------- */

void question_form(
	const struct ui *ui, const struct frame *frame, struct form *form);
struct place question_focus(const struct ui *ui, const struct form *form);
void question_draw(struct ui *ui, const struct frame *frame, struct area area);

/* What only the options editor knows; false: not mine (options.c). */
bool options_command(struct ui *ui, const struct frame *frame,
	enum command command, struct reply *reply);

/* Open the picker for the focus, if the catalogue can fill it (picker.c). */
void picker_open(struct ui *ui, const struct frame *frame, struct reply *reply);

/* "cited, 14 days ago: price page"; "" where nothing is known of its origin. */
void origin_words(
	const struct frame *frame, struct place place, char *out, size_t size);

/* What the catalogue warns of an option first, or "". */
void alert_words(const struct frame *frame, int option, char *out, size_t size);

/* Is it warned of, by more than a doubt? */
bool has_alert(const struct frame *frame, int option);

/* ---- parts that several screens draw ------------------------------------ */

void head_draw(
	const struct ui *ui, const struct frame *frame, struct area area);
void foot_draw(
	const struct ui *ui, const struct frame *frame, struct area area);
void panel_draw(
	const struct ui *ui, const struct frame *frame, struct area area);
enum { PANEL_FROM = 78, PANEL_UNDER = 34 };
enum panel_page {
	PANEL_COST,
	PANEL_CURVES,
	PANEL_MONEY,
	PANEL_ODDS,
	PANEL_FLIPS,
	PANEL_MEASURE,
	PANEL_PAGES
};
/* Draw the panel beside or under the screen's own part, or in its place;
 * returns what is left for that, which may have no rows. */
struct area panel_place(
	struct ui *ui, const struct frame *frame, struct area area);
/* Cumulative cost of each option over the months, with its axes; nothing where
 * there are fewer than CURVES_ROWS. */
enum { CURVES_ROWS = 4 };
void curves_draw(const struct frame *frame, struct area area);
/* The seven categories of the options, as a table; the small ones in one line
 * where there is no room for all. */
void categories_draw(const struct frame *frame, struct area area);
/* What is not certain (panel_odds.c): how likely it is to pay, what would flip
 * it, what to measure first. */
void odds_draw(const struct frame *frame, struct area area);
void flips_draw(const struct frame *frame, struct area area);
void measures_draw(const struct frame *frame, struct area area);
/* A warning that nothing here does the job, where that is so in most
 * scenarios; returns the row behind it. */
int none_feasible_draw(const struct frame *frame, struct area area, int row);

/* A pen for words about the frame's session. */
struct pen frame_pen(const struct frame *frame, char *out, size_t size);
/* "55 of 100", or "55±4 of 100" while not all scenarios are in. */
void chance_words(const struct frame *frame, double share, double error,
	char *out, size_t size);
/* A label on the left, a value on the right. */
void fact_draw(struct area area, int row, enum role role, const char *label,
	const char *value);
/* An option's mark and name, and a figure behind them. */
void option_draw(const struct frame *frame, struct area area, int row,
	int option, const char *figure);
/* May odds that are still to be worked out change the verdict? They can take
 * back a yes to the last question, and nothing else. */
bool verdict_waits(const struct frame *frame);
/* "…", or three dots in ASCII: what is not known yet. */
const char *waiting_words(void);
/* The verdict as a fact: "savings: stop". */
int verdict_line_draw(const struct frame *frame, struct area area, int row);

/* How the net saving is spread, with its axis. */
void histogram_draw(const struct frame *frame, struct area area);

/* The verdict's pictures (verdict_pictures.c). */
enum picture {
	PICTURE_PATH, /* the gates */
	PICTURE_SPREAD,
	PICTURE_TORNADO,
	PICTURE_CURVES,
	PICTURE_MONEY,
	PICTURE_NEXT, /* what would flip it, what to measure */
	PICTURES
};
const char *picture_title(enum picture picture);
void picture_draw(
	const struct frame *frame, struct area area, enum picture picture);
/* Where a screen is this wide, pictures stand in a column of their own at the
 * right; returns what is left. */
enum { PICTURES_FROM = 150 };
struct area pictures_place(const struct frame *frame, struct area area);

/* One row of a form: a shared field, or a cell for each option. */
void field_draw(const struct ui *ui, const struct frame *frame,
	struct area area, int row, enum input input, bool focused);
void cells_draw(const struct ui *ui, const struct frame *frame,
	struct area area, int row, enum input input, struct place focus);

/* Columns of a table of options in an area; all fit, or a part of them
 * around the focus. */
struct columns {
	int label;        /* cells of the label */
	int width;        /* cells of an option, a blank included */
	int first, count; /* options in sight */
};
struct columns columns_of(struct area area, int options, int focus);

/* What is to be said of a place: what is wrong with it, how it was read,
 * what it means. */
void field_detail(const struct ui *ui, const struct frame *frame,
	struct area area, struct place place);

/* ---- what lies on top --------------------------------------------------- */

/* A box in the middle of the screen, its paper blank; returns its inside. */
struct area popup(struct area area, int rows, int columns, const char *title);
/* Keep the page's scrolling within so many lines, shown in this area. */
void page_clamp(struct ui *ui, struct area area, int lines);
/* The key of a command, and what it does. */
void key_line_draw(const struct ui *ui, struct area area, int row, int where,
	enum command command, const char *words);
void palette_open(struct ui *ui);
void help_open(struct ui *ui);
void files_open(struct ui *ui, const struct frame *frame,
	enum file_purpose purpose, struct reply *reply);

enum role answer_role(enum answer answer);
const char *answer_mark(enum answer answer);

/* "12k" with the currency of the frame's session. */
void money_words(
	const struct frame *frame, double value, char *out, size_t size);

#endif
