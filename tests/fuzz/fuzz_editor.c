/*
 * A line being typed: what it holds is always whole characters, and the cursor
 * stands between two of them. A line of the input begins it, presses follow,
 * three bytes each.
 */
#include <string.h>

#include "editor.h"
#include "fuzz.h"
#include "text.h"

static void check(const struct editor *editor, int cells)
{
	char out[4 * EDITOR_BYTES];
	size_t at = 0;
	int cursor;

	MUST(strlen(editor->text) == editor->length);
	MUST(editor->length < EDITOR_BYTES);
	while (at < editor->cursor)
		at += text_cluster(editor->text + at);
	MUST(at == editor->cursor);
	editor_view(editor, cells, out, sizeof(out), &cursor);
	MUST(text_width(out) <= cells);
	MUST(cursor >= 0 && cursor <= cells);
}

static struct press press_of(struct fuzz *fuzz)
{
	static const char letters[] = "abdefhkuw";
	int key = fuzz_byte(fuzz);
	size_t what = fuzz_number(fuzz);

	if (key < 0x40)
		return (struct press){.key = key % (PRESS_F12 + 1),
			.rune = (uint32_t)what + 1};
	if (key < 0x80)
		return (struct press){
			.key = PRESS_CTRL(letters[what % strlen(letters)])};
	return (struct press){.key = PRESS_RUNE,
		.rune = ((uint32_t)(key & 0x0f) << 16 | (uint32_t)what) + 1};
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct editor editor;
	struct fuzz fuzz = fuzz_begin(data, size);
	char *text = fuzz_line(&fuzz);
	int cells = 1 + fuzz_byte(&fuzz) % 100;

	editor_start(&editor, text ? text : "");
	check(&editor, cells);
	while (fuzz.left) {
		struct press press = press_of(&fuzz);

		if (press.key == PRESS_INSERT)
			editor_insert(&editor, text ? text : "");
		else
			editor_press(&editor, press);
		check(&editor, cells);
	}
	free(text);
	return 0;
}
