// Gives tests the compiled modules of src/compiled/compile.mjs in place of sources: Node loads them itself, as it loads what is
// published, so that only the files of tests are transformed. Without a folder of them vitest transforms all.
// @ts-check
import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

/** The export condition under which a package is its src/, so that tests need no build. Publishing strips it. */
export const sourceCondition = "@bernoulli/source";

/**
 * @param {string} root the repository
 * @param {string} folder that of the compiled modules
 * @returns {import("vite").Plugin}
 */
export function compiledModules(root, folder) {
  /** The compiled module of a source, or null. @param {string} file */
  const compiled = (file) => {
    const module = join(folder, relative(root, file)).replace(/\.ts$/, ".js");
    return module.startsWith(join(folder, "packages") + sep) && existsSync(module) ? module : null;
  };
  return {
    name: "bernoulli:compiled-modules",
    enforce: "pre",
    async resolveId(source, importer, options) {
      if (source.startsWith(".") && importer) {
        const module = compiled(resolve(dirname(importer), source));
        return module ? { id: module, external: true } : null;
      }
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      const module = found && compiled(found.id);
      return module ? { id: module, external: true } : found;
    },
    load(id) {
      if (compiled(id)) throw new Error(`${id} is there twice: compiled, and as a source`);
      return null;
    },
  };
}
