/*
 * What somebody may have meant by a word that is not known.
 */
#ifndef MODEL_SPELLING_H
#define MODEL_SPELLING_H

/* Letters to insert, drop or replace to make b of a; only their first 160
 * bytes are compared. */
int spelling_distance(const char *a, const char *b);

#endif
