#include "report.h"

#include <string.h>

const struct report_format report_formats[] = {
	{.names = {"text", "txt"},
		.help = "a memo in 80 columns",
		.sections = true,
		.local = true,
		.write = report_text},
	{.names = {"markdown", "md"},
		.help = "the same for GitHub and its like",
		.sections = true,
		.write = report_markdown},
	{.names = {"html", "htm"},
		.help = "a page with pictures, to read and to print",
		.sections = true,
		.write = report_html},
	{.names = {"json"},
		.help = "every figure, for programs",
		.several = true,
		.write = report_json},
	{.names = {"csv"},
		.help = "costs by month, for spreadsheets",
		.several = true,
		.write = report_csv},
	{.write = NULL},
};

const struct report_format *format_find(
	const struct report_format *formats, const char *name)
{
	for (const struct report_format *f = formats; f->write; f++)
		for (int i = 0; i < FORMAT_NAMES && f->names[i]; i++)
			if (!strcmp(f->names[i], name))
				return f;
	return NULL;
}

const struct report_format *format_of(
	const struct report_format *formats, const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *file = slash ? slash + 1 : path;
	const char *dot = strrchr(file, '.');
	const struct report_format *format =
		dot ? format_find(formats, dot + 1) : NULL;

	return format ? format : formats;
}

const struct report_format *report_format(const char *name)
{
	return format_find(report_formats, name);
}
