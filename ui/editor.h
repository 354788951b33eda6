/*
 * One line of text being typed: pure, no screen.
 */
#ifndef UI_EDITOR_H
#define UI_EDITOR_H

#include <stdbool.h>
#include <stddef.h>

#include "press.h"
#include "retrace.h"

enum { EDITOR_BYTES = 4001 };

struct editor {
	char text[EDITOR_BYTES]; /* UTF-8, always NUL-terminated */
	size_t length;           /* bytes */
	size_t cursor;           /* bytes before it, at a cluster's border */
	struct retrace past;     /* what can be taken back */
};

/* Begin with text, the cursor behind it. */
void editor_start(struct editor *editor, const char *text);

/* Put another text in its place: with what is typed next, one step of undo. */
void editor_replace(struct editor *editor, const char *text);

/* Can something be taken back? */
bool editor_can_undo(const struct editor *editor);

/* Insert text at the cursor, controls and line ends left out; false when it
 * does not fit (then nothing is inserted). */
bool editor_insert(struct editor *editor, const char *text);

/* Take a press if it is for editing (characters, arrows within the line,
 * Home, End, deletion, Ctrl-A E B F D H K U W, Alt-b f d, and Ctrl-_ and
 * Ctrl-R to undo and redo); false if not. */
bool editor_press(struct editor *editor, struct press press);

/* The part that fits so many cells with the cursor in it, and the cursor's
 * cell in it. */
void editor_view(const struct editor *editor, int cells, char *out, size_t size,
	int *cursor);

#endif
