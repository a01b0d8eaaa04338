// Files of records: a line of JSON a call, behind one that tells what they were made with.

import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** The calls of a file, and what they were made with. */
export function readRecords(path) {
  // A whole seed is more than a string may hold.
  const bytes = gunzipSync(readFileSync(path));
  const records = [];
  let header = null;
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(10, start);
    const stop = end < 0 ? bytes.length : end;
    const line = JSON.parse(bytes.toString("utf8", start, stop));
    if (header === null) header = line;
    else records.push(line);
    start = stop + 1;
  }
  return { header, records };
}
