/*
 * A price file of somebody else's: what is taken can be true, and is a
 * catalogue file once it is written.
 */
#include <math.h>
#include <string.h>

#include "catalogue_file.h"
#include "catalogue_write.h"
#include "claims.h"
#include "fuzz.h"
#include "price_map.h"

enum { DAY = 20780 };

static void check_item(const struct item *item)
{
	MUST(item->text[ITEM_ID][0] && item->count > 0);
	for (int f = 0; f < item->count; f++) {
		const struct item_figure *figure = &item->figures[f];

		MUST(isfinite(figure->value) && figure->value >= 0);
		MUST(figure->value <= item_field_table[figure->field].most);
	}
}

static void check_written(const struct catalogue_store *store)
{
	struct catalogue_store again = {0};
	struct file_issue issue = {.line = 0};
	size_t size;
	char *bytes = catalogue_write(&store->catalogue, "# Theirs.\n", &size);

	MUST(bytes);
	MUST(catalogue_file_parse(
		"again.cfg", bytes, size, true, &again, &issue));
	MUST(again.catalogue.count == store->catalogue.count);
	free(bytes);
	catalogue_store_release(&again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz fuzz = fuzz_begin(data, size);
	const struct price_map_rules rules = {
		.day = DAY, .free = size % 2 != 0};
	char *bytes = fuzz_text(&fuzz, size);
	struct catalogue_store store = {0};
	struct file_issue issue = {.line = 0};
	struct price_map_tally tally;

	if (!price_map_parse(
		    "fuzz.json", bytes, size, &rules, &store, &tally, &issue)) {
		must_be_told(&issue);
	} else {
		MUST(tally.taken >= store.catalogue.count);
		for (int i = 0; i < store.catalogue.count; i++)
			check_item(&store.catalogue.items[i]);
		if (store.catalogue.count)
			check_written(&store);
	}
	catalogue_store_release(&store);
	free(bytes);
	return 0;
}
