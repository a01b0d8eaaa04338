// FashionMNIST: MNIST's files with other names for the classes, and other addresses. What both share is tested by mnist.test.ts.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { thrown } from "@bernoulli/testing";
import { afterEach, beforeEach, expect, it } from "vitest";
import { downloadFashionMNIST, FashionMNIST, findFashionMNIST } from "../node.js";

let directory = "";
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "bernoulli-fashion-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

it("is read as MNIST is, with the names of clothes", async () => {
  for (const prefix of ["train", "t10k"]) {
    writeFileSync(
      join(directory, `${prefix}-images-idx3-ubyte`),
      Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 2, 5, 6),
    );
    writeFileSync(join(directory, `${prefix}-labels-idx1-ubyte`), Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 1, 9));
  }
  const test = new FashionMNIST(directory, { train: false });
  const [image, label] = test.get(0);
  expect([test.train, image.toArray(), test.classes[label.item()]]).toEqual([false, [[[5, 6]]], "Ankle boot"]);
  expect(findFashionMNIST(directory)).toBe(directory);
  expect(await downloadFashionMNIST(directory, { mirrors: [] })).toBe(directory);
});

it("is asked for by its own name, in a folder of its own", async () => {
  expect(thrown(() => new FashionMNIST(directory)).replaceAll(directory, "DIR")).toMatchInlineSnapshot(
    `"DataFileError: FashionMNIST: there is neither DIR/train-images-idx3-ubyte nor DIR/train-images-idx3-ubyte.gz: call downloadFashionMNIST(), or take the four files from https://storage.googleapis.com/tensorflow/tf-keras-datasets/"`,
  );
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url!);
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const mirrors = [`http://127.0.0.1:${(server.address() as AddressInfo).port}/fashion`];
  await expect(downloadFashionMNIST(directory, { mirrors })).rejects.toMatchObject({ failure: "refused" });
  server.close();
  expect(asked).toEqual(["/fashion/train-images-idx3-ubyte.gz"]);
});
