/*
 * A catalogue file: refused in words, or kept in order; what is written of it
 * is read back as the same.
 */
#include <string.h>

#include "catalogue_file.h"
#include "catalogue_write.h"
#include "claims.h"
#include "fuzz.h"

static char *write_out(const struct catalogue_store *store, size_t *size)
{
	char *bytes = catalogue_write(&store->catalogue, "", size);

	MUST(bytes);
	return bytes;
}

static void check_items(const struct catalogue *catalogue)
{
	for (int i = 0; i < catalogue->count; i++) {
		const struct item *item = &catalogue->items[i];

		MUST(catalogue_find(catalogue, item->text[ITEM_ID]) == item);
		for (int f = 0; f < item->count; f++)
			MUST(item->figures[f].value >= 0 &&
				item->figures[f].value <=
					item_field_table[item->figures[f].field]
						.most);
	}
}

static void check_written(const struct catalogue_store *store)
{
	struct catalogue_store again = {0};
	struct file_issue issue = {.line = 0};
	size_t size, size_again;
	char *bytes = write_out(store, &size), *bytes_again;

	MUST(catalogue_file_parse(
		"again.cfg", bytes, size, true, &again, &issue));
	MUST(again.catalogue.count == store->catalogue.count);
	bytes_again = write_out(&again, &size_again);
	MUST(size == size_again && !memcmp(bytes, bytes_again, size));
	free(bytes);
	free(bytes_again);
	catalogue_store_release(&again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct catalogue_store store = {0};
	struct file_issue issue = {.line = 0};

	if (!catalogue_file_parse("fuzz.cfg", (const char *)data, size, true,
		    &store, &issue)) {
		must_be_told(&issue);
		MUST(!store.catalogue.count);
	} else {
		check_items(&store.catalogue);
		check_written(&store);
	}
	catalogue_store_release(&store);
	return 0;
}
