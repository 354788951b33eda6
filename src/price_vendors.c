#include "price_vendors.h"

#include <string.h>

/* Who sells it counts, not who made it: a model on Bedrock is Amazon's. */
static const struct price_vendor vendor_table[] = {
	{"ai21", NULL, "ai21", "AI21"},
	{"amazon_nova", "amazon-nova", "amazon-nova", "Amazon"},
	{"anthropic", NULL, "anthropic", "Anthropic"},
	{"aws", NULL, "amazon-bedrock", "Amazon"},
	{"azure", NULL, "azure", "Microsoft Azure"},
	{"azure_ai", NULL, "azure_ai", "Microsoft Azure"},
	{"azure_text", "azure", "azure", "Microsoft Azure"},
	{"bedrock", NULL, "amazon-bedrock", "Amazon"},
	{"bedrock_converse", "bedrock", "amazon-bedrock", "Amazon"},
	{"bedrock_mantle", NULL, "bedrock_mantle", "Amazon"},
	{"cerebras", NULL, "cerebras", "Cerebras"},
	{"codestral", NULL, "codestral", "Mistral"},
	{"cohere", NULL, "cohere", "Cohere"},
	{"cohere_chat", "cohere", "cohere", "Cohere"},
	{"dashscope", NULL, "dashscope", "Alibaba"},
	{"deepseek", NULL, "deepseek", "DeepSeek"},
	{"fireworks", NULL, "fireworks", "Fireworks"},
	{"fireworks_ai", NULL, "fireworks", "Fireworks"},
	{"gemini", NULL, "google", "Google"},
	{"google", NULL, "google", "Google"},
	{"groq", NULL, "groq", "Groq"},
	{"meta", NULL, "meta", "Meta"},
	{"meta_llama", NULL, "meta", "Meta"},
	{"minimax", NULL, "minimax", "MiniMax"},
	{"mistral", NULL, "mistral", "Mistral"},
	{"moonshot", NULL, "moonshotai", "Moonshot"},
	{"moonshotai", NULL, "moonshotai", "Moonshot"},
	{"openai", NULL, "openai", "OpenAI"},
	{"openrouter", NULL, "openrouter", "OpenRouter"},
	{"text-completion-codestral", NULL, "text-completion-codestral",
		"Mistral"},
	{"text-completion-openai", NULL, "openai", "OpenAI"},
	{"together", NULL, "together", "Together"},
	{"together_ai", NULL, "together", "Together"},
	{"vertex_ai*", "vertex_ai", "vertex_ai", "Google"},
	{"x-ai", NULL, "xai", "xAI"},
	{"xai", NULL, "xai", "xAI"},
	{"xiaomi", NULL, "xiaomi", "Xiaomi"},
	{"xiaomi_mimo", NULL, "xiaomi", "Xiaomi"},
	{"zai", NULL, "zai", "Z.ai"},
};

static int is_meant(const char *pattern, const char *name)
{
	size_t length = strcspn(pattern, "*");

	return !strncmp(pattern, name, length) &&
	       (pattern[length] || !name[length]);
}

const struct price_vendor *price_vendor_find(const char *theirs)
{
	const size_t rows = sizeof(vendor_table) / sizeof(*vendor_table);

	for (size_t i = 0; i < rows; i++)
		if (is_meant(vendor_table[i].theirs, theirs))
			return &vendor_table[i];
	return NULL;
}
