/*
 * The wizard's state, and the only place that changes it.
 *
 * program_frame() says what the screens may show, program_take() carries out
 * what they ask for. No terminal here: tests drive it as the loop does.
 */
#ifndef SRC_PROGRAM_H
#define SRC_PROGRAM_H

#include <limits.h>

#include "catalogue_store.h"
#include "claim.h"
#include "file_issue.h"
#include "history.h"
#include "journal.h"
#include "keymap_own.h"
#include "outlook.h"
#include "places.h"
#include "shelf.h"
#include "stamp.h"
#include "ui.h"

struct program {
	struct session session;   /* what was accepted */
	struct session trial;     /* with what is being typed */
	struct session kept;      /* as it is in the file */
	struct session candidate; /* for an edit that may be refused */
	struct outlook outlook;   /* of the session */
	struct outlook trial_outlook;
	struct result before; /* before the last edit */
	struct lookout lookout;
	bool trying, has_before, dirty, ascii;
	struct place stepped; /* in the last edit, if stepping */
	bool stepping;        /* the next such step is one with it */
	struct history history;

	char path[PATH_MAX]; /* of the session's file, or "" */
	struct stamp stamp;  /* the file, as we know it */
	struct stamp theirs; /* what somebody else made of it: warned of */
	struct stamp seen;   /* what the file was like at the last look */
	bool outside;        /* and that is not what we know */
	long long looked_at; /* milliseconds of the clock, as all here */
	bool to_remember;    /* the file, among the recent ones */
	bool warned;
	char saved[8];

	struct own_journal journal;       /* of what is not saved */
	bool touched;                     /* it may have to be written anew */
	long long touched_at, changed_at; /* the last time, and the first */
	bool untold;            /* it cannot be written, and that was said */
	char rescued[PATH_MAX]; /* what was recovered, until it is in ours */
	struct work work;       /* that waits, and is offered */
	struct claim claim;     /* on the file */
	char holder[200];       /* who has one on it, or "" */
	bool work_found, held_by_others; /* for the screens to know */

	enum notice_kind notice_kind;
	char notice[600];
	struct places starts, files;
	char folder[PATH_MAX];
	char *report;
	struct shelf themes;
	const char **theme_names;
	char theme[PATH_MAX];
	struct theme style; /* to be used when it changed */
	bool style_changed;
	struct keymap keys;               /* with the user's own */
	bool session_changed, file_saved; /* for the screens to know */

	struct catalogue_store store; /* when has_catalogue */
	bool has_catalogue;
	bool to_ask; /* the catalogue, what has moved since the session's day */
	bool prices_moved; /* for the screens to know */
	bool has_repricing;
	struct repricing repricing;
	struct result repriced;
	int day; /* that is today; 0: to be asked for */
};

/* What the loop has to do after a reply; SAME: nothing is to be painted. */
enum turn { TURN_ON, TURN_SAME, TURN_QUIT, TURN_SIGNAL };

/* Nothing listed, and no session yet: program_begin() or program_open() come
 * next. NULL: no memory. */
struct program *program_new(bool ascii);
void program_free(struct program *program);

/* An empty session with the four usual options. */
void program_begin(struct program *program);

/* Begin with a file; one that is not there yet will be made by saving. False
 * and the issue when it cannot be read. */
bool program_open(
	struct program *program, const char *path, struct file_issue *issue);

/* A theme by name or path; false and a notice when there is none. */
bool program_theme(struct program *program, const char *name);

/* The user's own keys, if there is a file of them. What is wrong with it is
 * told on standard error, and by a notice. */
void program_read_keys(struct program *program);

/* For the start screen. */
void program_list_starts(struct program *program);

/* Put the session's file at the head of the recent ones, if that is still to
 * be done: a write that no first screen should wait for. */
void program_remember(struct program *program);

/* The odds of what the next frame shows, from a quick sample if there are
 * better ones not yet, and its flips if they are wanted. */
void program_answer(struct program *program, bool flips);

/* Borrowed from the program until the next program_take(). */
struct frame program_frame(const struct program *program);

enum turn program_take(struct program *program, const struct reply *reply);

/* Is there something to be worked out while nobody types? What merely becomes
 * due at its time does not count. */
bool program_is_working(const struct program *program);

/* At the end: keep unsaved work for whoever comes next; true and the notice
 * says where. False: there is none, or a notice of trouble. */
bool program_rescue(struct program *program);

/* The verdict, and where the session is: one line for the normal screen. */
void program_farewell(const struct program *program, char *out, size_t size);

#endif
