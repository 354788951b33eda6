#include "retrace.h"

#include <string.h>

void retrace_clear(struct retrace *retrace)
{
	retrace->used = 0;
	retrace->steps = retrace->done = 0;
}

static size_t bytes_of(const struct retrace_step *step)
{
	return (size_t)step->gone + step->came;
}

/* Where the bytes of a step are. */
static char *bytes_at(struct retrace *retrace, int number)
{
	char *bytes = retrace->bytes;

	for (int i = 0; i < number; i++)
		bytes += bytes_of(&retrace->step[i]);
	return bytes;
}

/* What could be done again cannot be any more. */
static void forget_later(struct retrace *retrace)
{
	retrace->used =
		(size_t)(bytes_at(retrace, retrace->done) - retrace->bytes);
	retrace->steps = retrace->done;
}

static void forget_first(struct retrace *retrace)
{
	size_t bytes = bytes_of(&retrace->step[0]);

	retrace->used -= bytes;
	memmove(retrace->bytes, retrace->bytes + bytes, retrace->used);
	retrace->steps--;
	retrace->done--;
	memmove(retrace->step, retrace->step + 1,
		(size_t)retrace->steps * sizeof(retrace->step[0]));
}

/* The smallest piece in which they differ. */
static struct retrace_step difference(
	const char *before, const char *after, bool open)
{
	size_t gone = strlen(before), came = strlen(after), at = 0;

	while (at < gone && at < came && before[at] == after[at])
		at++;
	while (gone > at && came > at && before[gone - 1] == after[came - 1]) {
		gone--;
		came--;
	}
	return (struct retrace_step){.at = (unsigned short)at,
		.gone = (unsigned short)(gone - at),
		.came = (unsigned short)(came - at),
		.open = open};
}

/* Does it go on where the last one ends? */
static bool goes_on(
	const struct retrace *retrace, const struct retrace_step *step)
{
	const struct retrace_step *last;

	if (retrace->steps == 0 || !step->open || step->gone)
		return false;
	last = &retrace->step[retrace->steps - 1];
	return last->open && step->at == last->at + last->came;
}

static void put(struct retrace *retrace, const char *bytes, size_t count)
{
	memcpy(retrace->bytes + retrace->used, bytes, count);
	retrace->used += count;
}

void retrace_note(struct retrace *retrace, const char *before,
	const char *after, bool open)
{
	struct retrace_step step = difference(before, after, open);

	if (bytes_of(&step) == 0)
		return;
	forget_later(retrace);
	while (retrace->steps > 1 &&
		(retrace->steps == RETRACE_STEPS ||
			retrace->used + bytes_of(&step) > RETRACE_BYTES))
		forget_first(retrace);
	if (retrace->used + bytes_of(&step) > RETRACE_BYTES)
		retrace_clear(retrace);
	if (goes_on(retrace, &step))
		retrace->step[retrace->steps - 1].came += step.came;
	else
		retrace->step[retrace->steps++] = step;
	put(retrace, before + step.at, step.gone);
	put(retrace, after + step.at, step.came);
	retrace->done = retrace->steps;
}

void retrace_close(struct retrace *retrace)
{
	if (retrace->done > 0)
		retrace->step[retrace->done - 1].open = false;
}

/* Put bytes in the place of others. */
static void exchange(char *text, size_t at, size_t gone, const char *bytes,
	size_t came, size_t *cursor)
{
	memmove(text + at + came, text + at + gone,
		strlen(text + at + gone) + 1);
	memcpy(text + at, bytes, came);
	*cursor = at + came;
}

bool retrace_back(struct retrace *retrace, char *text, size_t *cursor)
{
	const struct retrace_step *step;

	if (retrace->done == 0)
		return false;
	step = &retrace->step[--retrace->done];
	exchange(text, step->at, step->came, bytes_at(retrace, retrace->done),
		step->gone, cursor);
	return true;
}

bool retrace_forth(struct retrace *retrace, char *text, size_t *cursor)
{
	const struct retrace_step *step;

	if (retrace->done == retrace->steps)
		return false;
	step = &retrace->step[retrace->done];
	exchange(text, step->at, step->gone,
		bytes_at(retrace, retrace->done) + step->gone, step->came,
		cursor);
	retrace->done++;
	return true;
}
