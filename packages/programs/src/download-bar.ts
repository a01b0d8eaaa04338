// How far a download is: on a terminal a bar that is written over and over, elsewhere a line for every tenth.

import type { ProgressStream } from "@bernoulli/trainer/node";
import { createLogUpdate } from "log-update";

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
const bar = (share: number, width: number) => "█".repeat(Math.round(share * width)).padEnd(width, "░");

export interface DownloadBar {
  readonly onProgress: (received: number, total: number) => void;
  /** Takes the bar away. */
  readonly end: () => void;
}

/** @param clock Milliseconds. */
export function downloadBar(
  name: string,
  stream: ProgressStream,
  clock: () => number = () => performance.now(),
): DownloadBar {
  const line = createLogUpdate(stream as NodeJS.WriteStream, { showCursor: true });
  let first: { readonly at: number; readonly received: number } | null = null;
  let shown = Number.NEGATIVE_INFINITY;
  let tenth = 0;

  return {
    onProgress: (received, total) => {
      const now = clock();
      first ??= { at: now, received };
      const share = received / total;
      if (stream.isTTY !== true) {
        if (Math.floor(10 * share) <= tenth) return;
        tenth = Math.floor(10 * share);
        stream.write(`${name}  ${10 * tenth} % of ${megabytes(total)} MB\n`);
        return;
      }
      if (now - shown < 100 && received < total) return;
      shown = now;
      const rate = (received - first.received) / Math.max(now - first.at, 1);
      const left = rate > 0 ? `  ${Math.ceil((total - received) / rate / 1000)} s left` : "";
      const text = `${name}  ${bar(share, 24)}  ${megabytes(received)} of ${megabytes(total)} MB  ${megabytes(1000 * rate)} MB/s${left}`;
      line(text.slice(0, (stream.columns || 80) - 1));
    },
    end: () => {
      if (stream.isTTY === true) line.clear();
    },
  };
}
