// Makes the API reference out of the docstrings: a page of Markdown for each group of exports, by TypeDoc. The pages are not committed.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { withStars } from "@tooling/tsup/stars";
import {
  Application,
  type DeclarationReflection,
  type ProjectReflection,
  ReflectionKind,
  type TypeDocOptions,
} from "typedoc";
import type { PluginOptions } from "typedoc-plugin-markdown";
import { withSeparateAnchors } from "./anchors.js";
import { type ApiGroup, apiGroups } from "./api-groups.js";
import { apiIndex } from "./api-index.js";
import { paths } from "./paths.js";

/** Where the modules stand of which TypeDoc makes pages. */
const sourceFolder = join(paths.app, ".api");
const listed = join(paths.api, "groups.json");

/**
 * What becomes of the reference: `none` leaves it out, which halves the time of a build; `written` takes the pages that were written last, as
 * happens by itself while somebody writes, since docstrings seldom change then; else it is made.
 */
const wanted = process.env["BERNOULLI_SITE_API"] ?? (process.argv.includes("build") ? "made" : "written");

export const hasApi = wanted !== "none";

/** The pages of the reference, which are written if need be. */
export async function apiPages(): Promise<readonly ApiGroup[]> {
  if (!hasApi) return [];
  return (wanted === "written" ? writtenGroups() : null) ?? (await writeApi());
}

/** Writes all pages, and returns what they are. */
async function writeApi(): Promise<ApiGroup[]> {
  const planned = apiGroups();
  const sources = writeSources(planned);
  const options: TypeDocOptions & PluginOptions = {
    ...{ entryPoints: sources, plugin: ["typedoc-plugin-markdown"], outputs: [{ name: "markdown", path: paths.api }] },
    ...{ tsconfig: join(sourceFolder, "tsconfig.json") },
    ...{ skipErrorChecking: true, readme: "none", logLevel: "Error", disableSources: true, disableGit: true },
    ...{ excludeInternal: true, excludePrivate: true, sort: ["alphabetical"], groupOrder: order },
    ...{ router: "module", entryFileName: "index", hidePageHeader: true, hideBreadcrumbs: true },
    // Two ways to count headings of one name would differ: those that links lead to say their anchors.
    ...{
      sanitizeComments: true,
      useHTMLEncodedBrackets: true,
      useCustomAnchors: true,
      hideGroupHeadings: false,
      expandObjects: false,
    },
    ...{ parametersFormat: "table", interfacePropertiesFormat: "table", typeDeclarationFormat: "table" },
    name: "API",
  };
  const application = await Application.bootstrapWithPlugins(options);
  const project = await application.convert();
  if (project === undefined) throw new Error("TypeDoc made nothing of the sources");
  leaveOutWhatStandsElsewhere(project);
  rmSync(paths.api, { recursive: true, force: true });
  await application.generateOutputs(project);
  for (const page of readdirSync(paths.api, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".md"),
  )) {
    const file = join(paths.api, page);
    writeFileSync(file, withStars(withSeparateAnchors(readFileSync(file, "utf8"))));
  }
  const groups = planned.map(withItsPlace);
  writeFileSync(join(paths.api, "index.md"), apiIndex(groups));
  writeFileSync(listed, JSON.stringify(groups));
  return groups;
}

/** A module that has namespaces becomes a folder, whose index it is. */
function withItsPlace(group: ApiGroup): ApiGroup {
  return existsSync(join(paths.api, group.path, "index.md")) ? { ...group, path: `${group.path}/` } : group;
}

/** What a reader looks for first. */
const order = ["Namespaces", "Classes", "Functions", "Variables", "Interfaces", "Type Aliases"];

/** A class says what it adds to the one that it extends; the methods of tensors that are functions too are told there. */
function leaveOutWhatStandsElsewhere(project: ProjectReflection): void {
  const functions = new Set(project.getReflectionsByKind(ReflectionKind.Function).map(({ name }) => name));
  const members = project.getReflectionsByKind(ReflectionKind.ClassMember) as DeclarationReflection[];
  const left = new Set(
    members.filter((member) => {
      const isMethod = /^Tensor(Methods)?$/.test(member.parent?.name ?? "") && functions.has(member.name);
      return member.inheritedFrom !== undefined || isMethod;
    }),
  );
  const owners = new Set([...left].map(({ parent }) => parent as DeclarationReflection));
  for (const member of left) project.removeReflection(member);
  // TypeDoc has sorted the members by then.
  for (const owner of owners) {
    const groups = owner.groups ?? [];
    for (const group of groups)
      group.children = group.children.filter((child) => !left.has(child as DeclarationReflection));
    owner.groups = groups.filter(({ children }) => children.length > 0);
  }
}

/** The groups of the pages that were written last; null where there are none. */
function writtenGroups(): ApiGroup[] | null {
  try {
    return JSON.parse(readFileSync(listed, "utf8"));
  } catch {
    return null;
  }
}

/** A module for each page, which exports what stands there: TypeDoc makes a page of a module. */
function writeSources(groups: readonly ApiGroup[]): string[] {
  rmSync(sourceFolder, { recursive: true, force: true });
  const files = groups.map(({ entry, path, names }) => {
    const file = join(sourceFolder, `${path}.ts`);
    mkdirSync(dirname(file), { recursive: true });
    const list = names.map((name) => `  ${name},\n`).join("");
    writeFileSync(file, `/**\n * Of \`${entry}\`.\n *\n * @module ${path}\n */\nexport {\n${list}} from "${entry}";\n`);
    return file;
  });
  writeFileSync(join(sourceFolder, "tsconfig.json"), JSON.stringify({ extends: "../tsconfig.json", files }));
  return files;
}
