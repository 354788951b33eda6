#include "report_sections.h"

#include <stdio.h>
#include <string.h>

#include "document.h"
#include "output.h"
#include "suggestion.h"

static bool add_section(const char *name, unsigned *sections)
{
	struct suggestion suggestion = {.written = name};
	char list[200] = "there are:";
	size_t used = strlen(list);

	for (int i = 0; i < MEMO_SECTIONS; i++) {
		const char *id = section_table[i].id;

		if (!strcmp(name, id)) {
			*sections |= SECTION_BIT(i);
			return true;
		}
		suggestion_try(&suggestion, id);
		used += (size_t)snprintf(list + used, sizeof(list) - used,
			"%s%s", i ? ", " : " ", id);
	}
	complain_of_name("section", name, suggestion_best(&suggestion), list);
	return false;
}

bool report_sections(const struct arguments *arguments,
	const struct report_format *format, unsigned *sections)
{
	*sections = 0;
	for (int i = 0; i < arguments->section_count; i++)
		if (!add_section(arguments->sections[i], sections))
			return false;
	if (!*sections || format->sections)
		return true;
	complain("--section is for the memo, and %s is all figures or none; "
		 "leave it out, or: --format text",
		format->names[0]);
	return false;
}
