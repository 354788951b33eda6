/*
 * What the parts of the reader of catalogue files share.
 */
#ifndef SRC_CATALOGUE_READING_H
#define SRC_CATALOGUE_READING_H

#include "catalogue_store.h"
#include "reader.h"
#include "suggestion.h"

enum {
	CATALOGUE_ID = 96,       /* bytes of an id */
	CATALOGUE_TEXT = 1000,   /* bytes of any other text */
	CATALOGUE_FIGURES = 128, /* of one item */
};

struct filing {
	const struct reader *reader;
	struct file_issue *issue;
	struct catalogue_store *store;
	const config_setting_t *sources, *remarks; /* or NULL */
	const char *file;                          /* kept in the store */
	bool own;
	struct item *items;
	int count;
};

/* Say what is wrong with a setting, and what would be right. Always false. */
__attribute__((format(printf, 3, 4))) bool filing_refuse(struct filing *filing,
	const config_setting_t *setting, const char *what, ...);
__attribute__((format(printf, 2, 3))) bool filing_mend(
	struct filing *filing, const char *mend, ...);

/* A name that is not known; suggestion holds what it may have been. */
bool filing_refuse_name(struct filing *filing, const config_setting_t *setting,
	const char *what, const struct suggestion *suggestion);

bool filing_no_memory(struct filing *filing);

/* A text in quotes, kept in the store. */
bool filing_text(struct filing *filing, const config_setting_t *setting,
	const char **text);

bool filing_day(
	struct filing *filing, const config_setting_t *setting, int *day);

/* The text that a name stands for in one of the two tables of the file. */
bool filing_look_up(struct filing *filing, const config_setting_t *setting,
	const config_setting_t *table, const char *what, const char **text);

/* One element of a list of items. */
bool filing_item(struct filing *filing, const config_setting_t *group,
	enum item_kind kind, struct item *item);

/* The list of figures of an item. */
bool filing_figures(
	struct filing *filing, const config_setting_t *list, struct item *item);

#endif
