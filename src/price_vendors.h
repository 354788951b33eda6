/*
 * Whose model it is, in the words of our catalogue.
 */
#ifndef SRC_PRICE_VENDORS_H
#define SRC_PRICE_VENDORS_H

struct price_vendor {
	const char *theirs; /* what a price file calls it; "vertex_ai*": any
			     * name that begins like this */
	const char *before; /* stands before "/" in its keys; NULL: theirs */
	const char *word;   /* stands before "/" in our ids */
	const char *name;   /* "OpenAI" */
};

/* NULL: not known; then its own name has to do for all. */
const struct price_vendor *price_vendor_find(const char *theirs);

#endif
