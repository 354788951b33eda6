/*
 * Catalogue files: libconfig text, made to be read and edited by hand.
 *
 *	format = 1;
 *	sources: { price_page = "example.com/pricing"; };
 *	remarks: { ... };
 *	models = (
 *	  { id = "example/large-2"; name = "Large 2"; vendor = "Example";
 *	    retires = "2027-03-01"; dates_source = "price_page";
 *	    figures = (
 *	      { source = "price_page"; date = "2026-11-10";
 *	        input = "2"; output = "10"; },
 *	      { source = "price_page"; date = "2026-11-10"; from = "2027-01-01";
 *	        input = "2.50"; } ); } );
 *
 * The other lists are tuning, gpus, throughput, labelling and roles. A group
 * of figures is what one source said on one day: "source" (a name from
 * sources), "date", "grade" (quoted if it is not given), "of" (which of
 * several), "from" (announced for that day), "until" (promised up to it) and
 * "note". All keys are rows of model/catalogue_tables.c.
 */
#ifndef SRC_CATALOGUE_FILE_H
#define SRC_CATALOGUE_FILE_H

#include "catalogue_store.h"

/* Add a file's items to the store, all or none of them. */
bool catalogue_file_read(const char *path, bool own,
	struct catalogue_store *store, struct file_issue *issue);

/* The same from memory; name stands for the file. */
bool catalogue_file_parse(const char *name, const char *bytes, size_t size,
	bool own, struct catalogue_store *store, struct file_issue *issue);

#endif
