/*
 * What commands that write a report have in common: its format, and its way
 * out.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "memory_stream.h"
#include "output.h"
#include "report.h"
#include "suggestion.h"

/* "text, markdown or json" */
static void format_list(
	const struct report_format *formats, char *out, size_t size)
{
	size_t used = 0;

	out[0] = '\0';
	for (const struct report_format *f = formats; f->write && used < size;
		f++)
		used += (size_t)snprintf(out + used, size - used, "%s%s",
			f == formats ? ""
			: f[1].write ? ", "
				     : " or ",
			f->names[0]);
}

const struct report_format *command_format(const struct report_format *formats,
	const struct arguments *arguments, const char *path)
{
	const char *name = arguments->flag[FLAG_FORMAT];
	const struct report_format *format;
	struct suggestion suggestion = {.written = name};
	char list[100], words[120];

	if (!name)
		return format_of(formats, path);
	format = format_find(formats, name);
	if (format)
		return format;
	for (format = formats; format->write; format++)
		suggestion_try(&suggestion, format->names[0]);
	format_list(formats, list, sizeof(list));
	snprintf(words, sizeof(words), "it is %s", list);
	complain_of_name("format", name, suggestion_best(&suggestion), words);
	return NULL;
}

int command_write(const struct report_format *format,
	const struct report *report, const char *path)
{
	char *bytes = NULL;
	size_t size = 0;
	FILE *memory = memory_stream(&bytes, &size);
	bool done = memory && format->write(memory, report);

	if (memory && fclose(memory))
		done = false;
	if (!done)
		complain("the report could not be made; there may not be "
			 "enough memory");
	else
		done = output_write(path, bytes, size);
	free(bytes);
	return done ? STATUS_DONE : STATUS_FAILED;
}

bool command_ascii(const struct arguments *arguments,
	const struct report_format *format, const char *path)
{
	return arguments->flag[FLAG_ASCII] ||
	       (format->local && !strcmp(path, "-") && !command_utf8());
}
