/*
 * What an item of the catalogue can say. A new field is a row here, and a
 * name in catalogue.h; files, lists and checks have it then.
 */
#include "catalogue.h"

#include <stddef.h>

#define EVERY (ITEM_BIT(ITEM_KINDS) - 1)
#define MODEL ITEM_BIT(ITEM_MODEL)
#define TUNING ITEM_BIT(ITEM_TUNING)
#define GPU ITEM_BIT(ITEM_GPU)
#define THROUGHPUT ITEM_BIT(ITEM_THROUGHPUT)
#define LABELLING ITEM_BIT(ITEM_LABELLING)
#define ROLE ITEM_BIT(ITEM_ROLE)

#define ROWS(table) (sizeof(table) / sizeof((table)[0]))

const struct item_kind_row item_kind_table[ITEM_KINDS] = {
	[ITEM_MODEL] = {"models", "model", "Models of APIs, $/Mtok"},
	[ITEM_TUNING] = {"tuning", "tuning",
		"Offers to tune, $/Mtok trained and served; hosting $/h"},
	[ITEM_GPU] = {"gpus", "gpu", "GPUs, $ an hour for one"},
	[ITEM_THROUGHPUT] = {"throughput", "throughput",
		"Throughput, output tokens/s of a GPU: offline maxima"},
	[ITEM_LABELLING] = {"labelling", "labelling", "Labelling, $"},
	[ITEM_ROLE] = {"roles", "role", "People, $ an hour"},
};

const struct item_text_row item_text_table[ITEM_TEXTS] = {
	[ITEM_ID] = {"id", "id", EVERY},
	[ITEM_NAME] = {"name", "name", EVERY},
	[ITEM_VENDOR] = {"vendor", "vendor", EVERY},
	[ITEM_METHOD] = {"method", "method", TUNING},
	[ITEM_WEIGHTS] = {"weights", "weights tuned", TUNING},
	[ITEM_CLASS] = {"size", "size", THROUGHPUT},
	[ITEM_PRECISION] = {"precision", "precision", THROUGHPUT},
	[ITEM_NOTE] = {"note", "note", EVERY},
};

const struct item_date_row item_date_table[ITEM_DATES] = {
	[ITEM_CLOSED] = {"closed", "it closes to new customers",
		"it is closed to new customers", MODEL | TUNING},
	[ITEM_CLOSED_IDLE] = {"closed_idle",
		"it closes to customers who do not use it",
		"it is closed to customers who did not use it", MODEL | TUNING},
	[ITEM_CLOSES] = {"closes", "training ends for everybody",
		"training has ended for everybody", TUNING},
	[ITEM_KEPT] = {"kept", "it is promised not to retire before",
		"the promise not to retire it is over", MODEL | TUNING},
	[ITEM_RETIRES] = {"retires", "it retires", "it has retired",
		MODEL | TUNING},
};

#define USD_MTOK "$/Mtok"
#define USD_TRAINED "$/Mtok trained"
#define USD_HOUR "$/h"
#define USD_GPU "$/GPU-h"
#define TOKENS_S "tokens/s"

/* The dearest that we know of are 600 $/Mtok (o1-pro) and 100 $/h to train. */
enum { MTOK = 1000, HOUR = 10000, TOKENS = 100000000 };

