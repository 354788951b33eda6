#include "suggestion.h"

#include <stddef.h>
#include <string.h>

#include "spelling.h"

void suggestion_try(struct suggestion *suggestion, const char *known)
{
	int distance = spelling_distance(suggestion->written, known);

	if (suggestion->nearest && distance >= suggestion->distance)
		return;
	suggestion->nearest = known;
	suggestion->distance = distance;
}

/* One slip, and another for every three letters: "reprot" is two. */
const char *suggestion_best(const struct suggestion *suggestion)
{
	int slips = 1 + (int)(strlen(suggestion->written) / 3);

	if (!suggestion->nearest || suggestion->distance > slips)
		return NULL;
	return suggestion->nearest;
}
