/* The kernel in what every machine has. */
#include "kernel_builds.h"

#define TARGET
#define BUILD kernel_plain
#define PACK_BYTES 16
#define BUILD_NAME "plain"
#include "kernel_build.inc"
