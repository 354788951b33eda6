/*
 * What was drawn where, for the mouse: views note what they draw while they
 * draw it, so nothing is laid out twice. There is one screen a process.
 */
#ifndef UI_HITS_H
#define UI_HITS_H

#include "canvas.h"
#include "keymap.h"
#include "model.h"

enum hit_kind {
	HIT_COMMAND, /* as if its key had been pressed */
	HIT_PLACE,   /* a field */
	HIT_WORD,    /* one of the words of a choice: number */
	HIT_LINE,    /* of the list on top: number */
};

struct hit {
	struct area area;
	enum hit_kind kind;
	enum command command;
	struct place place;
	int number;
};

/* Nothing is drawn, or what was lies below something else now. */
void hits_clear(void);

/* Cells of a row of an area, or a whole area. What is noted later lies on
 * top. */
void hit_command(struct area area, enum command command);
void hit_cells(
	struct area area, int row, int column, int cells, enum command command);
void hit_place(
	struct area area, int row, int column, int cells, struct place place);
void hit_word(struct area area, int row, int column, int cells,
	struct place place, int number);
void hit_line(struct area area, int row, int number);

/* What is at a place of the screen, or NULL. */
const struct hit *hit_at(int row, int column);

#endif
