#include "report.h"

#include <string.h>

const struct report_format report_formats[] = {
	{.names = {"text", "txt"},
		.help = "a memo in 80 columns",
		.local = true,
		.write = report_text},
	{.names = {"markdown", "md"},
		.help = "the same for GitHub and its like",
		.write = report_markdown},
	{.names = {"html", "htm"},
		.help = "a page with pictures, to read and to print",
		.write = report_html},
	{.names = {"json"},
		.help = "every figure, for programs",
		.write = report_json},
	{.write = NULL},
};

const struct report_format *report_format(const char *name)
{
	for (const struct report_format *f = report_formats; f->write; f++)
		for (int i = 0; i < FORMAT_NAMES && f->names[i]; i++)
			if (!strcmp(f->names[i], name))
				return f;
	return NULL;
}

const struct report_format *report_format_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *file = slash ? slash + 1 : path;
	const char *dot = strrchr(file, '.');
	const struct report_format *format =
		dot ? report_format(dot + 1) : NULL;

	return format ? format : report_formats;
}
