/*
 * What the files *_json*.c share; nobody else includes it.
 */
#ifndef SRC_REPORT_JSON_PARTS_H
#define SRC_REPORT_JSON_PARTS_H

#include <jansson.h>

#include "report.h"

/* Put a value into an object or a list, and take it over; when memory runs out
 * what it was put into is NULL. */
void json_put(json_t **object, const char *key, json_t *value);
void json_push(json_t **list, json_t *value);

/* All of it as text with a line's end, and released; false where memory had
 * run out (then it is NULL), or it could not be written. */
bool json_write(FILE *out, json_t *root, bool one_line);

/* null where it is not finite. */
json_t *json_figure(double value);
/* The user's text, made valid UTF-8. */
json_t *json_words(const char *text);
/* null for none. */
json_t *json_option_name(const struct report *report, int option);
bool json_has_pair(const struct result *result);

json_t *report_json_simulation(const struct report *report);
json_t *report_json_tornado(const struct tornado *tornado);
json_t *report_json_flips(const struct flips *flips);

#endif
