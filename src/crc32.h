/*
 * CRC-32 as in IEEE 802.3, zlib and PNG: crc32("123456789") is 0xcbf43926.
 */
#ifndef SRC_CRC32_H
#define SRC_CRC32_H

#include <stddef.h>
#include <stdint.h>

uint32_t crc32(const char *bytes, size_t size);

#endif
