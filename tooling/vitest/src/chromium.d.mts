// The types of chromium.mjs.
export function findChromium(named?: string, places?: readonly string[]): string | null;
export const noChromium: string;
export const chromiumFlags: string[];
