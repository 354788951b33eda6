#include "placeholders.h"

#include <criterion/criterion.h>
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "arguments.h"

/* "list [WORD]... | show ID..." as "list, [WORD]... | show, ID..." */
static void write_slots(const char *usage, char *out, size_t size)
{
	struct slot slot;
	size_t used = 0;

	out[0] = '\0';
	while (usage && *usage) {
		usage = slot_read(usage, &slot);
		used += (size_t)snprintf(out + used, size - used,
			"%s%.*s%s%s%s", slot.optional ? "[" : "",
			(int)slot.length, slot.text, slot.optional ? "]" : "",
			slot.repeats ? "..." : "",
			!usage      ? ""
			: slot.ends ? " | "
				    : ", ");
	}
}

Test(placeholders, a_usage_is_read_slot_by_slot)
{
	static const struct {
		const char *usage, *slots;
	} rows[] = {
		{"", ""},
		{"SESSION", "SESSION"},
		{"[SESSION]", "[SESSION]"},
		{"SESSION [KEY]...", "SESSION, [KEY]..."},
		{"SESSION KEY=VALUE...", "SESSION, KEY=VALUE..."},
		{"bash|zsh|fish", "bash|zsh|fish"},
		{"list [WORD]... | show ID...",
			"list, [WORD]... | show, ID..."},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char out[200];

		write_slots(rows[i].usage, out, sizeof(out));
		cr_expect_str_eq(out, rows[i].slots);
	}
}

Test(placeholders, a_slot_takes_its_words_or_anything)
{
	struct slot slot;

	slot_read("bash|zsh|fish", &slot);
	cr_expect_not(slot_is_placeholder(&slot));
	cr_expect(slot_fits(&slot, "bash"));
	cr_expect(slot_fits(&slot, "fish"));
	cr_expect_not(slot_fits(&slot, "fis"));
	cr_expect_not(slot_fits(&slot, "sh"));
	cr_expect_not(slot_fits(&slot, ""));
	slot_read("SESSION...", &slot);
	cr_expect(slot_is_placeholder(&slot));
	cr_expect(slot_fits(&slot, "anything"));
}

/* A new row with a new word in capitals has to say what it stands for. */
static void expect_known(const char *usage, const char *of)
{
	struct slot slot;

	while (usage && *usage) {
		usage = slot_read(usage, &slot);
		if (slot_is_placeholder(&slot))
			cr_expect(placeholder(slot.text, slot.length),
				"%.*s of %s is no row of placeholders.c",
				(int)slot.length, slot.text, of);
	}
}

Test(placeholders, every_word_in_capitals_has_a_row)
{
	for (int i = 0; i < COMMANDS; i++)
		expect_known(command_table[i].operands, command_table[i].name);
	for (int i = 0; i < FLAGS; i++)
		expect_known(flag_table[i].argument, flag_table[i].name);
}

Test(placeholders, every_row_is_used)
{
	for (const struct placeholder_row *row = placeholder_table; row->name;
		row++) {
		bool used = false;

		for (int i = 0; i < COMMANDS; i++)
			used |= placeholder_is_in(
				row, command_table[i].operands);
		for (int i = 0; i < FLAGS; i++)
			used |= flag_table[i].argument &&
				placeholder_is_in(row, flag_table[i].argument);
		cr_expect(used, "nobody says %s", row->name);
	}
}

Test(placeholders, a_word_is_found_whole)
{
	const struct placeholder_row *key = placeholder("KEY", 3);

	cr_assert(key);
	cr_expect(placeholder_is_in(key, "SESSION [KEY]..."));
	cr_expect_not(placeholder_is_in(key, "SESSION KEY=VALUE..."));
	cr_expect_not(placeholder_is_in(key, "MONKEY"));
	cr_expect_null(placeholder("KE", 2));
	cr_expect_null(placeholder("KEYS", 4));
	cr_expect_str_eq(placeholder("KEY=VALUE...", 9)->name, "KEY=VALUE");
}

Test(placeholders, help_has_all_that_a_row_must_say)
{
	for (int i = 0; i < COMMANDS; i++) {
		const struct command_row *row = &command_table[i];

		cr_expect(row->summary && isupper((unsigned char)*row->summary),
			"%s", row->name);
		cr_expect(row->help && row->help[strlen(row->help) - 1] == '.',
			"%s", row->name);
		cr_expect(row->examples && strstr(row->examples, row->name),
			"%s", row->name);
		cr_expect(row->run && row->operands, "%s", row->name);
	}
	for (int i = 0; i < FLAGS; i++) {
		const char *help = flag_table[i].help;

		cr_expect(help && help[strlen(help) - 1] == '.', "--%s",
			flag_table[i].name);
		cr_expect(flag_table[i].commands, "--%s", flag_table[i].name);
	}
}
