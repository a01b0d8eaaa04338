// In a process of its own: it starts a browser, where there is one.
// Workers of a page, in Chromium: batches as without workers, and errors, which the page tells a server of this test; and what is refused anywhere.

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { thrown } from "@bernoulli/testing";
import { chromiumFlags, findChromium } from "@tooling/vitest/chromium";
import { build } from "tsup";
import { beforeAll, expect, it, vi } from "vitest";
import { defineDataset } from "../browser.js";
import { DataLoader } from "../index.js";

const folder = fileURLToPath(new URL("../../node_modules/.vitest/pages", import.meta.url));
const chromium = findChromium();

beforeAll(
  () =>
    build({
      config: false,
      entry: [
        fileURLToPath(new URL("page.testing.ts", import.meta.url)),
        fileURLToPath(new URL("page-dataset.testing.ts", import.meta.url)),
      ],
      outDir: folder,
      format: "esm",
      platform: "browser",
      target: "es2022",
      splitting: true,
      silent: true,
      noExternal: [/./],
      esbuildOptions: (options) => {
        options.conditions = ["@bernoulli/source"];
      },
    }),
  120_000,
);

it.skipIf(chromium === null)(
  "reads as without workers, by for await (skipped without Chromium)",
  { timeout: 180_000 },
  async () => {
    const page = '<!doctype html><title>pages.test.ts</title><script type="module" src="page.testing.js"></script>';
    let said = "";
    let hear: (text: string) => void = () => {};
    const heard = new Promise<string>((resolve) => {
      hear = resolve;
    });
    const server = createServer((request, response) => {
      const name = request.url!.slice(1);
      if (name === "said")
        request
          .on("data", (text) => (said += text))
          .on("end", () => {
            response.end();
            hear(said);
          });
      else if (name === "") response.setHeader("content-type", "text/html").end(page);
      else if (/^[\w.-]+\.js$/.test(name) && existsSync(join(folder, name)))
        response.setHeader("content-type", "text/javascript").end(readFileSync(join(folder, name)));
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const profile = mkdtempSync(join(tmpdir(), "bernoulli-pages-"));
    const flags = ["--headless=new", ...chromiumFlags, "--disable-gpu", `--user-data-dir=${profile}`];
    const browser = spawn(chromium!, [...flags, `http://127.0.0.1:${(server.address() as AddressInfo).port}/`], {
      stdio: "ignore",
    });
    const ended = new Promise((resolve) => browser.once("exit", resolve));
    try {
      expect(JSON.parse(await heard)).toMatchInlineSnapshot(`
      {
        "dies": {
          "index": null,
          "message": "DataLoader: worker 0 died: Error: Uncaught TypeError: in a callback",
          "name": "LoaderWorkerError",
          "worker": 0,
        },
        "plain": {
          "message": "DataLoader: a page may not wait for workers; iterate with \`for await (… of loader)\`, or give numWorkers: 0",
          "name": "BernoulliError",
        },
        "same": [
          true,
          true,
        ],
        "throws": {
          "index": 5,
          "message": "DataLoader: worker 0 could not read sample 5: RangeError: sample 5 is no sample",
          "name": "LoaderWorkerError",
          "worker": 0,
        },
        "unable": {
          "index": null,
          "message": "DataLoader: worker 0 could not begin: TypeError: no such folder",
          "name": "LoaderWorkerError",
          "worker": 0,
        },
        "who": [
          [
            [
              [
                -1,
              ],
              [
                -1,
              ],
            ],
            [
              [
                -1,
              ],
              [
                -1,
              ],
            ],
            [
              [
                -1,
              ],
              [
                -1,
              ],
            ],
            [
              [
                -1,
              ],
              [
                -1,
              ],
            ],
          ],
          [
            [
              [
                0,
              ],
              [
                0,
              ],
            ],
            [
              [
                1,
              ],
              [
                1,
              ],
            ],
            [
              [
                0,
              ],
              [
                0,
              ],
            ],
            [
              [
                1,
              ],
              [
                1,
              ],
            ],
          ],
        ],
      }
    `);
    } finally {
      browser.kill();
      await ended;
      server.close();
      server.closeAllConnections();
      // Processes of its own write for a moment after it has ended, into folders that rmSync has emptied and does not look into again.
      await vi.waitFor(() => rmSync(profile, { recursive: true, force: true }), { timeout: 30_000, interval: 200 });
    }
  },
);

it("refuses what cannot be", () => {
  const dataset = { length: 2, get: (index: number) => index };
  const refused = [
    () => defineDataset(3 as never, () => dataset),
    () => defineDataset(() => null as never, 3 as never),
    () =>
      defineDataset(
        () => null as never,
        () => [1] as never,
      )({}),
    () => [
      ...new DataLoader(
        defineDataset(
          () => null as never,
          () => dataset,
        )({}),
        { numWorkers: 1 },
      ),
    ],
  ];
  expect(refused.map(thrown)).toMatchInlineSnapshot(`
    [
      "ArgumentError: defineDataset: start must be a function, but got 3",
      "ArgumentError: defineDataset: make must be a function, but got 3",
      "ArgumentError: defineDataset: make must give a dataset with get and length, but gave an array; wrap it",
      "ArgumentError: DataLoader: workers cannot be started (it gave null); start must give a Worker, and the settings of a dataset are plain values, which can be copied to it",
    ]
  `);
  const posted: unknown[] = [];
  const worker = { postMessage: (message: unknown) => void posted.push(message), terminate: () => {} };
  const made = defineDataset(
    () => worker as never,
    () => dataset,
  );
  expect(thrown(() => [...new DataLoader(made({ size: 3 }), { numWorkers: 1 })])).toMatchInlineSnapshot(
    `"BernoulliError: DataLoader: a page may not wait for workers; iterate with \`for await (… of loader)\`, or give numWorkers: 0"`,
  );
  expect(posted[0]).toEqual({ bernoulliLoader: { settings: { size: 3 }, id: 0, numWorkers: 1, isWhole: true } });
  // Without workers there is nothing to wait for.
  expect([...new DataLoader(made({}), { batchSize: 2 })].map((batch) => batch.toArray())).toEqual([[0, 1]]);
});
