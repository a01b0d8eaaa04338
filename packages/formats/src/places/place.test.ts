// Places outside of browsers: what is said where there are none, and answers of the network. Browsers' own: tooling/browser.

import { tensor } from "@bernoulli/tensor";
import { rejection } from "@bernoulli/testing";
import { afterEach, expect, it, vi } from "vitest";
import { deserialize, loadBytes, removeBytes, saveBytes, serialize } from "../index.js";

afterEach(() => vi.unstubAllGlobals());

it("bytes make a Blob, which can be read again, and so can a Response", async () => {
  const bytes = await serialize({ weight: tensor([1, 2]) });
  for (const given of [new Blob([bytes]), new Response(bytes), new File([bytes], "net.safetensors")])
    expect((await deserialize(given)).weight!.toArray()).toEqual([1, 2]);
});

it("an answer that refuses, was read, or breaks off says so", async () => {
  const used = new Response("x");
  await used.text();
  const broken = new Response(
    new ReadableStream({
      pull: (controller) => controller.error(new Error("the connection was lost")),
    }),
  );
  const refused = new Response("no", { status: 404, statusText: "Not Found" });
  const told = await Promise.all([refused, used, broken].map((given) => rejection(deserialize(given))));
  expect(told.map(String).join("\n")).toMatchInlineSnapshot(`
    "FormatError: the response: it was not given: 404 Not Found
    FormatError: the response: it was read before; fetch it again, or read a clone()
    FormatError: the response: it did not come to its end: Error: the connection was lost"
  `);
});

it("an address is fetched", async () => {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (address: string) => {
    asked.push(address);
    if (address.includes("down")) throw new TypeError("fetch failed");
    return new Response(Uint8Array.of(1, 2));
  });
  expect([...(await loadBytes(new URL("https://example.org/net")))]).toEqual([1, 2]);
  expect([...(await loadBytes("https://example.org/net"))]).toEqual([1, 2]);
  expect(String(await rejection(loadBytes("https://example.org/down")))).toMatchInlineSnapshot(
    `"FormatError: https://example.org/down: cannot be fetched: fetch failed"`,
  );
  expect(asked.length).toBe(3);
});

it("says what there is not, and what is no place", async () => {
  const told = await Promise.all(
    [
      saveBytes("indexeddb:net", Uint8Array.of(1)),
      loadBytes("opfs:a/b"),
      removeBytes("opfs:a/b"),
      saveBytes("opfs:" as never, Uint8Array.of(1)),
      saveBytes("net.safetensors" as never, Uint8Array.of(1)),
      saveBytes("opfs:net", [1] as never),
      loadBytes(undefined as never),
    ].map((refused) => rejection(refused)),
  );
  expect(told.map(String).join("\n")).toMatchInlineSnapshot(`
    "FormatError: indexeddb:net: there is no IndexedDB here; in Node take saveFile of @bernoulli/formats/node
    FormatError: opfs:a/b: there is no private file system here; on pages it wants https, in Node take saveFile of @bernoulli/formats/node
    FormatError: opfs:a/b: there is no private file system here; on pages it wants https, in Node take saveFile of @bernoulli/formats/node
    ArgumentError: saveBytes: expected a place such as "opfs:models/net.safetensors" or "indexeddb:net", but got "opfs:"; in Node the functions of @bernoulli/formats/node write and read paths
    ArgumentError: saveBytes: expected a place such as "opfs:models/net.safetensors" or "indexeddb:net", but got "net.safetensors"; in Node the functions of @bernoulli/formats/node write and read paths
    ArgumentError: saveBytes: expected the bytes of a file as an ArrayBuffer, a view of one such as a Uint8Array, a Blob or a Response, but got an array; in Node, the functions of @bernoulli/formats/node read paths
    ArgumentError: loadBytes: expected a place such as "opfs:models/net.safetensors" or "indexeddb:net", but got undefined; in Node the functions of @bernoulli/formats/node write and read paths"
  `);
});
