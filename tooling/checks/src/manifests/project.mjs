// What every published manifest says of the project: where it lives, under which license, by which words it is found. The workspace's own
// package.json says it once; here is what follows from it. Reads and writes no files.
// @ts-check
import { isDeepStrictEqual } from "node:util";

/**
 * @typedef {object} Project what the workspace's package.json says
 * @property {{ type: string, url: string }} repository
 * @property {string} homepage
 * @property {{ url: string }} bugs
 * @property {string} license
 * @property {string[]} keywords those that all packages share
 */

/** In the order in which a manifest has them, behind its description. */
export const fields = /** @type {const} */ (["keywords", "homepage", "bugs", "license", "repository"]);

/** `https://host/owner/name`, `git+https://host/owner/name.git` and `host/owner/name` are one place; npm wants the second. */
export function homeOf(/** @type {string} */ address) {
  const place = address.replace(/^(git\+)?https:\/\//, "").replace(/(\.git)?\/?$/, "");
  if (!/^[\w-]+(\.[\w-]+)+(\/[\w.-]+){2,}$/.test(place))
    throw new Error(`"${address}" is no place of a repository; write it as https://github.com/OWNER/NAME`);
  return `https://${place}`;
}

/**
 * The workspace's manifest, moved to a place.
 *
 * @template {object} Manifest
 * @param {Manifest} manifest
 * @param {string} address
 */
export function moved(manifest, address) {
  const home = homeOf(address);
  return {
    ...manifest,
    repository: { type: "git", url: `git+${home}.git` },
    homepage: `${home}#readme`,
    bugs: { url: `${home}/issues` },
  };
}

/**
 * What a package's manifest says of the project. Its own keywords stand first.
 *
 * @param {Project} project
 * @param {string} directory of the package, from the root on, with slashes
 * @param {readonly string[]} keywords that it has
 */
export function fieldsOf(project, directory, keywords) {
  const home = homeOf(project.repository.url);
  return {
    keywords: [...keywords.filter((word) => !project.keywords.includes(word)), ...project.keywords],
    homepage: `${home}/tree/main/${directory}#readme`,
    bugs: project.bugs,
    license: project.license,
    repository: { ...project.repository, directory },
  };
}

/**
 * What is wrong in a package's manifest, one line each.
 *
 * @param {any} manifest
 * @param {ReturnType<typeof fieldsOf>} wanted
 * @returns {string[]}
 */
export function differences(manifest, wanted) {
  return fields
    .filter((field) => !isDeepStrictEqual(manifest[field], wanted[field]))
    .map(
      (field) =>
        `${manifest.name}: "${field}" is ${JSON.stringify(manifest[field])}, not ${JSON.stringify(wanted[field])}`,
    );
}

/**
 * The manifest with what the project says, behind its description.
 *
 * @param {any} manifest
 * @param {ReturnType<typeof fieldsOf>} wanted
 */
export function withFields({ name, version, description, ...rest }, wanted) {
  for (const field of fields) delete rest[field];
  return { name, version, description, ...wanted, ...rest };
}
