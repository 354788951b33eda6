/* Rectangles in rectangles; the half of canvas.h that needs no screen. */
#include "canvas.h"

static bool dots;

void canvas_use_braille(bool braille)
{
	dots = braille;
}

bool canvas_braille(void)
{
	return dots && !canvas_ascii();
}

static int within(int value, int low, int high)
{
	if (value > high)
		value = high;
	return value < low ? low : value;
}

struct area area_rows(struct area area, int first, int rows)
{
	int from = within(first, 0, area.rows);
	int to = within(first + rows, from, area.rows);

	area.row += from;
	area.rows = to - from;
	return area;
}

struct area area_columns(struct area area, int first, int columns)
{
	int from = within(first, 0, area.columns);
	int to = within(first + columns, from, area.columns);

	area.column += from;
	area.columns = to - from;
	return area;
}

struct area area_inset(struct area area, int rows, int columns)
{
	area = area_rows(area, rows, area.rows - 2 * rows);
	return area_columns(area, columns, area.columns - 2 * columns);
}

bool area_holds(struct area area, int row, int column)
{
	return row >= area.row && row < area.row + area.rows &&
	       column >= area.column && column < area.column + area.columns;
}
