/*
 * What token logs add up to, as text in 80 columns.
 */
#ifndef SRC_TOKEN_TABLE_H
#define SRC_TOKEN_TABLE_H

#include "report_page.h"
#include "token_summary.h"

enum { TOKEN_TABLE_MODELS = 8 }; /* shown apart; the others together */

/* Days from the first request to the last, as a fraction; 0: not known. */
double token_table_days(const struct token_summary *summary);

/* The summary must hold a request; total is all its models together. False:
 * out of memory. */
bool token_table_print(const struct page *page,
	const struct token_summary *summary, const struct token_model *total);

#endif
