#include "compare.h"

#include <string.h>

const struct compare_format compare_formats[] = {
	{"text", compare_text},
	{"json", compare_json},
	{"csv", compare_csv},
	{0},
};

const struct compare_format *compare_format(const char *name)
{
	for (const struct compare_format *f = compare_formats; f->name; f++)
		if (!strcmp(f->name, name))
			return f;
	return NULL;
}
