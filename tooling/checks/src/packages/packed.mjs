// What the manifest and the files of a packed package must be. Packs nothing.
// @ts-check

const dependencyFields = ["dependencies", "peerDependencies", "optionalDependencies"];

/**
 * What is wrong, one line each; empty where nothing is.
 *
 * @param {any} manifest the package.json inside the tarball
 * @param {string[]} files of the tarball
 * @returns {string[]}
 */
export function checkPacked(manifest, files) {
  const problems = [];
  if (JSON.stringify(manifest.exports ?? {}).includes("@bernoulli/source")) {
    problems.push("the exports still have the source condition; publishConfig.exports must replace them");
  }
  for (const path of exportedFiles(manifest.exports)) {
    if (!files.includes(path.replace("./", ""))) problems.push(`exports ${path}, which is not packed`);
  }
  for (const field of dependencyFields) {
    for (const [name, version] of Object.entries(manifest[field] ?? {})) {
      if (!/^[~^]?\d+\.\d+\.\d+/.test(String(version)))
        problems.push(`${field}: ${name} is "${version}", which nobody else can install`);
    }
  }
  for (const wanted of ["LICENSE", "README.md", "dist/index.js", "dist/index.d.ts", "dist/index.js.map"]) {
    if (!files.includes(wanted)) problems.push(`${wanted} is not packed`);
  }
  const strays = files.filter(
    (file) => !/^(dist\/|LICENSE$|README\.md$|CHANGELOG\.md$|THIRD-PARTY-NOTICES\.md$|package\.json$)/.test(file),
  );
  if (strays.length > 0) problems.push(`packs what it should not: ${strays.join(", ")}`);
  for (const field of ["description", "license", "keywords", "engines", "repository", "homepage", "bugs"]) {
    if (manifest[field] === undefined) problems.push(`package.json has no "${field}"`);
  }
  return problems;
}

/**
 * @param {unknown} exports
 * @returns {string[]}
 */
function exportedFiles(exports) {
  if (typeof exports === "string") return [exports];
  return Object.values(/** @type {object} */ (exports ?? {})).flatMap(exportedFiles);
}
