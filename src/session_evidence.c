/*
 * The list of evidence in a session file.
 */
#include <stdio.h>
#include <string.h>

#include "session_file.h"
#include "session_reading.h"

static bool is_member(const char *name)
{
	static const char *const names[] = {
		"input", "grade", "source", "date", NULL};

	return reading_is_among(name, names);
}

static bool refuse_member(struct reading *reading,
	const config_setting_t *member, const char *prefix)
{
	const char *name = config_setting_name(member);
	char key[KEY_ROOM];

	snprintf(key, sizeof(key), "%s.%s", prefix, name);
	if (is_member(name))
		return reading_wrong_type(reading, member, key,
			"a text in quotes", "write %s = \"...\";", name);
	issue_set(&reading->issue->issue, 0, "there is no such key");
	issue_mend(&reading->issue->issue,
		"an entry has input, grade, source and date");
	return reading_blame(reading, member, key);
}

/* Only texts under the four names may stand in an entry. */
static bool check_members(struct reading *reading,
	const config_setting_t *group, const char *prefix)
{
	const config_setting_t *member;

	for (int i = 0; i < config_setting_length(group); i++) {
		member = config_setting_get_elem(group, (unsigned)i);
		if (!is_member(config_setting_name(member)) ||
			!reading_is_text(member))
			return refuse_member(reading, member, prefix);
	}
	return true;
}

static bool find_grade(const char *word, enum grade *grade)
{
	for (int i = 0; i < GRADES; i++) {
		if (!strcmp(session_file_grades[i], word)) {
			*grade = (enum grade)i;
			return true;
		}
	}
	return false;
}

/* Blame the member if it is there, else the whole entry. */
static bool blame_member(struct reading *reading, const config_setting_t *group,
	const char *prefix, const char *name)
{
	char key[KEY_ROOM];
	const config_setting_t *member = config_setting_get_member(group, name);

	snprintf(key, sizeof(key), "%s.%s", prefix, name);
	return reading_blame(reading, member ? member : group, key);
}

static bool read_origin(
	struct reading *reading, const config_setting_t *group, const char *key)
{
	struct issue *issue = &reading->issue->issue;
	const char *input = reading_text(group, "input");
	struct place place;
	enum grade grade;

	if (!*input) {
		issue_set(issue, 0, "it does not say which input it is about");
		issue_mend(
			issue, "write input = \"volume.requests_per_month\";");
		return blame_member(reading, group, key, "input");
	}
	if (!session_find(reading->session, input, &place, issue))
		return blame_member(reading, group, key, "input");
	if (session_evidence(reading->session, place)) {
		issue_set(issue, 0, "evidence of this input is given twice");
		issue_mend(issue, "keep one of the two");
		return blame_member(reading, group, key, "input");
	}
	if (!find_grade(reading_text(group, "grade"), &grade)) {
		issue_set(issue, 0, "no such grade");
		issue_mend(issue, "write guess, estimate, cited or measured");
		return blame_member(reading, group, key, "grade");
	}
	return session_add_evidence(reading->session, place, grade,
		       reading_text(group, "source"),
		       reading_text(group, "date"), issue) ||
	       reading_blame(reading, group, key);
}

bool reading_evidence(struct reading *reading)
{
	const config_setting_t *list, *group;
	char key[KEY_ROOM];

	list = config_setting_get_member(reading->root, "evidence");
	if (list && !config_setting_is_list(list))
		return reading_wrong_type(reading, list, "evidence",
			"a list ( )",
			"write evidence = ( { input = \"...\"; }, ... );");
	for (int i = 0; list && i < config_setting_length(list); i++) {
		group = config_setting_get_elem(list, (unsigned)i);
		snprintf(key, sizeof(key), "evidence[%d]", i);
		if (!config_setting_is_group(group))
			return reading_wrong_type(reading, group, key,
				"a group { }",
				"write { input = \"...\"; grade = "
				"\"measured\"; }");
		if (!check_members(reading, group, key) ||
			!read_origin(reading, group, key))
			return false;
	}
	return true;
}
