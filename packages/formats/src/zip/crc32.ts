// The checksum of zip archives: CRC-32 with the polynomial of ISO 3309, bits from the lowest on. Browsers have none to call.

const table = /* @__PURE__ */ Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) remainder = (remainder >>> 1) ^ (remainder & 1 ? 0xedb88320 : 0);
  return remainder;
});

/** The checksum of some bytes; of bytes that follow others, `before` is the checksum of those. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let remainder = ~before;
  for (let at = 0; at < bytes.length; at++) remainder = (remainder >>> 8) ^ table[(remainder ^ bytes[at]!) & 255]!;
  return ~remainder >>> 0;
}
