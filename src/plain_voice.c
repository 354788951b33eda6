#include "plain_voice.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "output.h"
#include "text.h"

static void put(const char *bytes, size_t size)
{
	output_write("-", bytes, size);
}

/* Every line but the last one gets its end. */
static void write_wrapped(const char *words)
{
	const char *next;
	size_t length;

	while ((length = text_wrap(words, VOICE_CELLS, &next)) > 0) {
		put(words, length);
		words = next;
		if (*words)
			put("\n", 1);
	}
}

static void write_words(const struct voice *voice, const char *raw)
{
	char clean[VOICE_BYTES], ascii[VOICE_BYTES];

	text_clean(clean, sizeof(clean), raw);
	if (voice->ascii)
		text_to_ascii(ascii, sizeof(ascii), clean);
	write_wrapped(voice->ascii ? ascii : clean);
}

void voice_say(const struct voice *voice, const char *words, ...)
{
	char raw[VOICE_BYTES];
	va_list rest;

	va_start(rest, words);
	vsnprintf(raw, sizeof(raw), words, rest);
	va_end(rest);
	write_words(voice, raw);
	put("\n", 1);
}

void voice_ask(const struct voice *voice, const char *words, ...)
{
	char raw[VOICE_BYTES];
	va_list rest;

	va_start(rest, words);
	vsnprintf(raw, sizeof(raw), words, rest);
	va_end(rest);
	write_words(voice, raw);
	put(" ", 1);
}

void voice_blank(void)
{
	put("\n", 1);
}

bool voice_reach(void)
{
	return output_flush();
}
