// Which packages have a file of notices, that the site has one, and what stands in it. Writes nothing.
// @ts-check
import { join } from "node:path";
import { root, workspacePackages } from "../workspace.mjs";
import { documentOf, filesOfOneFile, noticesOfFiles, noticesOfSources } from "./notices.mjs";
import { noticesOfSite } from "./site.mjs";

/** @returns {Promise<{ name: string, path: string, text: string }[]>} */
export async function noticeFiles() {
  const published = workspacePackages(["packages"]).filter(({ isPublic }) => isPublic);
  const bundled = noticesOfFiles(await filesOfOneFile(join(root, "packages", "bernoulli")));
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

/** The page of the site. */
export async function noticesPage() {
  return {
    path: join(root, "apps/docs/pages/third-party.md"),
    text: documentOf("this site and the playground carry", await noticesOfSite()),
  };
}
