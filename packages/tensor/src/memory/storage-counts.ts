// How much lies on devices. Only the numbers.

/** Storages alive on devices, and their bytes; what `memoryStats` reports. */
export const storageCounts = { live: 0, bytes: 0 };
