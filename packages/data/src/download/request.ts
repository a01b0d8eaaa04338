// One request over HTTP: redirects followed, connecting and waiting limited. What becomes of the answer is transfer.ts's.

import { get as getPlain, type IncomingMessage } from "node:http";
import { get as getSecure } from "node:https";
import { DownloadError } from "./errors.js";
import type { Limits } from "./limits.js";

const mostRedirects = 5;

/** Asks for a file from its byte `from` on. Rejects with a DownloadError; aborting rejects with the signal's reason. */
export async function request(
  address: string,
  from: number,
  { connect = 5000, idle = 30_000 }: Limits,
  signal: AbortSignal | undefined,
): Promise<IncomingMessage> {
  let target = address;
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const answer = await requestOnce(target, from, connect, idle, signal);
    const { statusCode = 0, headers } = answer;
    if (statusCode < 300 || statusCode >= 400 || headers.location === undefined) return answer;
    answer.destroy();
    const next = new URL(headers.location, target);
    if (target.startsWith("https:") && next.protocol !== "https:")
      throw new DownloadError(
        "refused",
        `${address} redirects to ${next.href}, which is not encrypted; that is not followed`,
      );
    target = next.href;
  }
  throw new DownloadError("refused", `${address} redirects more than ${mostRedirects} times`);
}

function requestOnce(
  address: string,
  from: number,
  connect: number,
  idle: number,
  signal: AbortSignal | undefined,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const get = address.startsWith("https:") ? getSecure : getPlain;
    const headers = { "user-agent": "bernoulli", ...(from > 0 ? { range: `bytes=${from}-` } : {}) };
    // A connection of its own: one that is kept alive would keep the process alive.
    const outgoing = get(address, { headers, agent: false, ...(signal === undefined ? {} : { signal }) }, (answer) => {
      // From here on the reader of the answer is told, who would hear of a lost connection otherwise.
      outgoing.setTimeout(idle, () => answer.destroy(stalled()));
      resolve(answer);
    });
    const stalled = () => new DownloadError("offline", `${address} has stalled: not a byte for ${idle / 1000} s`);
    const connecting = setTimeout(
      () =>
        outgoing.destroy(
          new DownloadError("offline", `${address} does not answer: no connection after ${connect / 1000} s`),
        ),
      connect,
    );
    const connected = address.startsWith("https:") ? "secureConnect" : "connect";
    outgoing.on("socket", (socket) => socket.once(connected, () => clearTimeout(connecting)));
    outgoing.setTimeout(idle, () => outgoing.destroy(stalled()));
    outgoing.on("close", () => clearTimeout(connecting));
    outgoing.on("error", (error: NodeJS.ErrnoException) => {
      clearTimeout(connecting);
      if (signal?.aborted === true) reject(signal.reason);
      else if (error instanceof DownloadError) reject(error);
      else
        reject(
          new DownloadError("offline", `${address} cannot be reached (${error.code ?? error.message})`, {
            cause: error,
          }),
        );
    });
  });
}
