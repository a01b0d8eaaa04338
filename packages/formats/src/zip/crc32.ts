// Cyclic redundancy checks of 32 bits, bits from the lowest on: that of zip archives, and Castagnoli's, that of records of events. Browsers
// have none to call.

const tableOf = (polynomial: number): Uint32Array =>
  Uint32Array.from({ length: 256 }, (_, byte) => {
    let remainder = byte;
    for (let bit = 0; bit < 8; bit++) remainder = (remainder >>> 1) ^ (remainder & 1 ? polynomial : 0);
    return remainder;
  });

const table = /* @__PURE__ */ tableOf(0xedb88320);
const castagnoli = /* @__PURE__ */ tableOf(0x82f63b78);

/** ISO 3309's checksum of some bytes; of bytes that follow others, `before` is the checksum of those. */
export function crc32(bytes: Uint8Array, before = 0): number {
  return remainderOf(bytes, table, before);
}

/** Castagnoli's checksum, RFC 3720's. */
export function crc32c(bytes: Uint8Array): number {
  return remainderOf(bytes, castagnoli, 0);
}

function remainderOf(bytes: Uint8Array, table: Uint32Array, before: number): number {
  let remainder = ~before;
  for (let at = 0; at < bytes.length; at++) remainder = (remainder >>> 8) ^ table[(remainder ^ bytes[at]!) & 255]!;
  return ~remainder >>> 0;
}
