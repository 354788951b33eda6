#include "template.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "paths.h"

bool template_path(const char *name, char *path, size_t size)
{
	char file[PATH_MAX];

	snprintf(file, sizeof(file), TEMPLATE_FOLDER "/%s" TEMPLATE_ENDING,
		name);
	return paths_data(file, path, size);
}

/* "support-triage" as "Support triage" */
static void title_from(const char *name, char *title, size_t size)
{
	snprintf(title, size, "%s", name);
	for (char *c = title; *c; c++)
		if (*c == '-')
			*c = ' ';
	if (*title >= 'a' && *title <= 'z')
		*title = (char)(*title - 'a' + 'A');
}

static bool read_line(const char *name, char *line, int size)
{
	char path[PATH_MAX];
	FILE *in = NULL;
	bool read;

	if (template_path(name, path, sizeof(path)))
		in = fopen(path, "re");
	if (!in)
		return false;
	read = fgets(line, size, in);
	fclose(in);
	if (read)
		line[strcspn(line, "\r\n")] = '\0';
	return read;
}

void template_describe(const char *name, struct template_words *words)
{
	char line[200];
	const char *colon, *title = line + 1;

	words->about[0] = '\0';
	title_from(name, words->title, sizeof(words->title));
	if (!read_line(name, line, sizeof(line)) || *line != '#')
		return;
	title += strspn(title, " ");
	colon = strchr(title, ':');
	if (!colon || colon == title)
		return;
	snprintf(words->title, sizeof(words->title), "%.*s",
		(int)(colon - title), title);
	colon += 1 + strspn(colon + 1, " ");
	snprintf(words->about, sizeof(words->about), "%s", colon);
}
