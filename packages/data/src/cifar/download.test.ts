// What becomes of CIFAR-10 in the cache, found or fetched. The transfer itself is tested in download/.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { DownloadError } from "../download/errors.js";
import { downloadCIFAR10, findCIFAR10 } from "./cifar10.js";

let directory = "";
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "bernoulli-cifar10-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

it("is found where all of its files are, and not fetched again", async () => {
  const folder = join(directory, "cifar-10-batches-bin");
  expect(findCIFAR10(directory)).toBeNull();
  mkdirSync(folder);
  for (const part of ["data_batch_1", "data_batch_2", "data_batch_3", "data_batch_4", "data_batch_5"])
    writeFileSync(join(folder, `${part}.bin`), "");
  expect(findCIFAR10(directory)).toBeNull();
  writeFileSync(join(folder, "test_batch.bin"), "");
  expect(findCIFAR10(directory)).toBe(folder);
  expect(await downloadCIFAR10(directory, { mirrors: [] })).toBe(folder);
});

it("is asked for under a mirror's address, and an archive of another length is not taken", async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url!);
    response.end("no archive");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const mirrors = [`http://127.0.0.1:${(server.address() as AddressInfo).port}/data/`];
  const failed = downloadCIFAR10(directory, { mirrors });
  await expect(failed).rejects.toThrowError(DownloadError);
  await expect(failed).rejects.toMatchObject({ failure: "refused" });
  server.close();
  expect(asked).toEqual(["/data/cifar-10-binary.tar.gz"]);
  expect(existsSync(directory) && readdirSync(directory)).toEqual([]);
});
