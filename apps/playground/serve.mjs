// Serves the built page: pnpm playground [--port N].
// @ts-check
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { preview } from "vite";

const { values } = parseArgs({ options: { port: { type: "string", default: "4173" } } });
const server = await preview({
  root: fileURLToPath(new URL(".", import.meta.url)),
  preview: { port: Number(values.port) },
});
server.printUrls();
