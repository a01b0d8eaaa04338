// Serves the built site on a port of this machine, with the headers of isolation or without.

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import sirv from "sirv";
import { isolation } from "../build/isolation.js";

export interface Served {
  /** As `http://127.0.0.1:4321`. */
  readonly address: string;
  close(): Promise<void>;
}

/** Serves a folder until it is closed. */
export async function serve(
  folder: string,
  { isolated, port = 0 }: { isolated: boolean; port?: number },
): Promise<Served> {
  const files = sirv(folder, {
    dev: true,
    setHeaders: (response) => {
      if (isolated) for (const [name, value] of Object.entries(isolation)) response.setHeader(name, value);
    },
  });
  const server = createServer((request, response) =>
    files(request, response, () => {
      response.statusCode = 404;
      response.end("not there");
    }),
  );
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { address, close: () => new Promise((resolve) => server.close(() => resolve())) };
}
