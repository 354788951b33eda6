/*
 * The wizard's screens: frame in, reply out.
 *
 * The program shows a frame with ui_paint() and asks ui_next() what the user
 * wants; nothing in a frame is changed here. Where the user is, what is
 * focused and what is half typed is the business of struct ui.
 */
#ifndef UI_UI_H
#define UI_UI_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

#include "model.h"
#include "repricing.h"
#include "theme.h"

struct ui;

enum notice_kind { NOTICE_NONE, NOTICE_DONE, NOTICE_TROUBLE };

/* A place to begin from, or a file to open. */
struct entry {
	const char *label; /* "Support triage", "../" */
	const char *path;
	const char *note; /* "example", "yesterday", "folder", or "" */
	bool folder;
	bool unsaved; /* work that waits: to be looked at before it is taken */
};

/* Work that was not saved when its program ended. */
struct work {
	char path[PATH_MAX]; /* where it lies now; "": there is none */
	char name[128];      /* of the session, or of its file */
	char file[PATH_MAX]; /* which it was to be saved in; "": none yet */
	char age[40];        /* "5 minutes ago" */
	char verdict[100];   /* "stops at savings" */
	bool outdated;       /* the file was changed since */
};

/* Everything that a screen may need to know; all borrowed and const. */
struct frame {
	const struct session *session; /* with what is being typed, if valid */
	const struct result *result;   /* of that session */
	const struct odds *odds;       /* the same */
	bool waits; /* for the odds: they are still to be worked out */
	const struct result *before; /* before the last edit, or NULL */
	int patience; /* milliseconds of silence until REPLY_IDLE; -1: none */
	const char *file;  /* NULL: not saved anywhere yet */
	const char *saved; /* "14:02", or NULL: not yet */
	bool dirty;        /* changed since it was saved */
	bool can_undo, can_redo;
	enum notice_kind notice_kind;
	const char *notice;         /* one line: what just happened */
	bool outside;               /* somebody else has changed the file */
	const struct work *work;    /* to be offered; NULL: none */
	const char *holder;         /* who else has it open; NULL: nobody */
	const struct entry *starts; /* for the start screen */
	int start_count;
	const char *folder; /* what the file dialog looks into */
	const struct entry *files;
	int file_count;
	const struct catalogue *catalogue; /* NULL: not read */
	int day;                           /* that is today; 0: not known */
	const struct repricing *repricing; /* the session's; NULL: not asked */
	const struct result *repriced;     /* with what has moved */
	const char *report; /* the text report, lines ended by \n, or NULL */
	const char *const *themes; /* names, NULL-terminated */
	const char *theme;         /* the name of the one in use */
};

enum reply_kind {
	REPLY_NONE, /* paint again */
	REPLY_IDLE, /* nobody types: time for what can wait */
	REPLY_TRY,  /* edit: show what it would do, keep nothing */
	REPLY_DROP, /* forget what was tried */
	REPLY_EDIT, /* edit: do it, one step of undo */
	REPLY_UNDO,
	REPLY_REDO,
	REPLY_SAVE,    /* to the frame's file */
	REPLY_SAVE_AS, /* text: path; replaces a file only if force */
	REPLY_OPEN,    /* text: path; work that waits is recovered */
	REPLY_WORK,    /* text: path of work that waits; make frame.work */
	REPLY_FORGET,  /* text: the same; remove it for good */
	REPLY_NEW,     /* an empty session */
	REPLY_FOLDER,  /* text: folder to list for the file dialog */
	REPLY_PRICES,  /* make frame.catalogue and frame.repricing */
	REPLY_PICK,    /* edit.place, text: id of an entry that fills it in */
	REPLY_REPRICE, /* take the prices that have moved */
	REPLY_REPORT,  /* make frame.report */
	REPLY_COMPARE, /* text: path; make frame.report of both */
	REPLY_EDITOR,  /* edit.place, text: have the user edit it elsewhere;
			* see ui_lend() */
	REPLY_YANK,    /* work out the odds, and ui_copy_verdict() */
	REPLY_COPIED,  /* text: what is in the clipboard now */
	REPLY_EXPORT,  /* text: path; the text report, or JSON if it ends so */
	REPLY_THEMES,  /* make frame.themes */
	REPLY_THEME,   /* text: name */
	REPLY_QUIT,
	REPLY_SIGNAL, /* signal: leave, keeping the work */
	REPLY_HANGUP, /* the terminal is gone: the same */
};

struct reply {
	enum reply_kind kind;
	struct edit edit;    /* its text is borrowed until the next ui_next() */
	const char *text;    /* the same */
	bool force;          /* the user has confirmed */
	bool then_quit;      /* with a save: leave when it worked */
	bool one_of_several; /* edits of this kind of one place, one behind the
			      * other, are one step of undo */
	bool pressed;        /* by a key, whatever became of it */
	int signal;
};

struct ui_setup {
	int in, out, wake; /* as in terminal.h */
	int rows, columns; /* fixed, for tests; 0: the terminal's */
	const char *term;  /* NULL: $TERM */
	bool colours, ascii, mouse;
	bool braille; /* curves as dots; not in ASCII */
	/* Told in words what happens; NULL: nobody watches. */
	void (*watcher)(const char *words);
	bool at_start; /* begin with the start screen, not with question 1 */
};

/* NULL and an issue when the terminal cannot be used. */
struct ui *ui_open(const struct ui_setup *setup, struct issue *issue);
/* The kind of terminal that is drawn for in place of an unknown $TERM, or
 * NULL. */
const char *ui_fallback(void);

/* Gives the terminal back. */
void ui_close(struct ui *ui);

void ui_use_theme(struct ui *ui, const struct theme *theme);

/* A table of keys in place of the default one; borrowed. */
struct key_row;
void ui_use_keys(struct ui *ui, const struct key_row *keys);

/* Draw every view and send what changed. */
void ui_paint(struct ui *ui, const struct frame *frame);

/* Wait for what the user wants; the only place that waits. */
struct reply ui_next(struct ui *ui, const struct frame *frame);

/* Leave the terminal to another program until ui_take_back(). */
void ui_lend(struct ui *ui);
void ui_take_back(struct ui *ui);

/* Put a text from elsewhere into a field, as if it had been typed and taken.
 * What the session would refuse stays in the field, and says why. */
struct reply ui_put(struct ui *ui, const struct frame *frame,
	struct place place, const char *text);

/* Put the verdict into the clipboard, with odds that are not waited for. */
struct reply ui_copy_verdict(struct ui *ui, const struct frame *frame);

/* Does what is on the screen show flips? */
bool ui_shows_flips(const struct ui *ui);

/* Will ui_next() answer at once, because a command waits for its turn behind
 * a reply? */
bool ui_is_waiting(const struct ui *ui);

/* The same, or because there is a key already? */
bool ui_is_pending(const struct ui *ui);

/* The session is another one now: opened, or new. */
void ui_session_changed(struct ui *ui);

/* Prices have moved: offer the new ones, unless somebody is at work already. */
void ui_offer_prices(struct ui *ui);

/* Work that waits: offer frame.work. */
void ui_offer_work(struct ui *ui);

/* Somebody else has the session open: say so. */
void ui_tell_holder(struct ui *ui);

/* What was to be saved or written is: the dialog can go. */
void ui_saved(struct ui *ui);

#endif
