#include "compare.h"

const struct report_format compare_formats[] = {
	{.names = {"text", "txt"}, .local = true, .write = report_text},
	{.names = {"markdown", "md"}, .write = report_markdown},
	{.names = {"html", "htm"}, .write = report_html},
	{.names = {"json"}, .write = compare_json},
	{.names = {"csv"}, .write = compare_csv},
	{.write = NULL},
};
