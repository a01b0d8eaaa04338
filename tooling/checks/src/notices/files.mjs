// Which packages have a file of notices, and what stands in it. Writes nothing.
// @ts-check
import { join } from "node:path";
import { root, workspacePackages } from "../workspace.mjs";
import { documentOf, noticesOfBundle, noticesOfSources } from "./notices.mjs";

/** @returns {Promise<{ name: string, path: string, text: string }[]>} */
export async function noticeFiles() {
  const published = workspacePackages(["packages"]).filter(({ isPublic }) => isPublic);
  const bundled = await noticesOfBundle(join(root, "packages", "bernoulli"));
  const all = published.map(({ name, directory }) =>
    name === "bernoulli"
      ? { name, directory, what: "`bernoulli.min.js` carries", notices: bundled }
      : { name, directory, what: `\`${name}\` carries`, notices: noticesOfSources(directory) },
  );
  return all
    .filter(({ notices }) => notices.length > 0)
    .map(({ name, directory, what, notices }) => ({
      name,
      path: join(directory, "THIRD-PARTY-NOTICES.md"),
      text: documentOf(what, notices),
    }));
}
