// Where the site's parts lie in the repository.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const app = new URL("../../", import.meta.url);

export const paths = {
  app: fileURLToPath(app),
  repository: fileURLToPath(new URL("../../", app)),
  /** The repository's documents, which the site shows as they are. */
  documents: fileURLToPath(new URL("../../docs/", app)),
  pages: fileURLToPath(new URL("pages/", app)),
  /** Made at build time, and not committed. */
  copies: fileURLToPath(new URL("pages/docs/", app)),
  api: fileURLToPath(new URL("pages/api/", app)),
};

/** The address of the repository's files, of the manifest's `repository`; null where it names none. */
export function repositoryAddress(): string | null {
  const { repository } = JSON.parse(readFileSync(new URL("../../packages/bernoulli/package.json", app), "utf8"));
  const url: string | undefined = typeof repository === "string" ? repository : repository?.url;
  if (url === undefined) return null;
  return `${url.replace(/^git\+/, "").replace(/\.git$/, "")}/blob/main`;
}
