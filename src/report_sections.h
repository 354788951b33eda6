/*
 * Which sections of the memo --section asks for.
 */
#ifndef SRC_REPORT_SECTIONS_H
#define SRC_REPORT_SECTIONS_H

#include "arguments.h"
#include "report.h"

/* As SECTION_BIT()s; 0: all of them. False after complaining: there is none of
 * that name, or the format has no sections. */
bool report_sections(const struct arguments *arguments,
	const struct report_format *format, unsigned *sections);

#endif
