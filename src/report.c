#include "report.h"

#include <string.h>

const struct report_format report_formats[] = {
	{"text", "a memo in 80 columns", report_text, false},
	{"json", "every figure, for programs", report_json, true},
	{"csv", "costs by month, for spreadsheets", report_csv, true},
	{0},
};

const struct report_format *report_format(const char *name)
{
	for (const struct report_format *f = report_formats; f->name; f++)
		if (!strcmp(f->name, name))
			return f;
	return NULL;
}
