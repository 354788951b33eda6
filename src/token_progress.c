#include "token_progress.h"

#include <math.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "figure.h"
#include "output.h"
#include "text.h"

enum { NAME_CELLS = 40, LINE_CELLS = 78 };

static const double interval = 0.25; /* seconds */

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

void token_progress_begin(
	struct token_progress *progress, const char *name, uint64_t size)
{
	char clean[4096];

	*progress = (struct token_progress){.size = size,
		.terminal = isatty(STDERR_FILENO) && !output_is_quiet(),
		.next = now() + interval};
	text_clean(clean, sizeof(clean), name);
	text_fit(progress->name, sizeof(progress->name), clean,
		text_width(clean) < NAME_CELLS ? text_width(clean) : NAME_CELLS,
		TEXT_LEFT, true);
}

void token_progress_at(void *context, uint64_t done)
{
	struct token_progress *progress = context;
	char read[FIGURE_MAX], part[FIGURE_MAX], line[256];

	if (!progress->terminal || now() < progress->next)
		return;
	progress->next = now() + interval;
	progress->shown = true;
	figure_short(read, sizeof(read), (double)done);
	figure_percent(part, sizeof(part),
		progress->size
			? floor(100. * (double)done / (double)progress->size) /
				  100
			: 0);
	snprintf(line, sizeof(line), "%s: %s bytes%s%s", progress->name, read,
		progress->size ? ", " : "", progress->size ? part : "");
	fprintf(stderr, "\r%-*s", LINE_CELLS, line);
}

void token_progress_clear(struct token_progress *progress)
{
	if (progress->shown)
		fprintf(stderr, "\r%*s\r", LINE_CELLS, "");
	progress->shown = false;
}
