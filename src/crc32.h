/*
 * CRC-32 as in IEEE 802.3, zlib and PNG: that of "123456789" is 0xcbf43926.
 * (Not named crc32: that would stand in for zlib's in any library that uses
 * it.)
 */
#ifndef SRC_CRC32_H
#define SRC_CRC32_H

#include <stddef.h>
#include <stdint.h>

uint32_t crc32_of(const char *bytes, size_t size);

#endif