const struct item_field_row item_field_table[] = {
	[EF_INPUT] = {"input", "input", USD_MTOK, MTOK, MODEL | TUNING},
	[EF_CACHED_INPUT] = {"cached_input", "cached input", USD_MTOK, MTOK,
		MODEL | TUNING},
	[EF_OUTPUT] = {"output", "output", USD_MTOK, MTOK, MODEL | TUNING},
	[EF_CACHE_WRITE] = {"cache_write", "cache write", USD_MTOK, MTOK,
		MODEL | TUNING},
	[EF_BATCH_INPUT] = {"batch_input", "input in batches", USD_MTOK, MTOK,
		MODEL | TUNING},
	[EF_BATCH_OUTPUT] = {"batch_output", "output in batches", USD_MTOK,
		MTOK, MODEL | TUNING},
	[EF_LONG_ABOVE] = {"long_above", "a long request has more than",
		"tokens", TOKENS, MODEL},
	[EF_LONG_INPUT] = {"long_input", "input, long", USD_MTOK, MTOK, MODEL},
	[EF_LONG_CACHED_INPUT] = {"long_cached_input", "cached input, long",
		USD_MTOK, MTOK, MODEL},
	[EF_LONG_OUTPUT] = {"long_output", "output, long", USD_MTOK, MTOK,
		MODEL},
	[EF_CONTEXT] = {"context", "context window", "tokens", TOKENS, MODEL},
	[EF_MOST_OUTPUT] = {"most_output", "longest output", "tokens", TOKENS,
		MODEL},
	[EF_TRAINING] = {"training", "training", USD_TRAINED, MTOK, TUNING},
	[EF_TRAINING_LORA_SFT] = {"training_lora_sft", "training, LoRA, SFT",
		USD_TRAINED, MTOK, TUNING},
	[EF_TRAINING_LORA_DPO] = {"training_lora_dpo", "training, LoRA, DPO",
		USD_TRAINED, MTOK, TUNING},
	[EF_TRAINING_FULL_SFT] = {"training_full_sft", "training, full, SFT",
		USD_TRAINED, MTOK, TUNING},
	[EF_TRAINING_FULL_DPO] = {"training_full_dpo", "training, full, DPO",
		USD_TRAINED, MTOK, TUNING},
	[EF_TRAINING_DEVELOPER] = {"training_developer",
		"training, developer tier", USD_TRAINED, MTOK, TUNING},
	[EF_TRAINING_DATA_ZONE] = {"training_data_zone", "training, data zone",
		USD_TRAINED, MTOK, TUNING},
	[EF_TRAINING_REGIONAL] = {"training_regional", "training, regional",
		USD_TRAINED, MTOK, TUNING},
	[EF_TRAINING_PER_HOUR] = {"training_per_hour", "training", USD_HOUR,
		HOUR, TUNING},
	[EF_TRAINING_PER_HOUR_DEVELOPER] = {"training_per_hour_developer",
		"training, developer tier", USD_HOUR, HOUR, TUNING},
	[EF_SHARING_INPUT] = {"sharing_input", "input, data shared", USD_MTOK,
		MTOK, TUNING},
	[EF_SHARING_CACHED_INPUT] = {"sharing_cached_input",
		"cached input, data shared", USD_MTOK, MTOK, TUNING},
	[EF_SHARING_OUTPUT] = {"sharing_output", "output, data shared",
		USD_MTOK, MTOK, TUNING},
	[EF_HOSTING_PER_HOUR] = {"hosting_per_hour", "hosting", USD_HOUR, HOUR,
		TUNING},
	[EF_HOSTING_PER_GPU_HOUR] = {"hosting_per_gpu_hour", "hosting", USD_GPU,
		HOUR, TUNING},
	[EF_STORAGE_PER_MONTH] = {"storage_per_month", "storing a model",
		"$/month", HOUR, TUNING},
	[EF_STORAGE_PER_GB_MONTH] = {"storage_per_gb_month",
		"storing checkpoints", "$/GB-month", HOUR, TUNING},
	[EF_MINIMUM_PER_JOB] = {"minimum_per_job", "least charge", "$/job",
		HOUR, TUNING},
	[EF_LOW] = {"low", "low", USD_HOUR, HOUR, GPU | ROLE},
	[EF_HIGH] = {"high", "high", USD_HOUR, HOUR, GPU | ROLE},
	[EF_ON_DEMAND] = {"on_demand", "on demand", USD_HOUR, HOUR, GPU},
	[EF_RESERVED] = {"reserved", "reserved", USD_HOUR, HOUR, GPU},
	[EF_SPOT] = {"spot", "spot", USD_HOUR, HOUR, GPU},
	[EF_MARKETPLACE] = {"marketplace", "on a marketplace", USD_HOUR, HOUR,
		GPU},
	[EF_AVERAGE] = {"average", "mean of offers", USD_HOUR, HOUR, GPU},
	[EF_TOKENS_PER_GPU] = {"tokens_per_gpu", "output of a GPU", TOKENS_S,
		TOKENS, THROUGHPUT},
	[EF_DECODE_PER_DEPLOYMENT] = {"decode_per_deployment",
		"output of a deployment", TOKENS_S, TOKENS, THROUGHPUT},
	[EF_PREFILL_PER_DEPLOYMENT] = {"prefill_per_deployment",
		"input of a deployment", TOKENS_S, TOKENS, THROUGHPUT},
	[EF_REQUESTS_PER_SECOND] = {"requests_per_second",
		"requests of a deployment", "requests/s", TOKENS, THROUGHPUT},
	[EF_SHARE_LOW] = {"share_low", "to count on, low", "of a maximum", 1,
		THROUGHPUT},
	[EF_SHARE_HIGH] = {"share_high", "to count on, high", "of a maximum", 1,
		THROUGHPUT},
	[EF_PER_LABEL] = {"per_label", "price", "$/label", HOUR, LABELLING},
	[EF_PER_OBJECT] = {"per_object", "price", "$/object", HOUR, LABELLING},
	[EF_PER_UNIT] = {"per_unit", "price", "$/unit", HOUR, LABELLING},
	[EF_PER_HOUR] = {"per_hour", "price", USD_HOUR, HOUR, LABELLING},
	[EF_MEDIAN] = {"median", "median", USD_HOUR, HOUR, ROLE},
};
_Static_assert(ROWS(item_field_table) == ITEM_FIELDS, "a row for each");

const char *const item_grade_names[ITEM_GRADES] = {
	"quoted", "derived", "estimate"};
