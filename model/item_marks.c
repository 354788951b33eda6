#include "item_marks.h"

const struct item_mark_row item_mark_table[] = {
	[MARK_RETIRES] = {'r', "retires on a day that is known"},
	[MARK_RETIRED] = {'R', "has retired"},
	[MARK_CLOSES] = {'c', "closes"},
	[MARK_CLOSED] = {'C', "closed to new customers"},
	[MARK_ANNOUNCED] = {'a', "a change of price is announced"},
	[MARK_DOUBTFUL] = {'?', "needs a check"},
	[MARK_OWN] = {'*', "from your own folder"},
};
_Static_assert(sizeof(item_mark_table) / sizeof(*item_mark_table) == ITEM_MARKS,
	"a row for each");

static unsigned date_marks(const struct item *item, int day)
{
	int retires = item->date[ITEM_RETIRES];
	int closed = item->date[ITEM_CLOSED];
	int closes = item->date[ITEM_CLOSES];
	unsigned marks = 0;

	if (retires)
		marks |= 1u << (retires > day ? MARK_RETIRES : MARK_RETIRED);
	if ((closed && closed <= day) || (closes && closes <= day))
		marks |= 1u << MARK_CLOSED;
	else if (closed || closes)
		marks |= 1u << MARK_CLOSES;
	return marks;
}

unsigned item_marks(const struct item *item, int day)
{
	unsigned marks = date_marks(item, day);

	if (item->check)
		marks |= 1u << MARK_DOUBTFUL;
	if (item->own)
		marks |= 1u << MARK_OWN;
	for (int i = 0; i < item->count; i++) {
		const struct item_figure *figure = &item->figures[i];

		if (figure->from > day)
			marks |= 1u << MARK_ANNOUNCED;
		if (item_figure_holds(item, figure, day) &&
			item_figure_is_doubtful(figure, day))
			marks |= 1u << MARK_DOUBTFUL;
	}
	return marks;
}
