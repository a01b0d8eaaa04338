// What a program says: text for people or, with --json, events for programs, one JSON object a line. Errors are errors.ts's.

export interface Voice {
  /** Says a text; nothing with --json. */
  readonly print: (text: string) => void;
  /** Says an event; nothing without --json. */
  readonly tell: (event: string, more: object) => void;
}

export function voiceOf(print: (text: string) => void, json: boolean): Voice {
  return json
    ? { print: () => {}, tell: (event, more) => print(JSON.stringify({ event, ...more })) }
    : { print, tell: () => {} };
}
