#include "hits.h"

#include <stddef.h>

/* More than a screen of 1000 x 500 has rows and columns of options. */
enum { HITS = 2000 };

static struct hit hits[HITS];
static int count;

void hits_clear(void)
{
	count = 0;
}

static void note(struct hit hit)
{
	if (hit.area.rows > 0 && hit.area.columns > 0 && count < HITS)
		hits[count++] = hit;
}

static struct area cells_of(struct area area, int row, int column, int cells)
{
	return area_columns(area_rows(area, row, 1), column, cells);
}

void hit_command(struct area area, enum command command)
{
	note((struct hit){
		.area = area, .kind = HIT_COMMAND, .command = command});
}

void hit_cells(
	struct area area, int row, int column, int cells, enum command command)
{
	hit_command(cells_of(area, row, column, cells), command);
}

void hit_place(
	struct area area, int row, int column, int cells, struct place place)
{
	note((struct hit){.area = cells_of(area, row, column, cells),
		.kind = HIT_PLACE,
		.place = place});
}

void hit_word(struct area area, int row, int column, int cells,
	struct place place, int number)
{
	note((struct hit){.area = cells_of(area, row, column, cells),
		.kind = HIT_WORD,
		.place = place,
		.number = number});
}

void hit_line(struct area area, int row, int number)
{
	note((struct hit){.area = area_rows(area, row, 1),
		.kind = HIT_LINE,
		.number = number});
}

const struct hit *hit_at(int row, int column)
{
	for (int i = count - 1; i >= 0; i--)
		if (area_holds(hits[i].area, row, column))
			return &hits[i];
	return NULL;
}
