/*
 * tuneornot doctor: versions, and the others' findings.
 */
#include <jansson.h>
#include <libconfig.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "doctor.h"
#include "output.h"
#include "text.h"
#include "theme.h"

enum { NAMES = 11, VALUE = 8192 };

void doctor_row(const char *name, const char *value, ...)
{
	char raw[VALUE], clean[VALUE];
	va_list rest;

	va_start(rest, value);
	vsnprintf(raw, sizeof(raw), value, rest);
	va_end(rest);
	text_clean(clean, sizeof(clean), raw);
	printf("%-*s%s\n", NAMES, name, clean);
}

void doctor_wrong(struct doctor *doctor, const char *words, ...)
{
	enum { MOST = sizeof(doctor->wrong) / sizeof(*doctor->wrong) };
	char raw[VALUE], clean[VALUE];
	va_list rest;

	if (doctor->count == MOST)
		return;
	va_start(rest, words);
	vsnprintf(raw, sizeof(raw), words, rest);
	va_end(rest);
	text_clean(clean, sizeof(clean), raw);
	doctor->wrong[doctor->count] = strdup(clean);
	if (doctor->wrong[doctor->count])
		doctor->count++;
}

static void print_versions(void)
{
	doctor_row("tuneornot", "%s", TUNEORNOT_VERSION);
	doctor_row("libraries", "%s, libconfig %d.%d.%d", theme_library(),
		LIBCONFIG_VER_MAJOR, LIBCONFIG_VER_MINOR,
		LIBCONFIG_VER_REVISION);
	doctor_row("", "jansson %s, utf8proc %s", jansson_version_str(),
		text_library());
}

static int print_wrong(struct doctor *doctor)
{
	if (doctor->count)
		printf("\nTo be mended\n");
	for (int i = 0; i < doctor->count; i++) {
		printf("  %s\n", doctor->wrong[i]);
		free(doctor->wrong[i]);
	}
	return doctor->count ? STATUS_FAILED : STATUS_DONE;
}

int command_doctor(const struct arguments *arguments)
{
	struct doctor doctor = {.arguments = arguments};

	print_versions();
	doctor_terminal(&doctor);
	command_sandbox(arguments); /* terminals are described in any place */
	doctor_folders(&doctor);
	doctor_sandbox();
	return print_wrong(&doctor);
}
