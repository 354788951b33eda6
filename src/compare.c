#include "compare.h"

const struct report_format compare_formats[] = {
	{.names = {"text", "txt"}, .local = true, .write = compare_text},
	{.names = {"markdown", "md"}, .write = compare_markdown},
	{.names = {"json"}, .write = compare_json},
	{.names = {"csv"}, .write = compare_csv},
	{.write = NULL},
};
