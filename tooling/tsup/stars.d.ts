// The types of stars.js.
export function withStars(markdown: string): string;
