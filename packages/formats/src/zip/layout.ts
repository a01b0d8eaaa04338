// The records of a zip archive, as their reader and their writer both need them: signatures and sizes. See APPNOTE.TXT 6.3.10,
// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT.

export const signatures = {
  localHeader: 0x04034b50,
  directoryEntry: 0x02014b50,
  directoryEnd: 0x06054b50,
  wideEnd: 0x06064b50,
  wideLocator: 0x07064b50,
} as const;

/** The bytes of each record before what is of variable length. */
export const sizes = { localHeader: 30, directoryEntry: 46, directoryEnd: 22, wideEnd: 56, wideLocator: 20 } as const;

/** The extra field that holds what 32 bits cannot. */
export const wideField = 1;

export const stored = 0;
export const deflated = 8;

/** What stands in a field of 16 or 32 bits whose number is in a wider one. */
export const full16 = 0xffff;
export const full32 = 0xffffffff;
