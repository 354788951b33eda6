#include "json_memory.h"

#include <jansson.h>
#include <stdlib.h>

static bool ran_out;

static void *take(size_t size)
{
	void *memory = malloc(size);

	if (!memory)
		ran_out = true;
	return memory;
}

void json_memory_watch(void)
{
	ran_out = false;
	json_set_alloc_funcs(take, free);
}

bool json_memory_ran_out(void)
{
	return ran_out;
}
