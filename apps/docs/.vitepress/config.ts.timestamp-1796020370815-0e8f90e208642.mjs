// .vitepress/config.ts
import { defineConfig } from "file:///tmp/w/site/node_modules/.pnpm/vitepress@1.6.4_@algolia+client-search@5.65.0_@types+node@20.19.43_postcss@8.5.33_searc_5a075708a63b358a85dc0cd86cb94dbf/node_modules/vitepress/dist/node/index.js";

// src/build/api.ts
import { mkdirSync, readFileSync as readFileSync3, rmSync, writeFileSync } from "node:fs";
import { dirname, join as join2 } from "node:path";
import {
  Application,
  ReflectionKind
} from "file:///tmp/w/site/node_modules/.pnpm/typedoc@0.28.20_typescript@5.9.3/node_modules/typedoc/dist/index.js";

// src/build/api-groups.ts
import { readFileSync as readFileSync2 } from "node:fs";
import { join, relative, sep } from "node:path";
import ts from "file:///tmp/w/site/node_modules/.pnpm/typescript@5.9.3/node_modules/typescript/lib/typescript.js";

// src/build/paths.ts
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
var __vite_injected_original_import_meta_url = "file:///tmp/w/site/apps/docs/src/build/paths.ts";
var app = new URL("../../", __vite_injected_original_import_meta_url);
var paths = {
  app: fileURLToPath(app),
  repository: fileURLToPath(new URL("../../", app)),
  /** The repository's documents, which the site shows as they are. */
  documents: fileURLToPath(new URL("../../docs/", app)),
  pages: fileURLToPath(new URL("pages/", app)),
  /** Made at build time, and not committed. */
  copies: fileURLToPath(new URL("pages/docs/", app)),
  api: fileURLToPath(new URL("pages/api/", app))
};
function repositoryAddress() {
  const { repository } = JSON.parse(readFileSync(new URL("../../packages/bernoulli/package.json", app), "utf8"));
  const url = typeof repository === "string" ? repository : repository?.url;
  if (url === void 0) return null;
  return `${url.replace(/^git\+/, "").replace(/\.git$/, "")}/blob/main`;
}

// src/build/api-groups.ts
var packages = ["bernoulli", "tensor", "nn", "dropout", "optim", "data", "formats", "trainer"];
var leftOut = ["@bernoulli/tensor/lean", "@bernoulli/tensor/relaxed-simd", "@bernoulli/tensor/revectorize"];
var fewest = 40;
function apiGroups() {
  const entries = packages.flatMap((name) => entriesOf(join(paths.repository, "packages", name)));
  const program = ts.createProgram(
    entries.map(({ source }) => source),
    { ...compilerOptions(), skipLibCheck: true, noEmit: true }
  );
  const checker = program.getTypeChecker();
  const others = entries.map(({ entry }) => shortName(entry));
  return entries.flatMap(({ entry, source }) => {
    const symbol = checker.getSymbolAtLocation(program.getSourceFile(source));
    const exports = symbol === void 0 ? [] : checker.getExportsOfModule(symbol);
    const own = exports.filter((one) => isWrittenIn(one, checker, packageOf(source)));
    return grouped(
      entry,
      own.map((one) => [one.name, folderOf(one, checker, source)]),
      others
    );
  });
}
function compilerOptions() {
  const { config } = ts.readConfigFile(join(paths.app, "tsconfig.json"), ts.sys.readFile);
  return ts.parseJsonConfigFileContent(config, ts.sys, paths.app).options;
}
function entriesOf(directory) {
  const { name, exports } = JSON.parse(readFileSync2(join(directory, "package.json"), "utf8"));
  return Object.entries(exports).map(([path, conditions]) => ({
    entry: name + path.slice(1),
    source: join(directory, conditions["@bernoulli/source"])
  })).filter(({ entry }) => !leftOut.includes(entry));
}
var packageOf = (source) => relative(paths.repository, source).split(sep).slice(0, 2).join("/");
function fileOf(symbol, checker) {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return target.declarations?.[0]?.getSourceFile().fileName ?? null;
}
function isWrittenIn(symbol, checker, directory) {
  const file = fileOf(symbol, checker);
  return file !== null && packageOf(file) === directory;
}
function folderOf(symbol, checker, source) {
  const parts = relative(join(paths.repository, packageOf(source), "src"), fileOf(symbol, checker)).split(sep);
  if (parts.length === 1) return "";
  return parts[0] === "ops" && parts.length > 2 ? parts[1] : parts[0] === "backends" ? "runtime" : parts[0];
}
var shortName = (entry) => entry.replace(/^@bernoulli\//, "");
function grouped(entry, exports, others) {
  if (exports.length === 0) return [];
  const name = shortName(entry);
  const isMain = !name.includes("/");
  if (!isMain || exports.length < fewest) {
    const names = exports.map(([one]) => one);
    return [
      isMain ? { entry, title: name, path: `${name}/${name}`, names } : { entry, title: entry, path: name, names }
    ];
  }
  const folders = /* @__PURE__ */ new Map();
  for (const [one, folder] of exports) {
    const title = folder === "" ? name : others.includes(`${name}/${folder}`) ? `${folder} and others` : folder;
    folders.set(title, [...folders.get(title) ?? [], one]);
  }
  return [...folders].sort(([a], [b]) => a.localeCompare(b)).map(([title, names]) => ({ entry, title, path: `${name}/${title.replaceAll(" ", "-")}`, names }));
}

// src/build/api.ts
var sourceFolder = join2(paths.app, ".api");
var listed = join2(paths.api, "groups.json");
var wanted = process.env["BERNOULLI_SITE_API"] ?? (process.argv.includes("build") ? "made" : "written");
var hasApi = wanted !== "none";
async function apiPages() {
  if (!hasApi) return [];
  return (wanted === "written" ? writtenGroups() : null) ?? await writeApi();
}
async function writeApi() {
  const groups = apiGroups();
  const sources = writeSources(groups);
  const options = {
    ...{ entryPoints: sources, plugin: ["typedoc-plugin-markdown"], outputs: [{ name: "markdown", path: paths.api }] },
    ...{ tsconfig: join2(sourceFolder, "tsconfig.json") },
    ...{ skipErrorChecking: true, readme: "none", logLevel: "Error", disableSources: true, disableGit: true },
    ...{ excludeInternal: true, excludePrivate: true, sort: ["alphabetical"], groupOrder: order },
    ...{ router: "module", entryFileName: "index", hidePageHeader: true, hideBreadcrumbs: true },
    ...{ sanitizeComments: true, useHTMLEncodedBrackets: true, hideGroupHeadings: false, expandObjects: false },
    ...{ parametersFormat: "table", interfacePropertiesFormat: "table", typeDeclarationFormat: "table" },
    name: "API"
  };
  const application = await Application.bootstrapWithPlugins(options);
  const project = await application.convert();
  if (project === void 0) throw new Error("TypeDoc made nothing of the sources");
  leaveOutWhatStandsElsewhere(project);
  rmSync(paths.api, { recursive: true, force: true });
  await application.generateOutputs(project);
  writeFileSync(listed, JSON.stringify(groups));
  return groups;
}
var order = ["Namespaces", "Classes", "Functions", "Variables", "Interfaces", "Type Aliases"];
function leaveOutWhatStandsElsewhere(project) {
  const functions = new Set(project.getReflectionsByKind(ReflectionKind.Function).map(({ name }) => name));
  const members = project.getReflectionsByKind(ReflectionKind.ClassMember);
  const left = new Set(
    members.filter((member) => {
      const isMethod = /^Tensor(Methods)?$/.test(member.parent?.name ?? "") && functions.has(member.name);
      return member.inheritedFrom !== void 0 || isMethod;
    })
  );
  const owners = new Set([...left].map(({ parent }) => parent));
  for (const member of left) project.removeReflection(member);
  for (const owner of owners) {
    for (const group of owner.groups ?? [])
      group.children = group.children.filter((child) => !left.has(child));
    owner.groups = owner.groups?.filter(({ children }) => children.length > 0);
  }
}
function writtenGroups() {
  try {
    return JSON.parse(readFileSync3(listed, "utf8"));
  } catch {
    return null;
  }
}
function writeSources(groups) {
  rmSync(sourceFolder, { recursive: true, force: true });
  const files = groups.map(({ entry, path, names }) => {
    const file = join2(sourceFolder, `${path}.ts`);
    mkdirSync(dirname(file), { recursive: true });
    const list = names.map((name) => `  ${name},
`).join("");
    writeFileSync(file, `/**
 * Of \`${entry}\`.
 *
 * @module ${path}
 */
export {
${list}} from "${entry}";
`);
    return file;
  });
  writeFileSync(join2(sourceFolder, "tsconfig.json"), JSON.stringify({ extends: "../tsconfig.json", files }));
  return files;
}

// src/build/content.ts
import { mkdirSync as mkdirSync3, readFileSync as readFileSync5, rmSync as rmSync3, writeFileSync as writeFileSync3 } from "node:fs";
import { join as join4 } from "node:path";

// src/build/documents.ts
import { cpSync, mkdirSync as mkdirSync2, readdirSync, readFileSync as readFileSync4, rmSync as rmSync2, writeFileSync as writeFileSync2 } from "node:fs";
import { dirname as dirname2, join as join3, posix, relative as relative2 } from "node:path";

// src/build/outside-fences.ts
function outsideFences(text, change) {
  return partsOf(text).map(({ lines, isCode }) => isCode ? lines.join("\n") : change(lines.join("\n"))).join("\n");
}
function withoutFences(text) {
  return partsOf(text).flatMap(({ lines, isCode }) => isCode ? [] : lines).join("\n");
}
function partsOf(text) {
  const parts = [];
  let fence = null;
  const put = (line, isCode, isNew) => {
    const last = parts.at(-1);
    if (last === void 0 || isNew || last.isCode !== isCode) parts.push({ lines: [line], isCode });
    else last.lines.push(line);
  };
  for (const line of text.split("\n")) {
    const mark = /^\s*(`{3,})/.exec(line)?.[1];
    const opens = fence === null && mark !== void 0;
    put(line, fence !== null || opens, opens);
    if (opens) fence = mark;
    else if (fence !== null && mark !== void 0 && mark.length >= fence.length && line.trim() === mark) fence = null;
  }
  return parts;
}

// src/build/documents.ts
function copyDocuments(from, to, repository) {
  rmSync2(to, { recursive: true, force: true });
  for (const name of readdirSync(from, { recursive: true, encoding: "utf8" })) {
    if (/\.(png|svg)$/.test(name)) cpSync(join3(from, name), join3(to, name));
    if (!name.endsWith(".md")) continue;
    const target = join3(to, name.replace(/README\.md$/, "index.md"));
    mkdirSync2(dirname2(target), { recursive: true });
    writeFileSync2(target, asPage(readFileSync4(join3(from, name), "utf8"), relative2(".", name), repository));
  }
}
function asPage(text, name, repository) {
  return outsideFences(pairsAsColumns(text), (stretch) => escapedForVue(linksOf(stretch, name, repository)));
}
function linksOf(text, name, repository) {
  return text.replace(
    /(!?)\[((?:[^[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)/g,
    (whole, image, words, target) => {
      if (image !== "" || /^([a-z]+:|#)/.test(target)) return whole;
      const [path, fragment] = target.split("#");
      const inRepository = posix.join("docs", posix.dirname(name.replaceAll("\\", "/")), path);
      const end = fragment === void 0 ? "" : `#${fragment}`;
      if (/^docs\/(.*\.md)?$/.test(`${inRepository}`))
        return `[${words}](${path.replace(/README\.md$/, "index.md")}${end})`;
      if (inRepository === "docs/decisions") return `[${words}](${posix.join(path, "index.md")}${end})`;
      return repository === null ? words : `[${words}](${repository}/${inRepository}${end})`;
    }
  );
}
function escapedForVue(text) {
  return text.replace(/\{\{/g, "&lbrace;&lbrace;");
}
function pairsAsColumns(text) {
  return text.replace(
    /<table>\n<tr><th>PyTorch<\/th><th>Bernoulli<\/th><\/tr>\n<tr><td>\n([\s\S]*?)\n<\/td><td>\n([\s\S]*?)\n<\/td><\/tr>\n<\/table>/g,
    '<div class="pair"><div>\n$1\n</div><div>\n$2\n</div></div>'
  );
}
function pairOf(text, heading) {
  const section = text.split(/^## /m).find((one) => one.startsWith(`${heading}
`));
  const pair = section === void 0 ? null : /<table>[\s\S]*?<\/table>/.exec(section);
  if (!pair) throw new Error(`there is no pair of programs under "${heading}"`);
  return pair[0];
}

// src/build/content.ts
function writeContent() {
  copyDocuments(paths.documents, paths.copies, repositoryAddress());
  const parts = join4(paths.copies, "parts");
  mkdirSync3(parts, { recursive: true });
  const write = (name, text2) => writeFileSync3(join4(parts, `${name}.md`), `${text2}
`);
  const text = readFileSync5(join4(paths.documents, "from-pytorch.md"), "utf8");
  for (const heading of headingsWithPairs(text)) write(slugOf(heading), pairsAsColumns(pairOf(text, heading)));
  const page = readFileSync5(join4(paths.copies, "from-pytorch.md"), "utf8");
  write("from-pytorch", page.replace(/^# .*\n/, "").replace(/\]\(([\w-]+\.md)/g, "](/docs/$1"));
  rmSync3(join4(paths.copies, "from-pytorch.md"));
  const readme = readFileSync5(join4(paths.repository, "README.md"), "utf8");
  write("readme-net", /```ts[\s\S]*?```/.exec(pairOf(readme, "Porting"))[0]);
}
function headingsWithPairs(text) {
  return text.split(/^## /m).slice(1).filter((section) => section.includes("<table>")).map((section) => section.split("\n")[0]);
}
var slugOf = (heading) => heading.toLowerCase().replace(/[^a-z]+/g, "-").replace(/^-|-$/g, "");

// src/run/module-names.ts
var moduleNames = [
  "bernoulli",
  "@bernoulli/data",
  "@bernoulli/dropout",
  "@bernoulli/formats",
  "@bernoulli/nn",
  "@bernoulli/nn/models",
  "@bernoulli/nn/swa-utils",
  "@bernoulli/optim",
  "@bernoulli/tensor",
  "@bernoulli/tensor/checkpoint",
  "@bernoulli/tensor/distributions",
  "@bernoulli/tensor/formulas",
  "@bernoulli/tensor/func",
  "@bernoulli/tensor/lean",
  "@bernoulli/tensor/linalg",
  "@bernoulli/trainer"
];
function kindOf(code) {
  const imports = [...code.matchAll(/^\s*import\b[^"']*["']([^"']+)["']/gm)].map(([, name]) => name);
  if (imports.length === 0 || imports.some((name) => name.startsWith("."))) return "fragment";
  if (imports.every((name) => moduleNames.includes(name))) return "page";
  return imports.every(isPublic) ? "node" : "fragment";
}
function isPublic(name) {
  return name.startsWith("node:") || name === "bernoulli" || /^@bernoulli\/(?!testing|programs)/.test(name);
}

// src/run/prepare.ts
import { parse } from "file:///tmp/w/site/node_modules/.pnpm/acorn@8.19.0/node_modules/acorn/dist/acorn.mjs";
import { transform } from "file:///tmp/w/site/node_modules/.pnpm/sucrase@3.35.1/node_modules/sucrase/dist/index.js";
function prepare(source) {
  const { code } = transform(source, {
    transforms: ["typescript", "imports"],
    disableESTransforms: true,
    preserveDynamicImport: true,
    production: true
  });
  const comments = [];
  const tree = parse(code, {
    ecmaVersion: "latest",
    allowAwaitOutsideFunction: true,
    locations: true,
    onComment: comments
  });
  const marks = new Map(
    comments.flatMap(({ value, loc }) => /^ (→|throws )/.test(value) ? [[loc.start.line, value]] : [])
  );
  const edits = [];
  for (const statement of expressionStatements(tree)) {
    const last = statement.loc.end.line;
    const line = [last, last + 1].find((one) => marks.has(one) && (one === last || aloneOn(code, one)));
    const { start, end } = statement.expression;
    const expression = code.slice(start, end);
    if (line === void 0 || expression.startsWith("console.log(")) continue;
    const throws = marks.get(line).startsWith(" throws ");
    marks.delete(line);
    edits.push({ start, end, text: shown(expression, statement, throws) });
  }
  let shownCode = code;
  for (const { start, end, text } of edits.sort((a, b) => b.start - a.start))
    shownCode = shownCode.slice(0, start) + text + shownCode.slice(end);
  return {
    code: shownCode,
    imports: [...new Set([...code.matchAll(/\brequire\('([^']+)'\)/g)].map(([, name]) => name))]
  };
}
function shown(expression, { loc, expression: node }, throws) {
  const awaits = contains(node, "AwaitExpression");
  return `${awaits ? "await " : ""}show(${loc.start.line}, ${awaits ? "async " : ""}() => (${expression}), ${throws})`;
}
function aloneOn(code, line) {
  return /^\s*\/\//.test(code.split("\n")[line - 1] ?? "");
}
function* expressionStatements(node) {
  if (node.type === "ExpressionStatement") yield node;
  for (const child of childrenOf(node)) yield* expressionStatements(child);
}
function contains(node, type) {
  if (node.type === type) return true;
  if (/Function/.test(node.type)) return false;
  return childrenOf(node).some((child) => contains(child, type));
}
function childrenOf(node) {
  return Object.values(node).flat().filter(isNode);
}
function isNode(value) {
  return typeof value === "object" && value !== null && "type" in value && "start" in value && typeof value.type === "string";
}

// src/build/fences.ts
function runnableFences(markdown) {
  const plain = markdown.renderer.rules.fence;
  markdown.renderer.rules.fence = (tokens, at, options, env, self) => {
    const html = plain(tokens, at, options, env, self);
    const { info, content } = tokens[at];
    if (!/^(ts|typescript)$/.test(info.trim())) return html;
    const kind = kindOf(content);
    if (kind === "fragment") return html;
    if (kind === "node") return `<NodeBlock>${html}</NodeBlock>
`;
    const program = markdown.utils.escapeHtml(JSON.stringify(prepare(content)));
    return `<RunBlock program="${program}">${html}</RunBlock>
`;
  };
}

// src/build/isolation.ts
var isolation = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp"
};

// src/build/links.ts
import { existsSync, readdirSync as readdirSync2, readFileSync as readFileSync6, statSync } from "node:fs";
import { join as join5, posix as posix2, sep as sep2 } from "node:path";
function brokenLinks(folder, base2, elsewhere = []) {
  const names = readdirSync2(folder, { recursive: true, encoding: "utf8" }).map((name) => name.split(sep2).join("/"));
  const pages = new Map(
    names.filter((name) => name.endsWith(".html")).map((name) => [name, readFileSync6(join5(folder, name), "utf8")])
  );
  const ids = /* @__PURE__ */ new Map();
  const idsOf = (page) => {
    const known = ids.get(page) ?? new Set([...pages.get(page).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => decoded(id)));
    ids.set(page, known);
    return known;
  };
  return [...pages].flatMap(
    ([page, html]) => [...new Set([...html.matchAll(/<(?:a|img|script|link)\b[^>]*?\s(?:href|src)="([^"]+)"/g)].map(([, to]) => to))].filter((to) => !/^([a-z]+:|\/\/)/.test(to)).flatMap((to) => {
      const [path, fragment] = decoded(to).split("#");
      const inSite = path === "" ? page : path.startsWith("/") ? withoutBase(path, base2) : posix2.join(posix2.dirname(page), path);
      if (inSite === null) return [`${page}: ${to} is outside of ${base2}`];
      if (elsewhere.some((start) => inSite.startsWith(start))) return [];
      const file = fileOf2(folder, inSite);
      if (file === null) return [`${page}: ${to} is not there`];
      if (fragment === void 0 || fragment === "" || !pages.has(file) || idsOf(file).has(fragment)) return [];
      return [`${page}: ${to}: ${file} has no element "${fragment}"`];
    })
  );
}
var withoutBase = (path, base2) => path.startsWith(base2) ? path.slice(base2.length) : `${path}/` === base2 ? "" : null;
function fileOf2(folder, path) {
  const isFile = (name) => existsSync(join5(folder, name)) && statSync(join5(folder, name)).isFile();
  return [path, posix2.join(path, "index.html"), `${path}.html`].find((name) => name !== "" && isFile(name)) ?? null;
}
var decoded = (text) => {
  const plain = text.replaceAll("&amp;", "&").replaceAll("&#39;", "'").replaceAll("&quot;", '"');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
};

// src/build/navigation.ts
import { existsSync as existsSync2 } from "node:fs";
import { join as join6 } from "node:path";
var playground = existsSync2(join6(paths.repository, "apps/playground/package.json"));
var toPlayground = (text) => playground ? [{ text, link: "/playground/index.html", target: "_self" }] : [];
var guide = [
  {
    text: "Begin",
    items: [
      { text: "Start", link: "/start" },
      { text: "Dropout, explained", link: "/dropout" },
      { text: "From PyTorch", link: "/from-pytorch" }
    ]
  },
  {
    text: "Guides",
    items: [
      { text: "Tensors and autograd", link: "/tensors" },
      { text: "Memory and scopes", link: "/memory" },
      { text: "Compile, by a step's plan", link: "/compile" },
      { text: "Threads and browsers", link: "/threads" },
      { text: "Data", link: "/data" },
      { text: "The trainer", link: "/trainer" },
      { text: "The doctor", link: "/docs/doctor" },
      { text: "Weights", link: "/docs/weights" },
      { text: "Errors", link: "/errors" },
      { text: "Performance", link: "/docs/benchmark" }
    ]
  },
  {
    text: "Inside",
    collapsed: true,
    items: [
      { text: "How to add an op", link: "/docs/adding" },
      { text: "A walk", link: "/docs/walk" },
      { text: "Plans of known nets", link: "/docs/plans" },
      { text: "Decisions", link: "/docs/decisions/" },
      { text: "Soak runs", link: "/docs/soak" },
      { text: "How these pages run", link: "/running" }
    ]
  }
];
var reference = (groups) => [
  {
    text: "PyTorch's names",
    items: [
      { text: "Search by name", link: "/from-pytorch" },
      { text: "Compatibility", link: "/docs/compatibility" },
      { text: "Every op", link: "/docs/ops" }
    ]
  },
  ...[...new Set(groups.map(({ entry }) => packageOf2(entry)))].map((name) => ({
    text: name,
    collapsed: true,
    items: groups.filter(({ entry }) => packageOf2(entry) === name).map(({ title, path }) => ({ text: title, link: `/api/${path}` }))
  }))
];
var packageOf2 = (entry) => entry.split("/").slice(0, entry.startsWith("@") ? 2 : 1).join("/");
var english = (groups) => ({
  nav: [
    { text: "Start", link: "/start" },
    { text: "Dropout", link: "/dropout" },
    { text: "Guides", link: "/tensors" },
    { text: "API", link: "/api/" },
    ...toPlayground("Playground")
  ],
  sidebar: {
    "/api/": reference(groups),
    "/docs/compatibility": reference(groups),
    "/docs/ops": reference(groups),
    "/": guide
  }
});
var koreanGuide = [
  {
    text: "\uC2DC\uC791",
    items: [
      { text: "\uC2DC\uC791\uD558\uAE30", link: "/ko/start" },
      { text: "\uB4DC\uB86D\uC544\uC6C3, \uADF8\uB9BC\uC73C\uB85C", link: "/ko/dropout" },
      { text: "PyTorch\uC5D0\uC11C \uC62E\uAE30\uAE30", link: "/ko/from-pytorch" }
    ]
  },
  {
    text: "\uC601\uC5B4 \uBB38\uC11C",
    items: [
      { text: "\uD150\uC11C\uC640 \uC790\uB3D9 \uBBF8\uBD84", link: "/tensors" },
      { text: "\uBA54\uBAA8\uB9AC\uC640 \uC2A4\uCF54\uD504", link: "/memory" },
      { text: "compile", link: "/compile" },
      { text: "\uC2A4\uB808\uB4DC\uC640 \uBE0C\uB77C\uC6B0\uC800", link: "/threads" },
      { text: "API", link: "/api/" }
    ]
  }
];
var korean = {
  description: "TypeScript\uB85C \uC62E\uAE34 PyTorch\uC758 \uD559\uC2B5 \uBC29\uC2DD. Node\uC640 \uBE0C\uB77C\uC6B0\uC800\uC5D0\uC11C \uB3CC\uC544\uAC00\uACE0, \uC911\uC2EC\uC740 \uB4DC\uB86D\uC544\uC6C3\uC785\uB2C8\uB2E4.",
  themeConfig: {
    nav: [
      { text: "\uC2DC\uC791\uD558\uAE30", link: "/ko/start" },
      { text: "\uB4DC\uB86D\uC544\uC6C3", link: "/ko/dropout" },
      { text: "PyTorch\uC5D0\uC11C", link: "/ko/from-pytorch" },
      { text: "API", link: "/api/" },
      ...toPlayground("\uB180\uC774\uD130")
    ],
    sidebar: koreanGuide,
    outline: { level: [2, 3], label: "\uC774 \uD398\uC774\uC9C0\uC5D0\uC11C" },
    docFooter: { prev: "\uC774\uC804", next: "\uB2E4\uC74C" },
    darkModeSwitchLabel: "\uD654\uBA74 \uBAA8\uB4DC",
    lightModeSwitchTitle: "\uBC1D\uC740 \uD654\uBA74\uC73C\uB85C",
    darkModeSwitchTitle: "\uC5B4\uB450\uC6B4 \uD654\uBA74\uC73C\uB85C",
    sidebarMenuLabel: "\uCC28\uB840",
    returnToTopLabel: "\uB9E8 \uC704\uB85C",
    langMenuLabel: "\uC5B8\uC5B4 \uBC14\uAFB8\uAE30",
    skipToContentLabel: "\uBCF8\uBB38\uC73C\uB85C \uAC74\uB108\uB6F0\uAE30",
    notFound: {
      title: "\uC5C6\uB294 \uD398\uC774\uC9C0\uC785\uB2C8\uB2E4",
      quote: "\uC8FC\uC18C\uAC00 \uBC14\uB00C\uC5C8\uAC70\uB098 \uC798\uBABB \uC801\uD614\uC744 \uC218 \uC788\uC2B5\uB2C8\uB2E4.",
      linkLabel: "\uCCAB \uD398\uC774\uC9C0\uB85C",
      linkText: "\uCCAB \uD398\uC774\uC9C0\uB85C"
    }
  }
};

// src/build/searched-text.ts
var isWriting = !process.argv.includes("build");
function searchedText(text, env, markdown) {
  if (isWriting && /^(api|docs)\//.test(env.relativePath)) return "";
  return markdown.render(withoutFences(text), env);
}

// .vitepress/config.ts
var base = process.env["BERNOULLI_SITE_BASE"] ?? "/";
var config_default = async () => {
  writeContent();
  const groups = await apiPages();
  return defineConfig({
    base,
    srcDir: "pages",
    srcExclude: ["parts/**", "docs/parts/**", ...hasApi ? [] : ["api/**"]],
    ignoreDeadLinks: hasApi ? false : [/\/api\//],
    outDir: "dist",
    cacheDir: ".vitepress/cache",
    title: "Bernoulli",
    description: "PyTorch's training semantics in TypeScript, in Node and in the browser; dropout is the heart.",
    lang: "en",
    lastUpdated: false,
    head: [["link", { rel: "icon", type: "image/svg+xml", href: `${base}icon.svg` }]],
    markdown: {
      config: runnableFences,
      theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" }
    },
    locales: {
      root: { label: "English", lang: "en", themeConfig: english(groups) },
      ko: { label: "\uD55C\uAD6D\uC5B4", lang: "ko", ...korean }
    },
    themeConfig: { search: { provider: "local", options: { _render: searchedText } }, outline: [2, 3] },
    buildEnd({ outDir }) {
      const broken = brokenLinks(outDir, base, ["playground/", ...hasApi ? [] : ["api/"]]);
      if (broken.length > 0) throw new Error(`links of the site are broken:
${broken.join("\n")}`);
    },
    vite: {
      plugins: [
        {
          name: "isolated",
          // With the pages too, which VitePress serves by itself.
          configureServer({ middlewares }) {
            middlewares.use((_request, response, next) => {
              for (const [name, value] of Object.entries(isolation)) response.setHeader(name, value);
              next();
            });
          }
        }
      ],
      worker: { format: "es" },
      build: { target: "es2022", chunkSizeWarningLimit: 1500 },
      // Vite 5's own targets are older than what the esbuild of this repository still serves.
      esbuild: { target: "es2022" },
      optimizeDeps: { esbuildOptions: { target: "es2022" } }
    }
  });
};
export {
  config_default as default
};
//# sourceMappingURL=data:application/json;base64,ewogICJ2ZXJzaW9uIjogMywKICAic291cmNlcyI6IFsiLnZpdGVwcmVzcy9jb25maWcudHMiLCAic3JjL2J1aWxkL2FwaS50cyIsICJzcmMvYnVpbGQvYXBpLWdyb3Vwcy50cyIsICJzcmMvYnVpbGQvcGF0aHMudHMiLCAic3JjL2J1aWxkL2NvbnRlbnQudHMiLCAic3JjL2J1aWxkL2RvY3VtZW50cy50cyIsICJzcmMvYnVpbGQvb3V0c2lkZS1mZW5jZXMudHMiLCAic3JjL3J1bi9tb2R1bGUtbmFtZXMudHMiLCAic3JjL3J1bi9wcmVwYXJlLnRzIiwgInNyYy9idWlsZC9mZW5jZXMudHMiLCAic3JjL2J1aWxkL2lzb2xhdGlvbi50cyIsICJzcmMvYnVpbGQvbGlua3MudHMiLCAic3JjL2J1aWxkL25hdmlnYXRpb24udHMiLCAic3JjL2J1aWxkL3NlYXJjaGVkLXRleHQudHMiXSwKICAic291cmNlc0NvbnRlbnQiOiBbImNvbnN0IF9fdml0ZV9pbmplY3RlZF9vcmlnaW5hbF9kaXJuYW1lID0gXCIvdG1wL3cvc2l0ZS9hcHBzL2RvY3MvLnZpdGVwcmVzc1wiO2NvbnN0IF9fdml0ZV9pbmplY3RlZF9vcmlnaW5hbF9maWxlbmFtZSA9IFwiL3RtcC93L3NpdGUvYXBwcy9kb2NzLy52aXRlcHJlc3MvY29uZmlnLnRzXCI7Y29uc3QgX192aXRlX2luamVjdGVkX29yaWdpbmFsX2ltcG9ydF9tZXRhX3VybCA9IFwiZmlsZTovLy90bXAvdy9zaXRlL2FwcHMvZG9jcy8udml0ZXByZXNzL2NvbmZpZy50c1wiOy8vIFRoZSBzaXRlOiBpdHMgcGFnZXMsIG5hdmlnYXRpb24gYW5kIGxhbmd1YWdlcy4gVGhlIGRvY3VtZW50cyBvZiB0aGUgcmVwb3NpdG9yeSBhcmUgY29waWVkIGluLCBhbmQgdGhlIEFQSSBpcyBtYWRlIGZyb20gdGhlIGRvY3N0cmluZ3MsIGJlZm9yZSBpdCBpcyBidWlsdC5cblxuaW1wb3J0IHsgZGVmaW5lQ29uZmlnIH0gZnJvbSBcInZpdGVwcmVzc1wiO1xuaW1wb3J0IHsgYXBpUGFnZXMsIGhhc0FwaSB9IGZyb20gXCIuLi9zcmMvYnVpbGQvYXBpLmpzXCI7XG5pbXBvcnQgeyB3cml0ZUNvbnRlbnQgfSBmcm9tIFwiLi4vc3JjL2J1aWxkL2NvbnRlbnQuanNcIjtcbmltcG9ydCB7IHJ1bm5hYmxlRmVuY2VzIH0gZnJvbSBcIi4uL3NyYy9idWlsZC9mZW5jZXMuanNcIjtcbmltcG9ydCB7IGlzb2xhdGlvbiB9IGZyb20gXCIuLi9zcmMvYnVpbGQvaXNvbGF0aW9uLmpzXCI7XG5pbXBvcnQgeyBicm9rZW5MaW5rcyB9IGZyb20gXCIuLi9zcmMvYnVpbGQvbGlua3MuanNcIjtcbmltcG9ydCB7IGVuZ2xpc2gsIGtvcmVhbiB9IGZyb20gXCIuLi9zcmMvYnVpbGQvbmF2aWdhdGlvbi5qc1wiO1xuaW1wb3J0IHsgc2VhcmNoZWRUZXh0IH0gZnJvbSBcIi4uL3NyYy9idWlsZC9zZWFyY2hlZC10ZXh0LmpzXCI7XG5cbi8qKiBXaGVyZSB0aGUgc2l0ZSB3aWxsIHN0YW5kIG9uIGl0cyBob3N0LCBhcyBgL2Agb3IgYC9iZXJub3VsbGkvYC4gKi9cbmNvbnN0IGJhc2UgPSBwcm9jZXNzLmVudltcIkJFUk5PVUxMSV9TSVRFX0JBU0VcIl0gPz8gXCIvXCI7XG5cbmV4cG9ydCBkZWZhdWx0IGFzeW5jICgpID0+IHtcbiAgd3JpdGVDb250ZW50KCk7XG4gIGNvbnN0IGdyb3VwcyA9IGF3YWl0IGFwaVBhZ2VzKCk7XG4gIHJldHVybiBkZWZpbmVDb25maWcoe1xuICAgIGJhc2UsXG4gICAgc3JjRGlyOiBcInBhZ2VzXCIsXG4gICAgc3JjRXhjbHVkZTogW1wicGFydHMvKipcIiwgXCJkb2NzL3BhcnRzLyoqXCIsIC4uLihoYXNBcGkgPyBbXSA6IFtcImFwaS8qKlwiXSldLFxuICAgIGlnbm9yZURlYWRMaW5rczogaGFzQXBpID8gZmFsc2UgOiBbL1xcL2FwaVxcLy9dLFxuICAgIG91dERpcjogXCJkaXN0XCIsXG4gICAgY2FjaGVEaXI6IFwiLnZpdGVwcmVzcy9jYWNoZVwiLFxuICAgIHRpdGxlOiBcIkJlcm5vdWxsaVwiLFxuICAgIGRlc2NyaXB0aW9uOiBcIlB5VG9yY2gncyB0cmFpbmluZyBzZW1hbnRpY3MgaW4gVHlwZVNjcmlwdCwgaW4gTm9kZSBhbmQgaW4gdGhlIGJyb3dzZXI7IGRyb3BvdXQgaXMgdGhlIGhlYXJ0LlwiLFxuICAgIGxhbmc6IFwiZW5cIixcbiAgICBsYXN0VXBkYXRlZDogZmFsc2UsXG4gICAgaGVhZDogW1tcImxpbmtcIiwgeyByZWw6IFwiaWNvblwiLCB0eXBlOiBcImltYWdlL3N2Zyt4bWxcIiwgaHJlZjogYCR7YmFzZX1pY29uLnN2Z2AgfV1dLFxuICAgIG1hcmtkb3duOiB7XG4gICAgICBjb25maWc6IHJ1bm5hYmxlRmVuY2VzLFxuICAgICAgdGhlbWU6IHsgbGlnaHQ6IFwiZ2l0aHViLWxpZ2h0LWhpZ2gtY29udHJhc3RcIiwgZGFyazogXCJnaXRodWItZGFyay1oaWdoLWNvbnRyYXN0XCIgfSxcbiAgICB9LFxuICAgIGxvY2FsZXM6IHtcbiAgICAgIHJvb3Q6IHsgbGFiZWw6IFwiRW5nbGlzaFwiLCBsYW5nOiBcImVuXCIsIHRoZW1lQ29uZmlnOiBlbmdsaXNoKGdyb3VwcykgfSxcbiAgICAgIGtvOiB7IGxhYmVsOiBcIlx1RDU1Q1x1QUQ2RFx1QzVCNFwiLCBsYW5nOiBcImtvXCIsIC4uLmtvcmVhbiB9LFxuICAgIH0sXG4gICAgdGhlbWVDb25maWc6IHsgc2VhcmNoOiB7IHByb3ZpZGVyOiBcImxvY2FsXCIsIG9wdGlvbnM6IHsgX3JlbmRlcjogc2VhcmNoZWRUZXh0IH0gfSwgb3V0bGluZTogWzIsIDNdIH0sXG4gICAgYnVpbGRFbmQoeyBvdXREaXIgfSkge1xuICAgICAgY29uc3QgYnJva2VuID0gYnJva2VuTGlua3Mob3V0RGlyLCBiYXNlLCBbXCJwbGF5Z3JvdW5kL1wiLCAuLi4oaGFzQXBpID8gW10gOiBbXCJhcGkvXCJdKV0pO1xuICAgICAgaWYgKGJyb2tlbi5sZW5ndGggPiAwKSB0aHJvdyBuZXcgRXJyb3IoYGxpbmtzIG9mIHRoZSBzaXRlIGFyZSBicm9rZW46XFxuJHticm9rZW4uam9pbihcIlxcblwiKX1gKTtcbiAgICB9LFxuICAgIHZpdGU6IHtcbiAgICAgIHBsdWdpbnM6IFtcbiAgICAgICAge1xuICAgICAgICAgIG5hbWU6IFwiaXNvbGF0ZWRcIixcbiAgICAgICAgICAvLyBXaXRoIHRoZSBwYWdlcyB0b28sIHdoaWNoIFZpdGVQcmVzcyBzZXJ2ZXMgYnkgaXRzZWxmLlxuICAgICAgICAgIGNvbmZpZ3VyZVNlcnZlcih7IG1pZGRsZXdhcmVzIH0pIHtcbiAgICAgICAgICAgIG1pZGRsZXdhcmVzLnVzZSgoX3JlcXVlc3QsIHJlc3BvbnNlLCBuZXh0KSA9PiB7XG4gICAgICAgICAgICAgIGZvciAoY29uc3QgW25hbWUsIHZhbHVlXSBvZiBPYmplY3QuZW50cmllcyhpc29sYXRpb24pKSByZXNwb25zZS5zZXRIZWFkZXIobmFtZSwgdmFsdWUpO1xuICAgICAgICAgICAgICBuZXh0KCk7XG4gICAgICAgICAgICB9KTtcbiAgICAgICAgICB9LFxuICAgICAgICB9LFxuICAgICAgXSxcbiAgICAgIHdvcmtlcjogeyBmb3JtYXQ6IFwiZXNcIiB9LFxuICAgICAgYnVpbGQ6IHsgdGFyZ2V0OiBcImVzMjAyMlwiLCBjaHVua1NpemVXYXJuaW5nTGltaXQ6IDE1MDAgfSxcbiAgICAgIC8vIFZpdGUgNSdzIG93biB0YXJnZXRzIGFyZSBvbGRlciB0aGFuIHdoYXQgdGhlIGVzYnVpbGQgb2YgdGhpcyByZXBvc2l0b3J5IHN0aWxsIHNlcnZlcy5cbiAgICAgIGVzYnVpbGQ6IHsgdGFyZ2V0OiBcImVzMjAyMlwiIH0sXG4gICAgICBvcHRpbWl6ZURlcHM6IHsgZXNidWlsZE9wdGlvbnM6IHsgdGFyZ2V0OiBcImVzMjAyMlwiIH0gfSxcbiAgICB9LFxuICB9KTtcbn07XG4iLCAiY29uc3QgX192aXRlX2luamVjdGVkX29yaWdpbmFsX2Rpcm5hbWUgPSBcIi90bXAvdy9zaXRlL2FwcHMvZG9jcy9zcmMvYnVpbGRcIjtjb25zdCBfX3ZpdGVfaW5qZWN0ZWRfb3JpZ2luYWxfZmlsZW5hbWUgPSBcIi90bXAvdy9zaXRlL2FwcHMvZG9jcy9zcmMvYnVpbGQvYXBpLnRzXCI7Y29uc3QgX192aXRlX2luamVjdGVkX29yaWdpbmFsX2ltcG9ydF9tZXRhX3VybCA9IFwiZmlsZTovLy90bXAvdy9zaXRlL2FwcHMvZG9jcy9zcmMvYnVpbGQvYXBpLnRzXCI7Ly8gTWFrZXMgdGhlIEFQSSByZWZlcmVuY2Ugb3V0IG9mIHRoZSBkb2NzdHJpbmdzOiBhIHBhZ2Ugb2YgTWFya2Rvd24gZm9yIGVhY2ggZ3JvdXAgb2YgZXhwb3J0cywgYnkgVHlwZURvYy4gVGhlIHBhZ2VzIGFyZSBub3QgY29tbWl0dGVkLlxuXG5pbXBvcnQgeyBta2RpclN5bmMsIHJlYWRGaWxlU3luYywgcm1TeW5jLCB3cml0ZUZpbGVTeW5jIH0gZnJvbSBcIm5vZGU6ZnNcIjtcbmltcG9ydCB7IGRpcm5hbWUsIGpvaW4gfSBmcm9tIFwibm9kZTpwYXRoXCI7XG5pbXBvcnQge1xuICBBcHBsaWNhdGlvbixcbiAgdHlwZSBEZWNsYXJhdGlvblJlZmxlY3Rpb24sXG4gIHR5cGUgUHJvamVjdFJlZmxlY3Rpb24sXG4gIFJlZmxlY3Rpb25LaW5kLFxuICB0eXBlIFR5cGVEb2NPcHRpb25zLFxufSBmcm9tIFwidHlwZWRvY1wiO1xuaW1wb3J0IHR5cGUgeyBQbHVnaW5PcHRpb25zIH0gZnJvbSBcInR5cGVkb2MtcGx1Z2luLW1hcmtkb3duXCI7XG5pbXBvcnQgeyB0eXBlIEFwaUdyb3VwLCBhcGlHcm91cHMgfSBmcm9tIFwiLi9hcGktZ3JvdXBzLmpzXCI7XG5pbXBvcnQgeyBwYXRocyB9IGZyb20gXCIuL3BhdGhzLmpzXCI7XG5cbi8qKiBXaGVyZSB0aGUgbW9kdWxlcyBzdGFuZCBvZiB3aGljaCBUeXBlRG9jIG1ha2VzIHBhZ2VzLiAqL1xuY29uc3Qgc291cmNlRm9sZGVyID0gam9pbihwYXRocy5hcHAsIFwiLmFwaVwiKTtcbmNvbnN0IGxpc3RlZCA9IGpvaW4ocGF0aHMuYXBpLCBcImdyb3Vwcy5qc29uXCIpO1xuXG4vKipcbiAqIFdoYXQgYmVjb21lcyBvZiB0aGUgcmVmZXJlbmNlOiBgbm9uZWAgbGVhdmVzIGl0IG91dCwgd2hpY2ggaGFsdmVzIHRoZSB0aW1lIG9mIGEgYnVpbGQ7IGB3cml0dGVuYCB0YWtlcyB0aGUgcGFnZXMgdGhhdCB3ZXJlIHdyaXR0ZW4gbGFzdCwgYXNcbiAqIGhhcHBlbnMgYnkgaXRzZWxmIHdoaWxlIHNvbWVib2R5IHdyaXRlcywgc2luY2UgZG9jc3RyaW5ncyBzZWxkb20gY2hhbmdlIHRoZW47IGVsc2UgaXQgaXMgbWFkZS5cbiAqL1xuY29uc3Qgd2FudGVkID0gcHJvY2Vzcy5lbnZbXCJCRVJOT1VMTElfU0lURV9BUElcIl0gPz8gKHByb2Nlc3MuYXJndi5pbmNsdWRlcyhcImJ1aWxkXCIpID8gXCJtYWRlXCIgOiBcIndyaXR0ZW5cIik7XG5cbmV4cG9ydCBjb25zdCBoYXNBcGkgPSB3YW50ZWQgIT09IFwibm9uZVwiO1xuXG4vKiogVGhlIHBhZ2VzIG9mIHRoZSByZWZlcmVuY2UsIHdoaWNoIGFyZSB3cml0dGVuIGlmIG5lZWQgYmUuICovXG5leHBvcnQgYXN5bmMgZnVuY3Rpb24gYXBpUGFnZXMoKTogUHJvbWlzZTxyZWFkb25seSBBcGlHcm91cFtdPiB7XG4gIGlmICghaGFzQXBpKSByZXR1cm4gW107XG4gIHJldHVybiAod2FudGVkID09PSBcIndyaXR0ZW5cIiA/IHdyaXR0ZW5Hcm91cHMoKSA6IG51bGwpID8/IChhd2FpdCB3cml0ZUFwaSgpKTtcbn1cblxuLyoqIFdyaXRlcyBhbGwgcGFnZXMsIGFuZCByZXR1cm5zIHdoYXQgdGhleSBhcmUuICovXG5hc3luYyBmdW5jdGlvbiB3cml0ZUFwaSgpOiBQcm9taXNlPEFwaUdyb3VwW10+IHtcbiAgY29uc3QgZ3JvdXBzID0gYXBpR3JvdXBzKCk7XG4gIGNvbnN0IHNvdXJjZXMgPSB3cml0ZVNvdXJjZXMoZ3JvdXBzKTtcbiAgY29uc3Qgb3B0aW9uczogVHlwZURvY09wdGlvbnMgJiBQbHVnaW5PcHRpb25zID0ge1xuICAgIC4uLnsgZW50cnlQb2ludHM6IHNvdXJjZXMsIHBsdWdpbjogW1widHlwZWRvYy1wbHVnaW4tbWFya2Rvd25cIl0sIG91dHB1dHM6IFt7IG5hbWU6IFwibWFya2Rvd25cIiwgcGF0aDogcGF0aHMuYXBpIH1dIH0sXG4gICAgLi4ueyB0c2NvbmZpZzogam9pbihzb3VyY2VGb2xkZXIsIFwidHNjb25maWcuanNvblwiKSB9LFxuICAgIC4uLnsgc2tpcEVycm9yQ2hlY2tpbmc6IHRydWUsIHJlYWRtZTogXCJub25lXCIsIGxvZ0xldmVsOiBcIkVycm9yXCIsIGRpc2FibGVTb3VyY2VzOiB0cnVlLCBkaXNhYmxlR2l0OiB0cnVlIH0sXG4gICAgLi4ueyBleGNsdWRlSW50ZXJuYWw6IHRydWUsIGV4Y2x1ZGVQcml2YXRlOiB0cnVlLCBzb3J0OiBbXCJhbHBoYWJldGljYWxcIl0sIGdyb3VwT3JkZXI6IG9yZGVyIH0sXG4gICAgLi4ueyByb3V0ZXI6IFwibW9kdWxlXCIsIGVudHJ5RmlsZU5hbWU6IFwiaW5kZXhcIiwgaGlkZVBhZ2VIZWFkZXI6IHRydWUsIGhpZGVCcmVhZGNydW1iczogdHJ1ZSB9LFxuICAgIC4uLnsgc2FuaXRpemVDb21tZW50czogdHJ1ZSwgdXNlSFRNTEVuY29kZWRCcmFja2V0czogdHJ1ZSwgaGlkZUdyb3VwSGVhZGluZ3M6IGZhbHNlLCBleHBhbmRPYmplY3RzOiBmYWxzZSB9LFxuICAgIC4uLnsgcGFyYW1ldGVyc0Zvcm1hdDogXCJ0YWJsZVwiLCBpbnRlcmZhY2VQcm9wZXJ0aWVzRm9ybWF0OiBcInRhYmxlXCIsIHR5cGVEZWNsYXJhdGlvbkZvcm1hdDogXCJ0YWJsZVwiIH0sXG4gICAgbmFtZTogXCJBUElcIixcbiAgfTtcbiAgY29uc3QgYXBwbGljYXRpb24gPSBhd2FpdCBBcHBsaWNhdGlvbi5ib290c3RyYXBXaXRoUGx1Z2lucyhvcHRpb25zKTtcbiAgY29uc3QgcHJvamVjdCA9IGF3YWl0IGFwcGxpY2F0aW9uLmNvbnZlcnQoKTtcbiAgaWYgKHByb2plY3QgPT09IHVuZGVmaW5lZCkgdGhyb3cgbmV3IEVycm9yKFwiVHlwZURvYyBtYWRlIG5vdGhpbmcgb2YgdGhlIHNvdXJjZXNcIik7XG4gIGxlYXZlT3V0V2hhdFN0YW5kc0Vsc2V3aGVyZShwcm9qZWN0KTtcbiAgcm1TeW5jKHBhdGhzLmFwaSwgeyByZWN1cnNpdmU6IHRydWUsIGZvcmNlOiB0cnVlIH0pO1xuICBhd2FpdCBhcHBsaWNhdGlvbi5nZW5lcmF0ZU91dHB1dHMocHJvamVjdCk7XG4gIHdyaXRlRmlsZVN5bmMobGlzdGVkLCBKU09OLnN0cmluZ2lmeShncm91cHMpKTtcbiAgcmV0dXJuIGdyb3Vwcztcbn1cblxuLyoqIFdoYXQgYSByZWFkZXIgbG9va3MgZm9yIGZpcnN0LiAqL1xuY29uc3Qgb3JkZXIgPSBbXCJOYW1lc3BhY2VzXCIsIFwiQ2xhc3Nlc1wiLCBcIkZ1bmN0aW9uc1wiLCBcIlZhcmlhYmxlc1wiLCBcIkludGVyZmFjZXNcIiwgXCJUeXBlIEFsaWFzZXNcIl07XG5cbi8qKiBBIGNsYXNzIHNheXMgd2hhdCBpdCBhZGRzIHRvIHRoZSBvbmUgdGhhdCBpdCBleHRlbmRzOyB0aGUgbWV0aG9kcyBvZiB0ZW5zb3JzIHRoYXQgYXJlIGZ1bmN0aW9ucyB0b28gYXJlIHRvbGQgdGhlcmUuICovXG5mdW5jdGlvbiBsZWF2ZU91dFdoYXRTdGFuZHNFbHNld2hlcmUocHJvamVjdDogUHJvamVjdFJlZmxlY3Rpb24pOiB2b2lkIHtcbiAgY29uc3QgZnVuY3Rpb25zID0gbmV3IFNldChwcm9qZWN0LmdldFJlZmxlY3Rpb25zQnlLaW5kKFJlZmxlY3Rpb25LaW5kLkZ1bmN0aW9uKS5tYXAoKHsgbmFtZSB9KSA9PiBuYW1lKSk7XG4gIGNvbnN0IG1lbWJlcnMgPSBwcm9qZWN0LmdldFJlZmxlY3Rpb25zQnlLaW5kKFJlZmxlY3Rpb25LaW5kLkNsYXNzTWVtYmVyKSBhcyBEZWNsYXJhdGlvblJlZmxlY3Rpb25bXTtcbiAgY29uc3QgbGVmdCA9IG5ldyBTZXQoXG4gICAgbWVtYmVycy5maWx0ZXIoKG1lbWJlcikgPT4ge1xuICAgICAgY29uc3QgaXNNZXRob2QgPSAvXlRlbnNvcihNZXRob2RzKT8kLy50ZXN0KG1lbWJlci5wYXJlbnQ/Lm5hbWUgPz8gXCJcIikgJiYgZnVuY3Rpb25zLmhhcyhtZW1iZXIubmFtZSk7XG4gICAgICByZXR1cm4gbWVtYmVyLmluaGVyaXRlZEZyb20gIT09IHVuZGVmaW5lZCB8fCBpc01ldGhvZDtcbiAgICB9KSxcbiAgKTtcbiAgY29uc3Qgb3duZXJzID0gbmV3IFNldChbLi4ubGVmdF0ubWFwKCh7IHBhcmVudCB9KSA9PiBwYXJlbnQgYXMgRGVjbGFyYXRpb25SZWZsZWN0aW9uKSk7XG4gIGZvciAoY29uc3QgbWVtYmVyIG9mIGxlZnQpIHByb2plY3QucmVtb3ZlUmVmbGVjdGlvbihtZW1iZXIpO1xuICAvLyBUeXBlRG9jIGhhcyBzb3J0ZWQgdGhlIG1lbWJlcnMgYnkgdGhlbi5cbiAgZm9yIChjb25zdCBvd25lciBvZiBvd25lcnMpIHtcbiAgICBmb3IgKGNvbnN0IGdyb3VwIG9mIG93bmVyLmdyb3VwcyA/PyBbXSlcbiAgICAgIGdyb3VwLmNoaWxkcmVuID0gZ3JvdXAuY2hpbGRyZW4uZmlsdGVyKChjaGlsZCkgPT4gIWxlZnQuaGFzKGNoaWxkIGFzIERlY2xhcmF0aW9uUmVmbGVjdGlvbikpO1xuICAgIG93bmVyLmdyb3VwcyA9IG93bmVyLmdyb3Vwcz8uZmlsdGVyKCh7IGNoaWxkcmVuIH0pID0+IGNoaWxkcmVuLmxlbmd0aCA+IDApO1xuICB9XG59XG5cbi8qKiBUaGUgZ3JvdXBzIG9mIHRoZSBwYWdlcyB0aGF0IHdlcmUgd3JpdHRlbiBsYXN0OyBudWxsIHdoZXJlIHRoZXJlIGFyZSBub25lLiAqL1xuZnVuY3Rpb24gd3JpdHRlbkdyb3VwcygpOiBBcGlHcm91cFtdIHwgbnVsbCB7XG4gIHRyeSB7XG4gICAgcmV0dXJuIEpTT04ucGFyc2UocmVhZEZpbGVTeW5jKGxpc3RlZCwgXCJ1dGY4XCIpKTtcbiAgfSBjYXRjaCB7XG4gICAgcmV0dXJuIG51bGw7XG4gIH1cbn1cblxuLyoqIEEgbW9kdWxlIGZvciBlYWNoIHBhZ2UsIHdoaWNoIGV4cG9ydHMgd2hhdCBzdGFuZHMgdGhlcmU6IFR5cGVEb2MgbWFrZXMgYSBwYWdlIG9mIGEgbW9kdWxlLiAqL1xuZnVuY3Rpb24gd3JpdGVTb3VyY2VzKGdyb3VwczogcmVhZG9ubHkgQXBpR3JvdXBbXSk6IHN0cmluZ1tdIHtcbiAgcm1TeW5jKHNvdXJjZUZvbGRlciwgeyByZWN1cnNpdmU6IHRydWUsIGZvcmNlOiB0cnVlIH0pO1xuICBjb25zdCBmaWxlcyA9IGdyb3Vwcy5tYXAoKHsgZW50cnksIHBhdGgsIG5hbWVzIH0pID0+IHtcbiAgICBjb25zdCBmaWxlID0gam9pbihzb3VyY2VGb2xkZXIsIGAke3BhdGh9LnRzYCk7XG4gICAgbWtkaXJTeW5jKGRpcm5hbWUoZmlsZSksIHsgcmVjdXJzaXZlOiB0cnVlIH0pO1xuICAgIGNvbnN0IGxpc3QgPSBuYW1lcy5tYXAoKG5hbWUpID0+IGAgICR7bmFtZX0sXFxuYCkuam9pbihcIlwiKTtcbiAgICB3cml0ZUZpbGVTeW5jKGZpbGUsIGAvKipcXG4gKiBPZiBcXGAke2VudHJ5fVxcYC5cXG4gKlxcbiAqIEBtb2R1bGUgJHtwYXRofVxcbiAqL1xcbmV4cG9ydCB7XFxuJHtsaXN0fX0gZnJvbSBcIiR7ZW50cnl9XCI7XFxuYCk7XG4gICAgcmV0dXJuIGZpbGU7XG4gIH0pO1xuICB3cml0ZUZpbGVTeW5jKGpvaW4oc291cmNlRm9sZGVyLCBcInRzY29uZmlnLmpzb25cIiksIEpTT04uc3RyaW5naWZ5KHsgZXh0ZW5kczogXCIuLi90c2NvbmZpZy5qc29uXCIsIGZpbGVzIH0pKTtcbiAgcmV0dXJuIGZpbGVzO1xufVxuIiwgImNvbnN0IF9fdml0ZV9pbmplY3RlZF9vcmlnaW5hbF9kaXJuYW1lID0gXCIvdG1wL3cvc2l0ZS9hcHBzL2RvY3Mvc3JjL2J1aWxkXCI7Y29uc3QgX192aXRlX2luamVjdGVkX29yaWdpbmFsX2ZpbGVuYW1lID0gXCIvdG1wL3cvc2l0ZS9hcHBzL2RvY3Mvc3JjL2J1aWxkL2FwaS1ncm91cHMudHNcIjtjb25zdCBfX3ZpdGVfaW5qZWN0ZWRfb3JpZ2luYWxfaW1wb3J0X21ldGFfdXJsID0gXCJmaWxlOi8vL3RtcC93L3NpdGUvYXBwcy9kb2NzL3NyYy9idWlsZC9hcGktZ3JvdXBzLnRzXCI7Ly8gV2hpY2ggcGFnZXMgdGhlIEFQSSByZWZlcmVuY2UgaGFzOiB0aGUgcHVibGljIGV4cG9ydHMgb2YgZWFjaCBwYWNrYWdlLCBieSB0aGUgZm9sZGVyIGluIHdoaWNoIHRoZXkgYXJlIHdyaXR0ZW4uIFJlYWRzIG5vIGRvY3N0cmluZ3MuXG5cbmltcG9ydCB7IHJlYWRGaWxlU3luYyB9IGZyb20gXCJub2RlOmZzXCI7XG5pbXBvcnQgeyBqb2luLCByZWxhdGl2ZSwgc2VwIH0gZnJvbSBcIm5vZGU6cGF0aFwiO1xuaW1wb3J0IHRzIGZyb20gXCJ0eXBlc2NyaXB0XCI7XG5pbXBvcnQgeyBwYXRocyB9IGZyb20gXCIuL3BhdGhzLmpzXCI7XG5cbi8qKiBPbmUgcGFnZTogc29tZSBleHBvcnRzIG9mIG9uZSBlbnRyeS4gKi9cbmV4cG9ydCBpbnRlcmZhY2UgQXBpR3JvdXAge1xuICAvKiogVGhlIG1vZHVsZSB0aGF0IGEgcHJvZ3JhbSBpbXBvcnRzIHRoZW0gZnJvbS4gKi9cbiAgcmVhZG9ubHkgZW50cnk6IHN0cmluZztcbiAgLyoqIFdoYXQgdGhlIHBhZ2UgaXMgY2FsbGVkLCBhcyBgcG9pbnR3aXNlYC4gKi9cbiAgcmVhZG9ubHkgdGl0bGU6IHN0cmluZztcbiAgLyoqIEl0cyBhZGRyZXNzIGJlbG93IGAvYXBpL2AsIGFzIGB0ZW5zb3IvcG9pbnR3aXNlYC4gKi9cbiAgcmVhZG9ubHkgcGF0aDogc3RyaW5nO1xuICByZWFkb25seSBuYW1lczogcmVhZG9ubHkgc3RyaW5nW107XG59XG5cbmNvbnN0IHBhY2thZ2VzID0gW1wiYmVybm91bGxpXCIsIFwidGVuc29yXCIsIFwibm5cIiwgXCJkcm9wb3V0XCIsIFwib3B0aW1cIiwgXCJkYXRhXCIsIFwiZm9ybWF0c1wiLCBcInRyYWluZXJcIl07XG4vKiogRW50cmllcyB0aGF0IGFyZSB0aGUgc2FtZSBmdW5jdGlvbnMgb25jZSBtb3JlLCBvciBzZXQgZmxhZ3MgYWxvbmUuICovXG5jb25zdCBsZWZ0T3V0ID0gW1wiQGJlcm5vdWxsaS90ZW5zb3IvbGVhblwiLCBcIkBiZXJub3VsbGkvdGVuc29yL3JlbGF4ZWQtc2ltZFwiLCBcIkBiZXJub3VsbGkvdGVuc29yL3JldmVjdG9yaXplXCJdO1xuLyoqIEFuIGVudHJ5IHdpdGggZmV3ZXIgZXhwb3J0cyB0aGFuIHRoaXMgaGFzIG9uZSBwYWdlLiAqL1xuY29uc3QgZmV3ZXN0ID0gNDA7XG5cbi8qKiBBbGwgcGFnZXMgb2YgdGhlIHJlZmVyZW5jZSwgaW4gdGhlIG9yZGVyIG9mIHRoZSBwYWNrYWdlcy4gKi9cbmV4cG9ydCBmdW5jdGlvbiBhcGlHcm91cHMoKTogQXBpR3JvdXBbXSB7XG4gIGNvbnN0IGVudHJpZXMgPSBwYWNrYWdlcy5mbGF0TWFwKChuYW1lKSA9PiBlbnRyaWVzT2Yoam9pbihwYXRocy5yZXBvc2l0b3J5LCBcInBhY2thZ2VzXCIsIG5hbWUpKSk7XG4gIGNvbnN0IHByb2dyYW0gPSB0cy5jcmVhdGVQcm9ncmFtKFxuICAgIGVudHJpZXMubWFwKCh7IHNvdXJjZSB9KSA9PiBzb3VyY2UpLFxuICAgIHsgLi4uY29tcGlsZXJPcHRpb25zKCksIHNraXBMaWJDaGVjazogdHJ1ZSwgbm9FbWl0OiB0cnVlIH0sXG4gICk7XG4gIGNvbnN0IGNoZWNrZXIgPSBwcm9ncmFtLmdldFR5cGVDaGVja2VyKCk7XG4gIGNvbnN0IG90aGVycyA9IGVudHJpZXMubWFwKCh7IGVudHJ5IH0pID0+IHNob3J0TmFtZShlbnRyeSkpO1xuICByZXR1cm4gZW50cmllcy5mbGF0TWFwKCh7IGVudHJ5LCBzb3VyY2UgfSkgPT4ge1xuICAgIGNvbnN0IHN5bWJvbCA9IGNoZWNrZXIuZ2V0U3ltYm9sQXRMb2NhdGlvbihwcm9ncmFtLmdldFNvdXJjZUZpbGUoc291cmNlKSEpO1xuICAgIGNvbnN0IGV4cG9ydHMgPSBzeW1ib2wgPT09IHVuZGVmaW5lZCA/IFtdIDogY2hlY2tlci5nZXRFeHBvcnRzT2ZNb2R1bGUoc3ltYm9sKTtcbiAgICBjb25zdCBvd24gPSBleHBvcnRzLmZpbHRlcigob25lKSA9PiBpc1dyaXR0ZW5JbihvbmUsIGNoZWNrZXIsIHBhY2thZ2VPZihzb3VyY2UpKSk7XG4gICAgcmV0dXJuIGdyb3VwZWQoXG4gICAgICBlbnRyeSxcbiAgICAgIG93bi5tYXAoKG9uZSkgPT4gW29uZS5uYW1lLCBmb2xkZXJPZihvbmUsIGNoZWNrZXIsIHNvdXJjZSldKSxcbiAgICAgIG90aGVycyxcbiAgICApO1xuICB9KTtcbn1cblxuLyoqIFRoZSBvcHRpb25zIHVuZGVyIHdoaWNoIHRoZSBzb3VyY2VzIGNvbXBpbGUuICovXG5leHBvcnQgZnVuY3Rpb24gY29tcGlsZXJPcHRpb25zKCk6IHRzLkNvbXBpbGVyT3B0aW9ucyB7XG4gIGNvbnN0IHsgY29uZmlnIH0gPSB0cy5yZWFkQ29uZmlnRmlsZShqb2luKHBhdGhzLmFwcCwgXCJ0c2NvbmZpZy5qc29uXCIpLCB0cy5zeXMucmVhZEZpbGUpO1xuICByZXR1cm4gdHMucGFyc2VKc29uQ29uZmlnRmlsZUNvbnRlbnQoY29uZmlnLCB0cy5zeXMsIHBhdGhzLmFwcCkub3B0aW9ucztcbn1cblxuZnVuY3Rpb24gZW50cmllc09mKGRpcmVjdG9yeTogc3RyaW5nKTogeyBlbnRyeTogc3RyaW5nOyBzb3VyY2U6IHN0cmluZyB9W10ge1xuICBjb25zdCB7IG5hbWUsIGV4cG9ydHMgfSA9IEpTT04ucGFyc2UocmVhZEZpbGVTeW5jKGpvaW4oZGlyZWN0b3J5LCBcInBhY2thZ2UuanNvblwiKSwgXCJ1dGY4XCIpKTtcbiAgcmV0dXJuIE9iamVjdC5lbnRyaWVzPFJlY29yZDxzdHJpbmcsIHN0cmluZz4+KGV4cG9ydHMpXG4gICAgLm1hcCgoW3BhdGgsIGNvbmRpdGlvbnNdKSA9PiAoe1xuICAgICAgZW50cnk6IG5hbWUgKyBwYXRoLnNsaWNlKDEpLFxuICAgICAgc291cmNlOiBqb2luKGRpcmVjdG9yeSwgY29uZGl0aW9uc1tcIkBiZXJub3VsbGkvc291cmNlXCJdISksXG4gICAgfSkpXG4gICAgLmZpbHRlcigoeyBlbnRyeSB9KSA9PiAhbGVmdE91dC5pbmNsdWRlcyhlbnRyeSkpO1xufVxuXG5jb25zdCBwYWNrYWdlT2YgPSAoc291cmNlOiBzdHJpbmcpOiBzdHJpbmcgPT4gcmVsYXRpdmUocGF0aHMucmVwb3NpdG9yeSwgc291cmNlKS5zcGxpdChzZXApLnNsaWNlKDAsIDIpLmpvaW4oXCIvXCIpO1xuXG5mdW5jdGlvbiBmaWxlT2Yoc3ltYm9sOiB0cy5TeW1ib2wsIGNoZWNrZXI6IHRzLlR5cGVDaGVja2VyKTogc3RyaW5nIHwgbnVsbCB7XG4gIGNvbnN0IHRhcmdldCA9IHN5bWJvbC5mbGFncyAmIHRzLlN5bWJvbEZsYWdzLkFsaWFzID8gY2hlY2tlci5nZXRBbGlhc2VkU3ltYm9sKHN5bWJvbCkgOiBzeW1ib2w7XG4gIHJldHVybiB0YXJnZXQuZGVjbGFyYXRpb25zPy5bMF0/LmdldFNvdXJjZUZpbGUoKS5maWxlTmFtZSA/PyBudWxsO1xufVxuXG4vKiogV2hhdCB0aGUgdW1icmVsbGEgYW5kIHRoZSB0cmFpbmVyIGhhbmQgb24gZnJvbSBvdGhlciBwYWNrYWdlcyBpcyBkZXNjcmliZWQgd2hlcmUgaXQgaXMgd3JpdHRlbi4gKi9cbmZ1bmN0aW9uIGlzV3JpdHRlbkluKHN5bWJvbDogdHMuU3ltYm9sLCBjaGVja2VyOiB0cy5UeXBlQ2hlY2tlciwgZGlyZWN0b3J5OiBzdHJpbmcpOiBib29sZWFuIHtcbiAgY29uc3QgZmlsZSA9IGZpbGVPZihzeW1ib2wsIGNoZWNrZXIpO1xuICByZXR1cm4gZmlsZSAhPT0gbnVsbCAmJiBwYWNrYWdlT2YoZmlsZSkgPT09IGRpcmVjdG9yeTtcbn1cblxuLyoqIFRoZSBmb2xkZXIgb2YgYSBkZWNsYXJhdGlvbiBiZWxvdyBpdHMgcGFja2FnZSdzIGBzcmNgLCBvbmUgbGV2ZWwgZGVlcCwgdHdvIHdpdGhpbiBgb3BzYC4gKi9cbmZ1bmN0aW9uIGZvbGRlck9mKHN5bWJvbDogdHMuU3ltYm9sLCBjaGVja2VyOiB0cy5UeXBlQ2hlY2tlciwgc291cmNlOiBzdHJpbmcpOiBzdHJpbmcge1xuICBjb25zdCBwYXJ0cyA9IHJlbGF0aXZlKGpvaW4ocGF0aHMucmVwb3NpdG9yeSwgcGFja2FnZU9mKHNvdXJjZSksIFwic3JjXCIpLCBmaWxlT2Yoc3ltYm9sLCBjaGVja2VyKSEpLnNwbGl0KHNlcCk7XG4gIGlmIChwYXJ0cy5sZW5ndGggPT09IDEpIHJldHVybiBcIlwiO1xuICByZXR1cm4gcGFydHNbMF0gPT09IFwib3BzXCIgJiYgcGFydHMubGVuZ3RoID4gMiA/IHBhcnRzWzFdISA6IHBhcnRzWzBdID09PSBcImJhY2tlbmRzXCIgPyBcInJ1bnRpbWVcIiA6IHBhcnRzWzBdITtcbn1cblxuY29uc3Qgc2hvcnROYW1lID0gKGVudHJ5OiBzdHJpbmcpOiBzdHJpbmcgPT4gZW50cnkucmVwbGFjZSgvXkBiZXJub3VsbGlcXC8vLCBcIlwiKTtcblxuLyoqIEBwYXJhbSBvdGhlcnMgdGhlIGVudHJpZXMsIHNvbWUgb2Ygd2hpY2ggYXJlIGNhbGxlZCBhcyBhIGZvbGRlciBpcyAqL1xuZnVuY3Rpb24gZ3JvdXBlZChcbiAgZW50cnk6IHN0cmluZyxcbiAgZXhwb3J0czogcmVhZG9ubHkgKHJlYWRvbmx5IFtzdHJpbmcsIHN0cmluZ10pW10sXG4gIG90aGVyczogcmVhZG9ubHkgc3RyaW5nW10sXG4pOiBBcGlHcm91cFtdIHtcbiAgaWYgKGV4cG9ydHMubGVuZ3RoID09PSAwKSByZXR1cm4gW107XG4gIGNvbnN0IG5hbWUgPSBzaG9ydE5hbWUoZW50cnkpO1xuICBjb25zdCBpc01haW4gPSAhbmFtZS5pbmNsdWRlcyhcIi9cIik7XG4gIGlmICghaXNNYWluIHx8IGV4cG9ydHMubGVuZ3RoIDwgZmV3ZXN0KSB7XG4gICAgY29uc3QgbmFtZXMgPSBleHBvcnRzLm1hcCgoW29uZV0pID0+IG9uZSk7XG4gICAgcmV0dXJuIFtcbiAgICAgIGlzTWFpbiA/IHsgZW50cnksIHRpdGxlOiBuYW1lLCBwYXRoOiBgJHtuYW1lfS8ke25hbWV9YCwgbmFtZXMgfSA6IHsgZW50cnksIHRpdGxlOiBlbnRyeSwgcGF0aDogbmFtZSwgbmFtZXMgfSxcbiAgICBdO1xuICB9XG4gIGNvbnN0IGZvbGRlcnMgPSBuZXcgTWFwPHN0cmluZywgc3RyaW5nW10+KCk7XG4gIGZvciAoY29uc3QgW29uZSwgZm9sZGVyXSBvZiBleHBvcnRzKSB7XG4gICAgY29uc3QgdGl0bGUgPSBmb2xkZXIgPT09IFwiXCIgPyBuYW1lIDogb3RoZXJzLmluY2x1ZGVzKGAke25hbWV9LyR7Zm9sZGVyfWApID8gYCR7Zm9sZGVyfSBhbmQgb3RoZXJzYCA6IGZvbGRlcjtcbiAgICBmb2xkZXJzLnNldCh0aXRsZSwgWy4uLihmb2xkZXJzLmdldCh0aXRsZSkgPz8gW10pLCBvbmVdKTtcbiAgfVxuICByZXR1cm4gWy4uLmZvbGRlcnNdXG4gICAgLnNvcnQoKFthXSwgW2JdKSA9PiBhLmxvY2FsZUNvbXBhcmUoYikpXG4gICAgLm1hcCgoW3RpdGxlLCBuYW1lc10pID0+ICh7IGVudHJ5LCB0aXRsZSwgcGF0aDogYCR7bmFtZX0vJHt0aXRsZS5yZXBsYWNlQWxsKFwiIFwiLCBcIi1cIil9YCwgbmFtZXMgfSkpO1xufVxuIiwgImNvbnN0IF9fdml0ZV9pbmplY3RlZF9vcmlnaW5hbF9kaXJuYW1lID0gXCIvdG1wL3cvc2l0ZS9hcHBzL2RvY3Mvc3JjL2J1aWxkXCI7Y29uc3QgX192aXRlX2luamVjdGVkX29yaWdpbmFsX2ZpbGVuYW1lID0gXCIvdG1wL3cvc2l0ZS9hcHBzL2RvY3Mvc3JjL2J1aWxkL3BhdGhzLnRzXCI7Y29uc3QgX192aXRlX2luamVjdGVkX29yaWdpbmFsX2ltcG9ydF9tZXRhX3VybCA9IFwiZmlsZTovLy90bXAvdy9zaXRlL2FwcHMvZG9jcy9zcmMvYnVpbGQvcGF0aHMudHNcIjsvLyBXaGVyZSB0aGUgc2l0ZSdzIHBhcnRzIGxpZSBpbiB0aGUgcmVwb3NpdG9yeS5cblxuaW1wb3J0IHsgcmVhZEZpbGVTeW5jIH0gZnJvbSBcIm5vZGU6ZnNcIjtcbmltcG9ydCB7IGZpbGVVUkxUb1BhdGggfSBmcm9tIFwibm9kZTp1cmxcIjtcblxuY29uc3QgYXBwID0gbmV3IFVSTChcIi4uLy4uL1wiLCBpbXBvcnQubWV0YS51cmwpO1xuXG5leHBvcnQgY29uc3QgcGF0aHMgPSB7XG4gIGFwcDogZmlsZVVSTFRvUGF0aChhcHApLFxuICByZXBvc2l0b3J5OiBmaWxlVVJMVG9QYXRoKG5ldyBVUkwoXCIuLi8uLi9cIiwgYXBwKSksXG4gIC8qKiBUaGUgcmVwb3NpdG9yeSdzIGRvY3VtZW50cywgd2hpY2ggdGhlIHNpdGUgc2hvd3MgYXMgdGhleSBhcmUuICovXG4gIGRvY3VtZW50czogZmlsZVVSTFRvUGF0aChuZXcgVVJMKFwiLi4vLi4vZG9jcy9cIiwgYXBwKSksXG4gIHBhZ2VzOiBmaWxlVVJMVG9QYXRoKG5ldyBVUkwoXCJwYWdlcy9cIiwgYXBwKSksXG4gIC8qKiBNYWRlIGF0IGJ1aWxkIHRpbWUsIGFuZCBub3QgY29tbWl0dGVkLiAqL1xuICBjb3BpZXM6IGZpbGVVUkxUb1BhdGgobmV3IFVSTChcInBhZ2VzL2RvY3MvXCIsIGFwcCkpLFxuICBhcGk6IGZpbGVVUkxUb1BhdGgobmV3IFVSTChcInBhZ2VzL2FwaS9cIiwgYXBwKSksXG59O1xuXG4vKiogVGhlIGFkZHJlc3Mgb2YgdGhlIHJlcG9zaXRvcnkncyBmaWxlcywgb2YgdGhlIG1hbmlmZXN0J3MgYHJlcG9zaXRvcnlgOyBudWxsIHdoZXJlIGl0IG5hbWVzIG5vbmUuICovXG5leHBvcnQgZnVuY3Rpb24gcmVwb3NpdG9yeUFkZHJlc3MoKTogc3RyaW5nIHwgbnVsbCB7XG4gIGNvbnN0IHsgcmVwb3NpdG9yeSB9ID0gSlNPTi5wYXJzZShyZWFkRmlsZVN5bmMobmV3IFVSTChcIi4uLy4uL3BhY2thZ2VzL2Jlcm5vdWxsaS9wYWNrYWdlLmpzb25cIiwgYXBwKSwgXCJ1dGY4XCIpKTtcbiAgY29uc3QgdXJsOiBzdHJpbmcgfCB1bmRlZmluZWQgPSB0eXBlb2YgcmVwb3NpdG9yeSA9PT0gXCJzdHJpbmdcIiA/IHJlcG9zaXRvcnkgOiByZXBvc2l0b3J5Py51cmw7XG4gIGlmICh1cmwgPT09IHVuZGVmaW5lZCkgcmV0dXJuIG51bGw7XG4gIHJldHVybiBgJHt1cmwucmVwbGFjZSgvXmdpdFxcKy8sIFwiXCIpLnJlcGxhY2UoL1xcLmdpdCQvLCBcIlwiKX0vYmxvYi9tYWluYDtcbn1cbiIsICJjb25zdCBfX3ZpdGVfaW5qZWN0ZWRfb3JpZ2luYWxfZGlybmFtZSA9IFwiL3RtcC93L3NpdGUvYXBwcy9kb2NzL3NyYy9idWlsZFwiO2NvbnN0IF9fdml0ZV9pbmplY3RlZF9vcmlnaW5hbF9maWxlbmFtZSA9IFwiL3RtcC93L3NpdGUvYXBwcy9kb2NzL3NyYy9idWlsZC9jb250ZW50LnRzXCI7Y29uc3QgX192aXRlX2luamVjdGVkX29yaWdpbmFsX2ltcG9ydF9tZXRhX3VybCA9IFwiZmlsZTovLy90bXAvdy9zaXRlL2FwcHMvZG9jcy9zcmMvYnVpbGQvY29udGVudC50c1wiOy8vIFdyaXRlcyB3aGF0IHRoZSBzaXRlIHRha2VzIGZyb20gdGhlIHJlcG9zaXRvcnkncyBkb2N1bWVudHM6IGNvcGllcyBvZiB0aGVtLCBhbmQgcGFpcnMgb2YgcHJvZ3JhbXMgZm9yIHBhZ2VzIG9mIG90aGVyIGxhbmd1YWdlcy5cblxuaW1wb3J0IHsgbWtkaXJTeW5jLCByZWFkRmlsZVN5bmMsIHJtU3luYywgd3JpdGVGaWxlU3luYyB9IGZyb20gXCJub2RlOmZzXCI7XG5pbXBvcnQgeyBqb2luIH0gZnJvbSBcIm5vZGU6cGF0aFwiO1xuaW1wb3J0IHsgY29weURvY3VtZW50cywgcGFpck9mLCBwYWlyc0FzQ29sdW1ucyB9IGZyb20gXCIuL2RvY3VtZW50cy5qc1wiO1xuaW1wb3J0IHsgcGF0aHMsIHJlcG9zaXRvcnlBZGRyZXNzIH0gZnJvbSBcIi4vcGF0aHMuanNcIjtcblxuZXhwb3J0IGZ1bmN0aW9uIHdyaXRlQ29udGVudCgpOiB2b2lkIHtcbiAgY29weURvY3VtZW50cyhwYXRocy5kb2N1bWVudHMsIHBhdGhzLmNvcGllcywgcmVwb3NpdG9yeUFkZHJlc3MoKSk7XG4gIGNvbnN0IHBhcnRzID0gam9pbihwYXRocy5jb3BpZXMsIFwicGFydHNcIik7XG4gIG1rZGlyU3luYyhwYXJ0cywgeyByZWN1cnNpdmU6IHRydWUgfSk7XG4gIGNvbnN0IHdyaXRlID0gKG5hbWU6IHN0cmluZywgdGV4dDogc3RyaW5nKTogdm9pZCA9PiB3cml0ZUZpbGVTeW5jKGpvaW4ocGFydHMsIGAke25hbWV9Lm1kYCksIGAke3RleHR9XFxuYCk7XG5cbiAgY29uc3QgdGV4dCA9IHJlYWRGaWxlU3luYyhqb2luKHBhdGhzLmRvY3VtZW50cywgXCJmcm9tLXB5dG9yY2gubWRcIiksIFwidXRmOFwiKTtcbiAgZm9yIChjb25zdCBoZWFkaW5nIG9mIGhlYWRpbmdzV2l0aFBhaXJzKHRleHQpKSB3cml0ZShzbHVnT2YoaGVhZGluZyksIHBhaXJzQXNDb2x1bW5zKHBhaXJPZih0ZXh0LCBoZWFkaW5nKSkpO1xuICAvLyBUaGUgcGFnZSBvZiB0aGF0IG5hbWUgYmVnaW5zIHdpdGggYSBzZWFyY2g7IGl0cyBsaW5rcyBhcmUgbm8gbmVpZ2hib3VycyBvZiB0aGVzZSB0ZXh0cycuXG4gIGNvbnN0IHBhZ2UgPSByZWFkRmlsZVN5bmMoam9pbihwYXRocy5jb3BpZXMsIFwiZnJvbS1weXRvcmNoLm1kXCIpLCBcInV0ZjhcIik7XG4gIHdyaXRlKFwiZnJvbS1weXRvcmNoXCIsIHBhZ2UucmVwbGFjZSgvXiMgLipcXG4vLCBcIlwiKS5yZXBsYWNlKC9cXF1cXCgoW1xcdy1dK1xcLm1kKS9nLCBcIl0oL2RvY3MvJDFcIikpO1xuICBybVN5bmMoam9pbihwYXRocy5jb3BpZXMsIFwiZnJvbS1weXRvcmNoLm1kXCIpKTtcblxuICBjb25zdCByZWFkbWUgPSByZWFkRmlsZVN5bmMoam9pbihwYXRocy5yZXBvc2l0b3J5LCBcIlJFQURNRS5tZFwiKSwgXCJ1dGY4XCIpO1xuICB3cml0ZShcInJlYWRtZS1uZXRcIiwgL2BgYHRzW1xcc1xcU10qP2BgYC8uZXhlYyhwYWlyT2YocmVhZG1lLCBcIlBvcnRpbmdcIikpIVswXSk7XG59XG5cbmZ1bmN0aW9uIGhlYWRpbmdzV2l0aFBhaXJzKHRleHQ6IHN0cmluZyk6IHN0cmluZ1tdIHtcbiAgcmV0dXJuIHRleHRcbiAgICAuc3BsaXQoL14jIyAvbSlcbiAgICAuc2xpY2UoMSlcbiAgICAuZmlsdGVyKChzZWN0aW9uKSA9PiBzZWN0aW9uLmluY2x1ZGVzKFwiPHRhYmxlPlwiKSlcbiAgICAubWFwKChzZWN0aW9uKSA9PiBzZWN0aW9uLnNwbGl0KFwiXFxuXCIpWzBdISk7XG59XG5cbi8qKiBgRXZhbHVhdGlvbiwgYW5kIGBub19ncmFkYGAgXHUyMTkyIGBldmFsdWF0aW9uLWFuZC1uby1ncmFkYC4gKi9cbmV4cG9ydCBjb25zdCBzbHVnT2YgPSAoaGVhZGluZzogc3RyaW5nKTogc3RyaW5nID0+XG4gIGhlYWRpbmdcbiAgICAudG9Mb3dlckNhc2UoKVxuICAgIC5yZXBsYWNlKC9bXmEtel0rL2csIFwiLVwiKVxuICAgIC5yZXBsYWNlKC9eLXwtJC9nLCBcIlwiKTtcbiIsICJjb25zdCBfX3ZpdGVfaW5qZWN0ZWRfb3JpZ2luYWxfZGlybmFtZSA9IFwiL3RtcC93L3NpdGUvYXBwcy9kb2NzL3NyYy9idWlsZFwiO2NvbnN0IF9fdml0ZV9pbmplY3RlZF9vcmlnaW5hbF9maWxlbmFtZSA9IFwiL3RtcC93L3NpdGUvYXBwcy9kb2NzL3NyYy9idWlsZC9kb2N1bWVudHMudHNcIjtjb25zdCBfX3ZpdGVfaW5qZWN0ZWRfb3JpZ2luYWxfaW1wb3J0X21ldGFfdXJsID0gXCJmaWxlOi8vL3RtcC93L3NpdGUvYXBwcy9kb2NzL3NyYy9idWlsZC9kb2N1bWVudHMudHNcIjsvLyBDb3BpZXMgdGhlIGRvY3VtZW50cyBvZiB0aGUgcmVwb3NpdG9yeSBpbnRvIHRoZSBzaXRlOiB0aGUgdGV4dCBzdGF5cyB0aGVpcnMsIGxpbmtzIGFuZCB0YWJsZXMgYmVjb21lIHRoZSBzaXRlJ3MuIFdyaXRlcyBub3RoaW5nIGJhY2suXG5cbmltcG9ydCB7IGNwU3luYywgbWtkaXJTeW5jLCByZWFkZGlyU3luYywgcmVhZEZpbGVTeW5jLCBybVN5bmMsIHdyaXRlRmlsZVN5bmMgfSBmcm9tIFwibm9kZTpmc1wiO1xuaW1wb3J0IHsgZGlybmFtZSwgam9pbiwgcG9zaXgsIHJlbGF0aXZlIH0gZnJvbSBcIm5vZGU6cGF0aFwiO1xuaW1wb3J0IHsgb3V0c2lkZUZlbmNlcyB9IGZyb20gXCIuL291dHNpZGUtZmVuY2VzLmpzXCI7XG5cbi8qKiBDb3BpZXMgZXZlcnkgZG9jdW1lbnQgYmVsb3cgYGZyb21gIHRvIGB0b2A7IGByZXBvc2l0b3J5YCBpcyB0aGUgYWRkcmVzcyBhdCB3aGljaCB0aGUgcmVzdCBvZiB0aGUgcmVwb3NpdG9yeSBjYW4gYmUgcmVhZCwgaWYgdGhlcmUgaXMgb25lLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIGNvcHlEb2N1bWVudHMoZnJvbTogc3RyaW5nLCB0bzogc3RyaW5nLCByZXBvc2l0b3J5OiBzdHJpbmcgfCBudWxsKTogdm9pZCB7XG4gIHJtU3luYyh0bywgeyByZWN1cnNpdmU6IHRydWUsIGZvcmNlOiB0cnVlIH0pO1xuICBmb3IgKGNvbnN0IG5hbWUgb2YgcmVhZGRpclN5bmMoZnJvbSwgeyByZWN1cnNpdmU6IHRydWUsIGVuY29kaW5nOiBcInV0ZjhcIiB9KSkge1xuICAgIGlmICgvXFwuKHBuZ3xzdmcpJC8udGVzdChuYW1lKSkgY3BTeW5jKGpvaW4oZnJvbSwgbmFtZSksIGpvaW4odG8sIG5hbWUpKTtcbiAgICBpZiAoIW5hbWUuZW5kc1dpdGgoXCIubWRcIikpIGNvbnRpbnVlO1xuICAgIGNvbnN0IHRhcmdldCA9IGpvaW4odG8sIG5hbWUucmVwbGFjZSgvUkVBRE1FXFwubWQkLywgXCJpbmRleC5tZFwiKSk7XG4gICAgbWtkaXJTeW5jKGRpcm5hbWUodGFyZ2V0KSwgeyByZWN1cnNpdmU6IHRydWUgfSk7XG4gICAgd3JpdGVGaWxlU3luYyh0YXJnZXQsIGFzUGFnZShyZWFkRmlsZVN5bmMoam9pbihmcm9tLCBuYW1lKSwgXCJ1dGY4XCIpLCByZWxhdGl2ZShcIi5cIiwgbmFtZSksIHJlcG9zaXRvcnkpKTtcbiAgfVxufVxuXG4vKipcbiAqIFRoZSBwYWdlIG9mIGEgZG9jdW1lbnQuXG4gKlxuICogQHBhcmFtIG5hbWUgaXRzIHBhdGggYmVsb3cgYGRvY3MvYFxuICovXG5leHBvcnQgZnVuY3Rpb24gYXNQYWdlKHRleHQ6IHN0cmluZywgbmFtZTogc3RyaW5nLCByZXBvc2l0b3J5OiBzdHJpbmcgfCBudWxsKTogc3RyaW5nIHtcbiAgcmV0dXJuIG91dHNpZGVGZW5jZXMocGFpcnNBc0NvbHVtbnModGV4dCksIChzdHJldGNoKSA9PiBlc2NhcGVkRm9yVnVlKGxpbmtzT2Yoc3RyZXRjaCwgbmFtZSwgcmVwb3NpdG9yeSkpKTtcbn1cblxuLyoqIEEgbGluayB0byB3aGF0IGlzIG5vIGRvY3VtZW50IGxlYWRzIHRvIHRoZSByZXBvc2l0b3J5LCBvciBpcyB3b3JkcyBhbG9uZSB3aGVyZSBub2JvZHkga25vd3MgaXRzIGFkZHJlc3MuICovXG5mdW5jdGlvbiBsaW5rc09mKHRleHQ6IHN0cmluZywgbmFtZTogc3RyaW5nLCByZXBvc2l0b3J5OiBzdHJpbmcgfCBudWxsKTogc3RyaW5nIHtcbiAgcmV0dXJuIHRleHQucmVwbGFjZShcbiAgICAvKCE/KVxcWygoPzpbXltcXF1dfFxcW1teXFxdXSpcXF0pKilcXF1cXCgoW14pXFxzXSspXFwpL2csXG4gICAgKHdob2xlLCBpbWFnZTogc3RyaW5nLCB3b3Jkczogc3RyaW5nLCB0YXJnZXQ6IHN0cmluZykgPT4ge1xuICAgICAgaWYgKGltYWdlICE9PSBcIlwiIHx8IC9eKFthLXpdKzp8IykvLnRlc3QodGFyZ2V0KSkgcmV0dXJuIHdob2xlO1xuICAgICAgY29uc3QgW3BhdGgsIGZyYWdtZW50XSA9IHRhcmdldC5zcGxpdChcIiNcIikgYXMgW3N0cmluZywgc3RyaW5nP107XG4gICAgICBjb25zdCBpblJlcG9zaXRvcnkgPSBwb3NpeC5qb2luKFwiZG9jc1wiLCBwb3NpeC5kaXJuYW1lKG5hbWUucmVwbGFjZUFsbChcIlxcXFxcIiwgXCIvXCIpKSwgcGF0aCk7XG4gICAgICBjb25zdCBlbmQgPSBmcmFnbWVudCA9PT0gdW5kZWZpbmVkID8gXCJcIiA6IGAjJHtmcmFnbWVudH1gO1xuICAgICAgaWYgKC9eZG9jc1xcLyguKlxcLm1kKT8kLy50ZXN0KGAke2luUmVwb3NpdG9yeX1gKSlcbiAgICAgICAgcmV0dXJuIGBbJHt3b3Jkc31dKCR7cGF0aC5yZXBsYWNlKC9SRUFETUVcXC5tZCQvLCBcImluZGV4Lm1kXCIpfSR7ZW5kfSlgO1xuICAgICAgaWYgKGluUmVwb3NpdG9yeSA9PT0gXCJkb2NzL2RlY2lzaW9uc1wiKSByZXR1cm4gYFske3dvcmRzfV0oJHtwb3NpeC5qb2luKHBhdGgsIFwiaW5kZXgubWRcIil9JHtlbmR9KWA7XG4gICAgICByZXR1cm4gcmVwb3NpdG9yeSA9PT0gbnVsbCA/IHdvcmRzIDogYFske3dvcmRzfV0oJHtyZXBvc2l0b3J5fS8ke2luUmVwb3NpdG9yeX0ke2VuZH0pYDtcbiAgICB9LFxuICApO1xufVxuXG4vKiogVnVlIHdvdWxkIHRha2Ugd2hhdCBzdGFuZHMgYmV0d2VlbiBkb3VibGUgYnJhY2VzLCBvdXRzaWRlIG9mIGNvZGUsIGZvciBhbiBleHByZXNzaW9uIG9mIGl0cyBvd24uICovXG5mdW5jdGlvbiBlc2NhcGVkRm9yVnVlKHRleHQ6IHN0cmluZyk6IHN0cmluZyB7XG4gIHJldHVybiB0ZXh0LnJlcGxhY2UoL1xce1xcey9nLCBcIiZsYnJhY2U7JmxicmFjZTtcIik7XG59XG5cbi8qKiBUYWJsZXMgb2YgdHdvIHByb2dyYW1zIGJlc2lkZSBlYWNoIG90aGVyLCBhcyBjb2x1bW5zIHRoYXQgc3RhbmQgYmVsb3cgZWFjaCBvdGhlciB3aGVyZSB0aGVyZSBpcyBubyByb29tLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIHBhaXJzQXNDb2x1bW5zKHRleHQ6IHN0cmluZyk6IHN0cmluZyB7XG4gIHJldHVybiB0ZXh0LnJlcGxhY2UoXG4gICAgLzx0YWJsZT5cXG48dHI+PHRoPlB5VG9yY2g8XFwvdGg+PHRoPkJlcm5vdWxsaTxcXC90aD48XFwvdHI+XFxuPHRyPjx0ZD5cXG4oW1xcc1xcU10qPylcXG48XFwvdGQ+PHRkPlxcbihbXFxzXFxTXSo/KVxcbjxcXC90ZD48XFwvdHI+XFxuPFxcL3RhYmxlPi9nLFxuICAgICc8ZGl2IGNsYXNzPVwicGFpclwiPjxkaXY+XFxuJDFcXG48L2Rpdj48ZGl2PlxcbiQyXFxuPC9kaXY+PC9kaXY+JyxcbiAgKTtcbn1cblxuLyoqIFRoZSBwYWlyIG9mIHByb2dyYW1zIHVuZGVyIGEgaGVhZGluZyBvZiBhIGRvY3VtZW50LCBmb3IgYSBwYWdlIG9mIGFub3RoZXIgbGFuZ3VhZ2UuICovXG5leHBvcnQgZnVuY3Rpb24gcGFpck9mKHRleHQ6IHN0cmluZywgaGVhZGluZzogc3RyaW5nKTogc3RyaW5nIHtcbiAgY29uc3Qgc2VjdGlvbiA9IHRleHQuc3BsaXQoL14jIyAvbSkuZmluZCgob25lKSA9PiBvbmUuc3RhcnRzV2l0aChgJHtoZWFkaW5nfVxcbmApKTtcbiAgY29uc3QgcGFpciA9IHNlY3Rpb24gPT09IHVuZGVmaW5lZCA/IG51bGwgOiAvPHRhYmxlPltcXHNcXFNdKj88XFwvdGFibGU+Ly5leGVjKHNlY3Rpb24pO1xuICBpZiAoIXBhaXIpIHRocm93IG5ldyBFcnJvcihgdGhlcmUgaXMgbm8gcGFpciBvZiBwcm9ncmFtcyB1bmRlciBcIiR7aGVhZGluZ31cImApO1xuICByZXR1cm4gcGFpclswXTtcbn1cbiIsICJjb25zdCBfX3ZpdGVfaW5qZWN0ZWRfb3JpZ2luYWxfZGlybmFtZSA9IFwiL3RtcC93L3NpdGUvYXBwcy9kb2NzL3NyYy9idWlsZFwiO2NvbnN0IF9fdml0ZV9pbmplY3RlZF9vcmlnaW5hbF9maWxlbmFtZSA9IFwiL3RtcC93L3NpdGUvYXBwcy9kb2NzL3NyYy9idWlsZC9vdXRzaWRlLWZlbmNlcy50c1wiO2NvbnN0IF9fdml0ZV9pbmplY3RlZF9vcmlnaW5hbF9pbXBvcnRfbWV0YV91cmwgPSBcImZpbGU6Ly8vdG1wL3cvc2l0ZS9hcHBzL2RvY3Mvc3JjL2J1aWxkL291dHNpZGUtZmVuY2VzLnRzXCI7Ly8gVGhlIHBhcnRzIG9mIGEgTWFya2Rvd24gdGV4dCB0aGF0IGFyZSBubyBjb2RlLlxuXG4vKiogQXBwbGllcyBgY2hhbmdlYCB0byBlYWNoIHN0cmV0Y2ggb2YgbGluZXMgdGhhdCBzdGFuZHMgaW4gbm8gZmVuY2VkIGJsb2NrLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIG91dHNpZGVGZW5jZXModGV4dDogc3RyaW5nLCBjaGFuZ2U6IChzdHJldGNoOiBzdHJpbmcpID0+IHN0cmluZyk6IHN0cmluZyB7XG4gIHJldHVybiBwYXJ0c09mKHRleHQpXG4gICAgLm1hcCgoeyBsaW5lcywgaXNDb2RlIH0pID0+IChpc0NvZGUgPyBsaW5lcy5qb2luKFwiXFxuXCIpIDogY2hhbmdlKGxpbmVzLmpvaW4oXCJcXG5cIikpKSlcbiAgICAuam9pbihcIlxcblwiKTtcbn1cblxuLyoqIFRoZSB0ZXh0IHdpdGhvdXQgaXRzIGZlbmNlZCBibG9ja3MuICovXG5leHBvcnQgZnVuY3Rpb24gd2l0aG91dEZlbmNlcyh0ZXh0OiBzdHJpbmcpOiBzdHJpbmcge1xuICByZXR1cm4gcGFydHNPZih0ZXh0KVxuICAgIC5mbGF0TWFwKCh7IGxpbmVzLCBpc0NvZGUgfSkgPT4gKGlzQ29kZSA/IFtdIDogbGluZXMpKVxuICAgIC5qb2luKFwiXFxuXCIpO1xufVxuXG5pbnRlcmZhY2UgUGFydCB7XG4gIHJlYWRvbmx5IGxpbmVzOiBzdHJpbmdbXTtcbiAgcmVhZG9ubHkgaXNDb2RlOiBib29sZWFuO1xufVxuXG4vKiogQSBibG9jayBlbmRzIGF0IGEgZmVuY2UgYXMgbG9uZyBhcyB0aGUgb25lIHRoYXQgaXQgYmVnYW4gd2l0aDogaW4gb25lIG9mIGZvdXIgYmFja3RpY2tzIHRoZXJlIG1heSBiZSBvdGhlcnMgb2YgdGhyZWUuICovXG5mdW5jdGlvbiBwYXJ0c09mKHRleHQ6IHN0cmluZyk6IFBhcnRbXSB7XG4gIGNvbnN0IHBhcnRzOiBQYXJ0W10gPSBbXTtcbiAgbGV0IGZlbmNlOiBzdHJpbmcgfCBudWxsID0gbnVsbDtcbiAgY29uc3QgcHV0ID0gKGxpbmU6IHN0cmluZywgaXNDb2RlOiBib29sZWFuLCBpc05ldzogYm9vbGVhbik6IHZvaWQgPT4ge1xuICAgIGNvbnN0IGxhc3QgPSBwYXJ0cy5hdCgtMSk7XG4gICAgaWYgKGxhc3QgPT09IHVuZGVmaW5lZCB8fCBpc05ldyB8fCBsYXN0LmlzQ29kZSAhPT0gaXNDb2RlKSBwYXJ0cy5wdXNoKHsgbGluZXM6IFtsaW5lXSwgaXNDb2RlIH0pO1xuICAgIGVsc2UgbGFzdC5saW5lcy5wdXNoKGxpbmUpO1xuICB9O1xuICBmb3IgKGNvbnN0IGxpbmUgb2YgdGV4dC5zcGxpdChcIlxcblwiKSkge1xuICAgIGNvbnN0IG1hcmsgPSAvXlxccyooYHszLH0pLy5leGVjKGxpbmUpPy5bMV07XG4gICAgY29uc3Qgb3BlbnMgPSBmZW5jZSA9PT0gbnVsbCAmJiBtYXJrICE9PSB1bmRlZmluZWQ7XG4gICAgcHV0KGxpbmUsIGZlbmNlICE9PSBudWxsIHx8IG9wZW5zLCBvcGVucyk7XG4gICAgaWYgKG9wZW5zKSBmZW5jZSA9IG1hcms7XG4gICAgZWxzZSBpZiAoZmVuY2UgIT09IG51bGwgJiYgbWFyayAhPT0gdW5kZWZpbmVkICYmIG1hcmsubGVuZ3RoID49IGZlbmNlLmxlbmd0aCAmJiBsaW5lLnRyaW0oKSA9PT0gbWFyaykgZmVuY2UgPSBudWxsO1xuICB9XG4gIHJldHVybiBwYXJ0cztcbn1cbiIsICJjb25zdCBfX3ZpdGVfaW5qZWN0ZWRfb3JpZ2luYWxfZGlybmFtZSA9IFwiL3RtcC93L3NpdGUvYXBwcy9kb2NzL3NyYy9ydW5cIjtjb25zdCBfX3ZpdGVfaW5qZWN0ZWRfb3JpZ2luYWxfZmlsZW5hbWUgPSBcIi90bXAvdy9zaXRlL2FwcHMvZG9jcy9zcmMvcnVuL21vZHVsZS1uYW1lcy50c1wiO2NvbnN0IF9fdml0ZV9pbmplY3RlZF9vcmlnaW5hbF9pbXBvcnRfbWV0YV91cmwgPSBcImZpbGU6Ly8vdG1wL3cvc2l0ZS9hcHBzL2RvY3Mvc3JjL3J1bi9tb2R1bGUtbmFtZXMudHNcIjsvLyBUaGUgbW9kdWxlcyB0aGF0IGFuIGV4YW1wbGUgbWF5IGltcG9ydCB3aGVyZSBpdCBydW5zIGluIHRoZSBwYWdlLiBMb2FkcyBub25lIG9mIHRoZW06IHdvcmtlci1tb2R1bGVzLnRzIGRvZXMuXG5cbmV4cG9ydCBjb25zdCBtb2R1bGVOYW1lcyA9IFtcbiAgXCJiZXJub3VsbGlcIixcbiAgXCJAYmVybm91bGxpL2RhdGFcIixcbiAgXCJAYmVybm91bGxpL2Ryb3BvdXRcIixcbiAgXCJAYmVybm91bGxpL2Zvcm1hdHNcIixcbiAgXCJAYmVybm91bGxpL25uXCIsXG4gIFwiQGJlcm5vdWxsaS9ubi9tb2RlbHNcIixcbiAgXCJAYmVybm91bGxpL25uL3N3YS11dGlsc1wiLFxuICBcIkBiZXJub3VsbGkvb3B0aW1cIixcbiAgXCJAYmVybm91bGxpL3RlbnNvclwiLFxuICBcIkBiZXJub3VsbGkvdGVuc29yL2NoZWNrcG9pbnRcIixcbiAgXCJAYmVybm91bGxpL3RlbnNvci9kaXN0cmlidXRpb25zXCIsXG4gIFwiQGJlcm5vdWxsaS90ZW5zb3IvZm9ybXVsYXNcIixcbiAgXCJAYmVybm91bGxpL3RlbnNvci9mdW5jXCIsXG4gIFwiQGJlcm5vdWxsaS90ZW5zb3IvbGVhblwiLFxuICBcIkBiZXJub3VsbGkvdGVuc29yL2xpbmFsZ1wiLFxuICBcIkBiZXJub3VsbGkvdHJhaW5lclwiLFxuXSBhcyBjb25zdDtcblxuZXhwb3J0IHR5cGUgTW9kdWxlTmFtZSA9ICh0eXBlb2YgbW9kdWxlTmFtZXMpW251bWJlcl07XG5cbi8qKlxuICogV2hhdCBjYW4gYmVjb21lIG9mIGEgYmxvY2s6IGBwYWdlYCBydW5zIGhlcmU7IGBub2RlYCBydW5zIGluIE5vZGUgYWxvbmU7IGEgYGZyYWdtZW50YCBpcyBhIHBpZWNlIG9mIGEgcHJvZ3JhbSwgd2l0aG91dCB0aGUgaW1wb3J0cyB0aGF0IGl0XG4gKiB3b3VsZCBuZWVkLlxuICovXG5leHBvcnQgdHlwZSBCbG9ja0tpbmQgPSBcInBhZ2VcIiB8IFwibm9kZVwiIHwgXCJmcmFnbWVudFwiO1xuXG4vKiogVGhlIGtpbmQgb2YgYSBibG9jayBvZiBUeXBlU2NyaXB0LCBieSB3aGF0IGl0IGltcG9ydHMuICovXG5leHBvcnQgZnVuY3Rpb24ga2luZE9mKGNvZGU6IHN0cmluZyk6IEJsb2NrS2luZCB7XG4gIGNvbnN0IGltcG9ydHMgPSBbLi4uY29kZS5tYXRjaEFsbCgvXlxccyppbXBvcnRcXGJbXlwiJ10qW1wiJ10oW15cIiddKylbXCInXS9nbSldLm1hcCgoWywgbmFtZV0pID0+IG5hbWUhKTtcbiAgaWYgKGltcG9ydHMubGVuZ3RoID09PSAwIHx8IGltcG9ydHMuc29tZSgobmFtZSkgPT4gbmFtZS5zdGFydHNXaXRoKFwiLlwiKSkpIHJldHVybiBcImZyYWdtZW50XCI7XG4gIGlmIChpbXBvcnRzLmV2ZXJ5KChuYW1lKSA9PiAobW9kdWxlTmFtZXMgYXMgcmVhZG9ubHkgc3RyaW5nW10pLmluY2x1ZGVzKG5hbWUpKSkgcmV0dXJuIFwicGFnZVwiO1xuICByZXR1cm4gaW1wb3J0cy5ldmVyeShpc1B1YmxpYykgPyBcIm5vZGVcIiA6IFwiZnJhZ21lbnRcIjtcbn1cblxuLyoqIFdoZXRoZXIgYSByZWFkZXIgY2FuIGltcG9ydCBpdDogYSBwYWNrYWdlJ3MgZW50cnksIG9yIGEgbW9kdWxlIG9mIE5vZGUuICovXG5mdW5jdGlvbiBpc1B1YmxpYyhuYW1lOiBzdHJpbmcpOiBib29sZWFuIHtcbiAgcmV0dXJuIG5hbWUuc3RhcnRzV2l0aChcIm5vZGU6XCIpIHx8IG5hbWUgPT09IFwiYmVybm91bGxpXCIgfHwgL15AYmVybm91bGxpXFwvKD8hdGVzdGluZ3xwcm9ncmFtcykvLnRlc3QobmFtZSk7XG59XG4iLCAiY29uc3QgX192aXRlX2luamVjdGVkX29yaWdpbmFsX2Rpcm5hbWUgPSBcIi90bXAvdy9zaXRlL2FwcHMvZG9jcy9zcmMvcnVuXCI7Y29uc3QgX192aXRlX2luamVjdGVkX29yaWdpbmFsX2ZpbGVuYW1lID0gXCIvdG1wL3cvc2l0ZS9hcHBzL2RvY3Mvc3JjL3J1bi9wcmVwYXJlLnRzXCI7Y29uc3QgX192aXRlX2luamVjdGVkX29yaWdpbmFsX2ltcG9ydF9tZXRhX3VybCA9IFwiZmlsZTovLy90bXAvdy9zaXRlL2FwcHMvZG9jcy9zcmMvcnVuL3ByZXBhcmUudHNcIjsvLyBNYWtlcyBhIHByb2dyYW0gb2YgYSBibG9jayBvZiBUeXBlU2NyaXB0OiB0eXBlcyBhcmUgc3RyaXBwZWQsIGltcG9ydHMgYmVjb21lIGNhbGxzIG9mIGByZXF1aXJlYCwgYW5kIHdoYXQgc3RhbmRzIGJlZm9yZSBhIGAvLyBcdTIxOTIgdmFsdWVgIG9yIGFcbi8vIGAvLyB0aHJvd3MgdGV4dGAgaXMgc2hvd24uIEF0IGJ1aWxkIHRpbWUgZm9yIGJsb2NrcyBhcyB0aGV5IGFyZSwgYW5kIGluIHRoZSBwYWdlIGZvciB0aG9zZSB0aGF0IHNvbWVib2R5IGhhcyBlZGl0ZWQuIENoZWNrcyBubyB0eXBlcy5cblxuaW1wb3J0IHsgdHlwZSBDb21tZW50LCB0eXBlIE5vZGUsIHBhcnNlIH0gZnJvbSBcImFjb3JuXCI7XG5pbXBvcnQgeyB0cmFuc2Zvcm0gfSBmcm9tIFwic3VjcmFzZVwiO1xuXG4vKiogQSBwcm9ncmFtIHJlYWR5IHRvIHJ1bjogdGhlIGJvZHkgb2YgYW4gYXN5bmMgZnVuY3Rpb24gb2YgYHJlcXVpcmVgLCBgZXhwb3J0c2AsIGBzaG93YCwgYGNvbnNvbGVgIGFuZCBgcGxvdGAuICovXG5leHBvcnQgaW50ZXJmYWNlIFByb2dyYW0ge1xuICByZWFkb25seSBjb2RlOiBzdHJpbmc7XG4gIC8qKiBXaGF0IGl0IGFza3MgYHJlcXVpcmVgIGZvci4gKi9cbiAgcmVhZG9ubHkgaW1wb3J0czogcmVhZG9ubHkgc3RyaW5nW107XG59XG5cbi8qKiBUaHJvd3MgYSBTeW50YXhFcnJvciB3aGVyZSB0aGUgYmxvY2sgaXMgbm8gVHlwZVNjcmlwdC4gKi9cbmV4cG9ydCBmdW5jdGlvbiBwcmVwYXJlKHNvdXJjZTogc3RyaW5nKTogUHJvZ3JhbSB7XG4gIGNvbnN0IHsgY29kZSB9ID0gdHJhbnNmb3JtKHNvdXJjZSwge1xuICAgIHRyYW5zZm9ybXM6IFtcInR5cGVzY3JpcHRcIiwgXCJpbXBvcnRzXCJdLFxuICAgIGRpc2FibGVFU1RyYW5zZm9ybXM6IHRydWUsXG4gICAgcHJlc2VydmVEeW5hbWljSW1wb3J0OiB0cnVlLFxuICAgIHByb2R1Y3Rpb246IHRydWUsXG4gIH0pO1xuICBjb25zdCBjb21tZW50czogQ29tbWVudFtdID0gW107XG4gIGNvbnN0IHRyZWUgPSBwYXJzZShjb2RlLCB7XG4gICAgZWNtYVZlcnNpb246IFwibGF0ZXN0XCIsXG4gICAgYWxsb3dBd2FpdE91dHNpZGVGdW5jdGlvbjogdHJ1ZSxcbiAgICBsb2NhdGlvbnM6IHRydWUsXG4gICAgb25Db21tZW50OiBjb21tZW50cyxcbiAgfSk7XG4gIGNvbnN0IG1hcmtzID0gbmV3IE1hcChcbiAgICBjb21tZW50cy5mbGF0TWFwKCh7IHZhbHVlLCBsb2MgfSkgPT4gKC9eIChcdTIxOTJ8dGhyb3dzICkvLnRlc3QodmFsdWUpID8gW1tsb2MhLnN0YXJ0LmxpbmUsIHZhbHVlXSBhcyBjb25zdF0gOiBbXSkpLFxuICApO1xuICBjb25zdCBlZGl0czogeyBzdGFydDogbnVtYmVyOyBlbmQ6IG51bWJlcjsgdGV4dDogc3RyaW5nIH1bXSA9IFtdO1xuICBmb3IgKGNvbnN0IHN0YXRlbWVudCBvZiBleHByZXNzaW9uU3RhdGVtZW50cyh0cmVlKSkge1xuICAgIGNvbnN0IGxhc3QgPSBzdGF0ZW1lbnQubG9jIS5lbmQubGluZTtcbiAgICBjb25zdCBsaW5lID0gW2xhc3QsIGxhc3QgKyAxXS5maW5kKChvbmUpID0+IG1hcmtzLmhhcyhvbmUpICYmIChvbmUgPT09IGxhc3QgfHwgYWxvbmVPbihjb2RlLCBvbmUpKSk7XG4gICAgY29uc3QgeyBzdGFydCwgZW5kIH0gPSBzdGF0ZW1lbnQuZXhwcmVzc2lvbjtcbiAgICBjb25zdCBleHByZXNzaW9uID0gY29kZS5zbGljZShzdGFydCwgZW5kKTtcbiAgICBpZiAobGluZSA9PT0gdW5kZWZpbmVkIHx8IGV4cHJlc3Npb24uc3RhcnRzV2l0aChcImNvbnNvbGUubG9nKFwiKSkgY29udGludWU7XG4gICAgY29uc3QgdGhyb3dzID0gbWFya3MuZ2V0KGxpbmUpIS5zdGFydHNXaXRoKFwiIHRocm93cyBcIik7XG4gICAgbWFya3MuZGVsZXRlKGxpbmUpO1xuICAgIGVkaXRzLnB1c2goeyBzdGFydCwgZW5kLCB0ZXh0OiBzaG93bihleHByZXNzaW9uLCBzdGF0ZW1lbnQsIHRocm93cykgfSk7XG4gIH1cbiAgbGV0IHNob3duQ29kZSA9IGNvZGU7XG4gIGZvciAoY29uc3QgeyBzdGFydCwgZW5kLCB0ZXh0IH0gb2YgZWRpdHMuc29ydCgoYSwgYikgPT4gYi5zdGFydCAtIGEuc3RhcnQpKVxuICAgIHNob3duQ29kZSA9IHNob3duQ29kZS5zbGljZSgwLCBzdGFydCkgKyB0ZXh0ICsgc2hvd25Db2RlLnNsaWNlKGVuZCk7XG4gIHJldHVybiB7XG4gICAgY29kZTogc2hvd25Db2RlLFxuICAgIGltcG9ydHM6IFsuLi5uZXcgU2V0KFsuLi5jb2RlLm1hdGNoQWxsKC9cXGJyZXF1aXJlXFwoJyhbXiddKyknXFwpL2cpXS5tYXAoKFssIG5hbWVdKSA9PiBuYW1lISkpXSxcbiAgfTtcbn1cblxuaW50ZXJmYWNlIEV4cHJlc3Npb25TdGF0ZW1lbnQgZXh0ZW5kcyBOb2RlIHtcbiAgdHlwZTogXCJFeHByZXNzaW9uU3RhdGVtZW50XCI7XG4gIGV4cHJlc3Npb246IE5vZGU7XG59XG5cbi8qKiBgc2hvdyhsaW5lLCBcdTIwMjYpYCBhcm91bmQgYW4gZXhwcmVzc2lvbjsgYSBmdW5jdGlvbiwgc28gdGhhdCB3aGF0IGl0IHRocm93cyBpcyBzaG93biB3aGVyZSBhIHRocm93IGlzIHdoYXQgdGhlIGJsb2NrIGlzIGFib3V0LiAqL1xuZnVuY3Rpb24gc2hvd24oZXhwcmVzc2lvbjogc3RyaW5nLCB7IGxvYywgZXhwcmVzc2lvbjogbm9kZSB9OiBFeHByZXNzaW9uU3RhdGVtZW50LCB0aHJvd3M6IGJvb2xlYW4pOiBzdHJpbmcge1xuICBjb25zdCBhd2FpdHMgPSBjb250YWlucyhub2RlLCBcIkF3YWl0RXhwcmVzc2lvblwiKTtcbiAgcmV0dXJuIGAke2F3YWl0cyA/IFwiYXdhaXQgXCIgOiBcIlwifXNob3coJHtsb2MhLnN0YXJ0LmxpbmV9LCAke2F3YWl0cyA/IFwiYXN5bmMgXCIgOiBcIlwifSgpID0+ICgke2V4cHJlc3Npb259KSwgJHt0aHJvd3N9KWA7XG59XG5cbmZ1bmN0aW9uIGFsb25lT24oY29kZTogc3RyaW5nLCBsaW5lOiBudW1iZXIpOiBib29sZWFuIHtcbiAgcmV0dXJuIC9eXFxzKlxcL1xcLy8udGVzdChjb2RlLnNwbGl0KFwiXFxuXCIpW2xpbmUgLSAxXSA/PyBcIlwiKTtcbn1cblxuLyoqIE91dGVybW9zdCBmaXJzdDsgb25lIHdpdGhpbiBhbm90aGVyIGlzIHBhc3NlZCBvdmVyIHdoZW4gaXRzIG1hcmsgaXMgdGFrZW4uICovXG5mdW5jdGlvbiogZXhwcmVzc2lvblN0YXRlbWVudHMobm9kZTogTm9kZSk6IEdlbmVyYXRvcjxFeHByZXNzaW9uU3RhdGVtZW50PiB7XG4gIGlmIChub2RlLnR5cGUgPT09IFwiRXhwcmVzc2lvblN0YXRlbWVudFwiKSB5aWVsZCBub2RlIGFzIEV4cHJlc3Npb25TdGF0ZW1lbnQ7XG4gIGZvciAoY29uc3QgY2hpbGQgb2YgY2hpbGRyZW5PZihub2RlKSkgeWllbGQqIGV4cHJlc3Npb25TdGF0ZW1lbnRzKGNoaWxkKTtcbn1cblxuZnVuY3Rpb24gY29udGFpbnMobm9kZTogTm9kZSwgdHlwZTogc3RyaW5nKTogYm9vbGVhbiB7XG4gIGlmIChub2RlLnR5cGUgPT09IHR5cGUpIHJldHVybiB0cnVlO1xuICBpZiAoL0Z1bmN0aW9uLy50ZXN0KG5vZGUudHlwZSkpIHJldHVybiBmYWxzZTtcbiAgcmV0dXJuIGNoaWxkcmVuT2Yobm9kZSkuc29tZSgoY2hpbGQpID0+IGNvbnRhaW5zKGNoaWxkLCB0eXBlKSk7XG59XG5cbmZ1bmN0aW9uIGNoaWxkcmVuT2Yobm9kZTogTm9kZSk6IE5vZGVbXSB7XG4gIHJldHVybiBPYmplY3QudmFsdWVzKG5vZGUpLmZsYXQoKS5maWx0ZXIoaXNOb2RlKTtcbn1cblxuZnVuY3Rpb24gaXNOb2RlKHZhbHVlOiB1bmtub3duKTogdmFsdWUgaXMgTm9kZSB7XG4gIHJldHVybiAoXG4gICAgdHlwZW9mIHZhbHVlID09PSBcIm9iamVjdFwiICYmIHZhbHVlICE9PSBudWxsICYmIFwidHlwZVwiIGluIHZhbHVlICYmIFwic3RhcnRcIiBpbiB2YWx1ZSAmJiB0eXBlb2YgdmFsdWUudHlwZSA9PT0gXCJzdHJpbmdcIlxuICApO1xufVxuIiwgImNvbnN0IF9fdml0ZV9pbmplY3RlZF9vcmlnaW5hbF9kaXJuYW1lID0gXCIvdG1wL3cvc2l0ZS9hcHBzL2RvY3Mvc3JjL2J1aWxkXCI7Y29uc3QgX192aXRlX2luamVjdGVkX29yaWdpbmFsX2ZpbGVuYW1lID0gXCIvdG1wL3cvc2l0ZS9hcHBzL2RvY3Mvc3JjL2J1aWxkL2ZlbmNlcy50c1wiO2NvbnN0IF9fdml0ZV9pbmplY3RlZF9vcmlnaW5hbF9pbXBvcnRfbWV0YV91cmwgPSBcImZpbGU6Ly8vdG1wL3cvc2l0ZS9hcHBzL2RvY3Mvc3JjL2J1aWxkL2ZlbmNlcy50c1wiOy8vIFB1dHMgYSBSdW4gYnV0dG9uIHRvIHRoZSBibG9ja3Mgb2YgVHlwZVNjcmlwdCB0aGF0IHJ1biBpbiBhIHBhZ2UsIGFuZCBhIHdvcmQgdG8gdGhvc2UgdGhhdCBydW4gaW4gTm9kZSBhbG9uZS5cblxuaW1wb3J0IHR5cGUgeyBNYXJrZG93blJlbmRlcmVyIH0gZnJvbSBcInZpdGVwcmVzc1wiO1xuaW1wb3J0IHsga2luZE9mIH0gZnJvbSBcIi4uL3J1bi9tb2R1bGUtbmFtZXMuanNcIjtcbmltcG9ydCB7IHByZXBhcmUgfSBmcm9tIFwiLi4vcnVuL3ByZXBhcmUuanNcIjtcblxuLyoqIEEgcGx1Z2luIG9mIG1hcmtkb3duLWl0OiB3cmFwcyBlYWNoIGZlbmNlZCBgdHNgIGJsb2NrIGluIGEgY29tcG9uZW50IG9mIHRoZSB0aGVtZS4gKi9cbmV4cG9ydCBmdW5jdGlvbiBydW5uYWJsZUZlbmNlcyhtYXJrZG93bjogTWFya2Rvd25SZW5kZXJlcik6IHZvaWQge1xuICBjb25zdCBwbGFpbiA9IG1hcmtkb3duLnJlbmRlcmVyLnJ1bGVzLmZlbmNlITtcbiAgbWFya2Rvd24ucmVuZGVyZXIucnVsZXMuZmVuY2UgPSAodG9rZW5zLCBhdCwgb3B0aW9ucywgZW52LCBzZWxmKSA9PiB7XG4gICAgY29uc3QgaHRtbCA9IHBsYWluKHRva2VucywgYXQsIG9wdGlvbnMsIGVudiwgc2VsZik7XG4gICAgY29uc3QgeyBpbmZvLCBjb250ZW50IH0gPSB0b2tlbnNbYXRdITtcbiAgICBpZiAoIS9eKHRzfHR5cGVzY3JpcHQpJC8udGVzdChpbmZvLnRyaW0oKSkpIHJldHVybiBodG1sO1xuICAgIGNvbnN0IGtpbmQgPSBraW5kT2YoY29udGVudCk7XG4gICAgaWYgKGtpbmQgPT09IFwiZnJhZ21lbnRcIikgcmV0dXJuIGh0bWw7XG4gICAgaWYgKGtpbmQgPT09IFwibm9kZVwiKSByZXR1cm4gYDxOb2RlQmxvY2s+JHtodG1sfTwvTm9kZUJsb2NrPlxcbmA7XG4gICAgY29uc3QgcHJvZ3JhbSA9IG1hcmtkb3duLnV0aWxzLmVzY2FwZUh0bWwoSlNPTi5zdHJpbmdpZnkocHJlcGFyZShjb250ZW50KSkpO1xuICAgIHJldHVybiBgPFJ1bkJsb2NrIHByb2dyYW09XCIke3Byb2dyYW19XCI+JHtodG1sfTwvUnVuQmxvY2s+XFxuYDtcbiAgfTtcbn1cbiIsICJjb25zdCBfX3ZpdGVfaW5qZWN0ZWRfb3JpZ2luYWxfZGlybmFtZSA9IFwiL3RtcC93L3NpdGUvYXBwcy9kb2NzL3NyYy9idWlsZFwiO2NvbnN0IF9fdml0ZV9pbmplY3RlZF9vcmlnaW5hbF9maWxlbmFtZSA9IFwiL3RtcC93L3NpdGUvYXBwcy9kb2NzL3NyYy9idWlsZC9pc29sYXRpb24udHNcIjtjb25zdCBfX3ZpdGVfaW5qZWN0ZWRfb3JpZ2luYWxfaW1wb3J0X21ldGFfdXJsID0gXCJmaWxlOi8vL3RtcC93L3NpdGUvYXBwcy9kb2NzL3NyYy9idWlsZC9pc29sYXRpb24udHNcIjsvLyBXaGF0IGxldHMgYSBwYWdlIHNoYXJlIG1lbW9yeSB3aXRoIGl0cyB3b3JrZXJzLCBzbyB0aGF0IHRoZXJlIGFyZSB0aHJlYWRzLiBBIGhvc3QgdGhhdCBkb2VzIG5vdCBzZW5kIHRoZXNlIGdldHMgb25lIHRocmVhZC5cblxuZXhwb3J0IGNvbnN0IGlzb2xhdGlvbjogUmVhZG9ubHk8UmVjb3JkPHN0cmluZywgc3RyaW5nPj4gPSB7XG4gIFwiQ3Jvc3MtT3JpZ2luLU9wZW5lci1Qb2xpY3lcIjogXCJzYW1lLW9yaWdpblwiLFxuICBcIkNyb3NzLU9yaWdpbi1FbWJlZGRlci1Qb2xpY3lcIjogXCJyZXF1aXJlLWNvcnBcIixcbn07XG4iLCAiY29uc3QgX192aXRlX2luamVjdGVkX29yaWdpbmFsX2Rpcm5hbWUgPSBcIi90bXAvdy9zaXRlL2FwcHMvZG9jcy9zcmMvYnVpbGRcIjtjb25zdCBfX3ZpdGVfaW5qZWN0ZWRfb3JpZ2luYWxfZmlsZW5hbWUgPSBcIi90bXAvdy9zaXRlL2FwcHMvZG9jcy9zcmMvYnVpbGQvbGlua3MudHNcIjtjb25zdCBfX3ZpdGVfaW5qZWN0ZWRfb3JpZ2luYWxfaW1wb3J0X21ldGFfdXJsID0gXCJmaWxlOi8vL3RtcC93L3NpdGUvYXBwcy9kb2NzL3NyYy9idWlsZC9saW5rcy50c1wiOy8vIENoZWNrcyB0aGUgYnVpbHQgcGFnZXM6IGV2ZXJ5IGxpbmsgd2l0aGluIHRoZSBzaXRlIGxlYWRzIHRvIGEgZmlsZSBhbmQsIHdoZXJlIGl0IGhhcyBhIGZyYWdtZW50LCB0byBhbiBlbGVtZW50IG9mIHRoYXQgbmFtZS5cblxuaW1wb3J0IHsgZXhpc3RzU3luYywgcmVhZGRpclN5bmMsIHJlYWRGaWxlU3luYywgc3RhdFN5bmMgfSBmcm9tIFwibm9kZTpmc1wiO1xuaW1wb3J0IHsgam9pbiwgcG9zaXgsIHNlcCB9IGZyb20gXCJub2RlOnBhdGhcIjtcblxuLyoqXG4gKiBXaGF0IGlzIHdyb25nIHdpdGggdGhlIGxpbmtzIG9mIGEgYnVpbHQgc2l0ZSwgb25lIGxpbmUgZWFjaC5cbiAqXG4gKiBAcGFyYW0gZm9sZGVyIHdoZXJlIGl0cyBmaWxlcyBhcmVcbiAqIEBwYXJhbSBiYXNlIHdoZXJlIGl0IHdpbGwgc3RhbmQgb24gaXRzIGhvc3RcbiAqIEBwYXJhbSBlbHNld2hlcmUgcGF0aHMgYmVsb3cgdGhlIGJhc2UgdGhhdCBhbm90aGVyIGFwcCBmaWxsc1xuICovXG5leHBvcnQgZnVuY3Rpb24gYnJva2VuTGlua3MoZm9sZGVyOiBzdHJpbmcsIGJhc2U6IHN0cmluZywgZWxzZXdoZXJlOiByZWFkb25seSBzdHJpbmdbXSA9IFtdKTogc3RyaW5nW10ge1xuICBjb25zdCBuYW1lcyA9IHJlYWRkaXJTeW5jKGZvbGRlciwgeyByZWN1cnNpdmU6IHRydWUsIGVuY29kaW5nOiBcInV0ZjhcIiB9KS5tYXAoKG5hbWUpID0+IG5hbWUuc3BsaXQoc2VwKS5qb2luKFwiL1wiKSk7XG4gIGNvbnN0IHBhZ2VzID0gbmV3IE1hcChcbiAgICBuYW1lcy5maWx0ZXIoKG5hbWUpID0+IG5hbWUuZW5kc1dpdGgoXCIuaHRtbFwiKSkubWFwKChuYW1lKSA9PiBbbmFtZSwgcmVhZEZpbGVTeW5jKGpvaW4oZm9sZGVyLCBuYW1lKSwgXCJ1dGY4XCIpXSksXG4gICk7XG4gIGNvbnN0IGlkcyA9IG5ldyBNYXA8c3RyaW5nLCBTZXQ8c3RyaW5nPj4oKTtcbiAgY29uc3QgaWRzT2YgPSAocGFnZTogc3RyaW5nKTogU2V0PHN0cmluZz4gPT4ge1xuICAgIGNvbnN0IGtub3duID1cbiAgICAgIGlkcy5nZXQocGFnZSkgPz8gbmV3IFNldChbLi4ucGFnZXMuZ2V0KHBhZ2UpIS5tYXRjaEFsbCgvXFxzaWQ9XCIoW15cIl0rKVwiL2cpXS5tYXAoKFssIGlkXSkgPT4gZGVjb2RlZChpZCEpKSk7XG4gICAgaWRzLnNldChwYWdlLCBrbm93bik7XG4gICAgcmV0dXJuIGtub3duO1xuICB9O1xuICByZXR1cm4gWy4uLnBhZ2VzXS5mbGF0TWFwKChbcGFnZSwgaHRtbF0pID0+XG4gICAgWy4uLm5ldyBTZXQoWy4uLmh0bWwubWF0Y2hBbGwoLzwoPzphfGltZ3xzY3JpcHR8bGluaylcXGJbXj5dKj9cXHMoPzpocmVmfHNyYyk9XCIoW15cIl0rKVwiL2cpXS5tYXAoKFssIHRvXSkgPT4gdG8hKSldXG4gICAgICAuZmlsdGVyKCh0bykgPT4gIS9eKFthLXpdKzp8XFwvXFwvKS8udGVzdCh0bykpXG4gICAgICAuZmxhdE1hcCgodG8pID0+IHtcbiAgICAgICAgY29uc3QgW3BhdGgsIGZyYWdtZW50XSA9IGRlY29kZWQodG8pLnNwbGl0KFwiI1wiKSBhcyBbc3RyaW5nLCBzdHJpbmc/XTtcbiAgICAgICAgY29uc3QgaW5TaXRlID1cbiAgICAgICAgICBwYXRoID09PSBcIlwiID8gcGFnZSA6IHBhdGguc3RhcnRzV2l0aChcIi9cIikgPyB3aXRob3V0QmFzZShwYXRoLCBiYXNlKSA6IHBvc2l4LmpvaW4ocG9zaXguZGlybmFtZShwYWdlKSwgcGF0aCk7XG4gICAgICAgIGlmIChpblNpdGUgPT09IG51bGwpIHJldHVybiBbYCR7cGFnZX06ICR7dG99IGlzIG91dHNpZGUgb2YgJHtiYXNlfWBdO1xuICAgICAgICBpZiAoZWxzZXdoZXJlLnNvbWUoKHN0YXJ0KSA9PiBpblNpdGUuc3RhcnRzV2l0aChzdGFydCkpKSByZXR1cm4gW107XG4gICAgICAgIGNvbnN0IGZpbGUgPSBmaWxlT2YoZm9sZGVyLCBpblNpdGUpO1xuICAgICAgICBpZiAoZmlsZSA9PT0gbnVsbCkgcmV0dXJuIFtgJHtwYWdlfTogJHt0b30gaXMgbm90IHRoZXJlYF07XG4gICAgICAgIGlmIChmcmFnbWVudCA9PT0gdW5kZWZpbmVkIHx8IGZyYWdtZW50ID09PSBcIlwiIHx8ICFwYWdlcy5oYXMoZmlsZSkgfHwgaWRzT2YoZmlsZSkuaGFzKGZyYWdtZW50KSkgcmV0dXJuIFtdO1xuICAgICAgICByZXR1cm4gW2Ake3BhZ2V9OiAke3RvfTogJHtmaWxlfSBoYXMgbm8gZWxlbWVudCBcIiR7ZnJhZ21lbnR9XCJgXTtcbiAgICAgIH0pLFxuICApO1xufVxuXG5jb25zdCB3aXRob3V0QmFzZSA9IChwYXRoOiBzdHJpbmcsIGJhc2U6IHN0cmluZyk6IHN0cmluZyB8IG51bGwgPT5cbiAgcGF0aC5zdGFydHNXaXRoKGJhc2UpID8gcGF0aC5zbGljZShiYXNlLmxlbmd0aCkgOiBgJHtwYXRofS9gID09PSBiYXNlID8gXCJcIiA6IG51bGw7XG5cbi8qKiBXaGF0IGEgaG9zdCBvZiBzdGF0aWMgZmlsZXMgYW5zd2VycyB3aXRoLiAqL1xuZnVuY3Rpb24gZmlsZU9mKGZvbGRlcjogc3RyaW5nLCBwYXRoOiBzdHJpbmcpOiBzdHJpbmcgfCBudWxsIHtcbiAgY29uc3QgaXNGaWxlID0gKG5hbWU6IHN0cmluZyk6IGJvb2xlYW4gPT4gZXhpc3RzU3luYyhqb2luKGZvbGRlciwgbmFtZSkpICYmIHN0YXRTeW5jKGpvaW4oZm9sZGVyLCBuYW1lKSkuaXNGaWxlKCk7XG4gIHJldHVybiBbcGF0aCwgcG9zaXguam9pbihwYXRoLCBcImluZGV4Lmh0bWxcIiksIGAke3BhdGh9Lmh0bWxgXS5maW5kKChuYW1lKSA9PiBuYW1lICE9PSBcIlwiICYmIGlzRmlsZShuYW1lKSkgPz8gbnVsbDtcbn1cblxuY29uc3QgZGVjb2RlZCA9ICh0ZXh0OiBzdHJpbmcpOiBzdHJpbmcgPT4ge1xuICBjb25zdCBwbGFpbiA9IHRleHQucmVwbGFjZUFsbChcIiZhbXA7XCIsIFwiJlwiKS5yZXBsYWNlQWxsKFwiJiMzOTtcIiwgXCInXCIpLnJlcGxhY2VBbGwoXCImcXVvdDtcIiwgJ1wiJyk7XG4gIHRyeSB7XG4gICAgcmV0dXJuIGRlY29kZVVSSUNvbXBvbmVudChwbGFpbik7XG4gIH0gY2F0Y2gge1xuICAgIHJldHVybiBwbGFpbjtcbiAgfVxufTtcbiIsICJjb25zdCBfX3ZpdGVfaW5qZWN0ZWRfb3JpZ2luYWxfZGlybmFtZSA9IFwiL3RtcC93L3NpdGUvYXBwcy9kb2NzL3NyYy9idWlsZFwiO2NvbnN0IF9fdml0ZV9pbmplY3RlZF9vcmlnaW5hbF9maWxlbmFtZSA9IFwiL3RtcC93L3NpdGUvYXBwcy9kb2NzL3NyYy9idWlsZC9uYXZpZ2F0aW9uLnRzXCI7Y29uc3QgX192aXRlX2luamVjdGVkX29yaWdpbmFsX2ltcG9ydF9tZXRhX3VybCA9IFwiZmlsZTovLy90bXAvdy9zaXRlL2FwcHMvZG9jcy9zcmMvYnVpbGQvbmF2aWdhdGlvbi50c1wiOy8vIFRoZSBuYXZpZ2F0aW9uIG9mIHRoZSBzaXRlLCBpbiBFbmdsaXNoIGFuZCBLb3JlYW46IHdoaWNoIHBhZ2VzIHRoZXJlIGFyZSwgaW4gd2hpY2ggb3JkZXIuXG5cbmltcG9ydCB7IGV4aXN0c1N5bmMgfSBmcm9tIFwibm9kZTpmc1wiO1xuaW1wb3J0IHsgam9pbiB9IGZyb20gXCJub2RlOnBhdGhcIjtcbmltcG9ydCB0eXBlIHsgRGVmYXVsdFRoZW1lLCBMb2NhbGVTcGVjaWZpY0NvbmZpZyB9IGZyb20gXCJ2aXRlcHJlc3NcIjtcbmltcG9ydCB0eXBlIHsgQXBpR3JvdXAgfSBmcm9tIFwiLi9hcGktZ3JvdXBzLmpzXCI7XG5pbXBvcnQgeyBwYXRocyB9IGZyb20gXCIuL3BhdGhzLmpzXCI7XG5cbnR5cGUgU2lkZWJhciA9IERlZmF1bHRUaGVtZS5TaWRlYmFySXRlbVtdO1xuXG4vKiogVGhlIHBsYXlncm91bmQgaXMgYW4gYXBwIG9mIGl0cyBvd24sIHdoaWNoIGlzIHB1dCBiZXNpZGUgdGhlIHNpdGUgd2hlcmUgYm90aCBhcmUgYnVpbHQuICovXG5jb25zdCBwbGF5Z3JvdW5kID0gZXhpc3RzU3luYyhqb2luKHBhdGhzLnJlcG9zaXRvcnksIFwiYXBwcy9wbGF5Z3JvdW5kL3BhY2thZ2UuanNvblwiKSk7XG5jb25zdCB0b1BsYXlncm91bmQgPSAodGV4dDogc3RyaW5nKTogRGVmYXVsdFRoZW1lLk5hdkl0ZW1bXSA9PlxuICBwbGF5Z3JvdW5kID8gW3sgdGV4dCwgbGluazogXCIvcGxheWdyb3VuZC9pbmRleC5odG1sXCIsIHRhcmdldDogXCJfc2VsZlwiIH1dIDogW107XG5cbmNvbnN0IGd1aWRlOiBTaWRlYmFyID0gW1xuICB7XG4gICAgdGV4dDogXCJCZWdpblwiLFxuICAgIGl0ZW1zOiBbXG4gICAgICB7IHRleHQ6IFwiU3RhcnRcIiwgbGluazogXCIvc3RhcnRcIiB9LFxuICAgICAgeyB0ZXh0OiBcIkRyb3BvdXQsIGV4cGxhaW5lZFwiLCBsaW5rOiBcIi9kcm9wb3V0XCIgfSxcbiAgICAgIHsgdGV4dDogXCJGcm9tIFB5VG9yY2hcIiwgbGluazogXCIvZnJvbS1weXRvcmNoXCIgfSxcbiAgICBdLFxuICB9LFxuICB7XG4gICAgdGV4dDogXCJHdWlkZXNcIixcbiAgICBpdGVtczogW1xuICAgICAgeyB0ZXh0OiBcIlRlbnNvcnMgYW5kIGF1dG9ncmFkXCIsIGxpbms6IFwiL3RlbnNvcnNcIiB9LFxuICAgICAgeyB0ZXh0OiBcIk1lbW9yeSBhbmQgc2NvcGVzXCIsIGxpbms6IFwiL21lbW9yeVwiIH0sXG4gICAgICB7IHRleHQ6IFwiQ29tcGlsZSwgYnkgYSBzdGVwJ3MgcGxhblwiLCBsaW5rOiBcIi9jb21waWxlXCIgfSxcbiAgICAgIHsgdGV4dDogXCJUaHJlYWRzIGFuZCBicm93c2Vyc1wiLCBsaW5rOiBcIi90aHJlYWRzXCIgfSxcbiAgICAgIHsgdGV4dDogXCJEYXRhXCIsIGxpbms6IFwiL2RhdGFcIiB9LFxuICAgICAgeyB0ZXh0OiBcIlRoZSB0cmFpbmVyXCIsIGxpbms6IFwiL3RyYWluZXJcIiB9LFxuICAgICAgeyB0ZXh0OiBcIlRoZSBkb2N0b3JcIiwgbGluazogXCIvZG9jcy9kb2N0b3JcIiB9LFxuICAgICAgeyB0ZXh0OiBcIldlaWdodHNcIiwgbGluazogXCIvZG9jcy93ZWlnaHRzXCIgfSxcbiAgICAgIHsgdGV4dDogXCJFcnJvcnNcIiwgbGluazogXCIvZXJyb3JzXCIgfSxcbiAgICAgIHsgdGV4dDogXCJQZXJmb3JtYW5jZVwiLCBsaW5rOiBcIi9kb2NzL2JlbmNobWFya1wiIH0sXG4gICAgXSxcbiAgfSxcbiAge1xuICAgIHRleHQ6IFwiSW5zaWRlXCIsXG4gICAgY29sbGFwc2VkOiB0cnVlLFxuICAgIGl0ZW1zOiBbXG4gICAgICB7IHRleHQ6IFwiSG93IHRvIGFkZCBhbiBvcFwiLCBsaW5rOiBcIi9kb2NzL2FkZGluZ1wiIH0sXG4gICAgICB7IHRleHQ6IFwiQSB3YWxrXCIsIGxpbms6IFwiL2RvY3Mvd2Fsa1wiIH0sXG4gICAgICB7IHRleHQ6IFwiUGxhbnMgb2Yga25vd24gbmV0c1wiLCBsaW5rOiBcIi9kb2NzL3BsYW5zXCIgfSxcbiAgICAgIHsgdGV4dDogXCJEZWNpc2lvbnNcIiwgbGluazogXCIvZG9jcy9kZWNpc2lvbnMvXCIgfSxcbiAgICAgIHsgdGV4dDogXCJTb2FrIHJ1bnNcIiwgbGluazogXCIvZG9jcy9zb2FrXCIgfSxcbiAgICAgIHsgdGV4dDogXCJIb3cgdGhlc2UgcGFnZXMgcnVuXCIsIGxpbms6IFwiL3J1bm5pbmdcIiB9LFxuICAgIF0sXG4gIH0sXG5dO1xuXG4vKiogVGhlIHJlZmVyZW5jZSdzIHBhZ2VzLCBieSBwYWNrYWdlLiAqL1xuY29uc3QgcmVmZXJlbmNlID0gKGdyb3VwczogcmVhZG9ubHkgQXBpR3JvdXBbXSk6IFNpZGViYXIgPT4gW1xuICB7XG4gICAgdGV4dDogXCJQeVRvcmNoJ3MgbmFtZXNcIixcbiAgICBpdGVtczogW1xuICAgICAgeyB0ZXh0OiBcIlNlYXJjaCBieSBuYW1lXCIsIGxpbms6IFwiL2Zyb20tcHl0b3JjaFwiIH0sXG4gICAgICB7IHRleHQ6IFwiQ29tcGF0aWJpbGl0eVwiLCBsaW5rOiBcIi9kb2NzL2NvbXBhdGliaWxpdHlcIiB9LFxuICAgICAgeyB0ZXh0OiBcIkV2ZXJ5IG9wXCIsIGxpbms6IFwiL2RvY3Mvb3BzXCIgfSxcbiAgICBdLFxuICB9LFxuICAuLi5bLi4ubmV3IFNldChncm91cHMubWFwKCh7IGVudHJ5IH0pID0+IHBhY2thZ2VPZihlbnRyeSkpKV0ubWFwKChuYW1lKSA9PiAoe1xuICAgIHRleHQ6IG5hbWUsXG4gICAgY29sbGFwc2VkOiB0cnVlLFxuICAgIGl0ZW1zOiBncm91cHNcbiAgICAgIC5maWx0ZXIoKHsgZW50cnkgfSkgPT4gcGFja2FnZU9mKGVudHJ5KSA9PT0gbmFtZSlcbiAgICAgIC5tYXAoKHsgdGl0bGUsIHBhdGggfSkgPT4gKHsgdGV4dDogdGl0bGUsIGxpbms6IGAvYXBpLyR7cGF0aH1gIH0pKSxcbiAgfSkpLFxuXTtcblxuLyoqIGBAYmVybm91bGxpL3RlbnNvci9mdW5jYCBcdTIxOTIgYEBiZXJub3VsbGkvdGVuc29yYC4gKi9cbmNvbnN0IHBhY2thZ2VPZiA9IChlbnRyeTogc3RyaW5nKTogc3RyaW5nID0+XG4gIGVudHJ5XG4gICAgLnNwbGl0KFwiL1wiKVxuICAgIC5zbGljZSgwLCBlbnRyeS5zdGFydHNXaXRoKFwiQFwiKSA/IDIgOiAxKVxuICAgIC5qb2luKFwiL1wiKTtcblxuZXhwb3J0IGNvbnN0IGVuZ2xpc2ggPSAoZ3JvdXBzOiByZWFkb25seSBBcGlHcm91cFtdKTogRGVmYXVsdFRoZW1lLkNvbmZpZyA9PiAoe1xuICBuYXY6IFtcbiAgICB7IHRleHQ6IFwiU3RhcnRcIiwgbGluazogXCIvc3RhcnRcIiB9LFxuICAgIHsgdGV4dDogXCJEcm9wb3V0XCIsIGxpbms6IFwiL2Ryb3BvdXRcIiB9LFxuICAgIHsgdGV4dDogXCJHdWlkZXNcIiwgbGluazogXCIvdGVuc29yc1wiIH0sXG4gICAgeyB0ZXh0OiBcIkFQSVwiLCBsaW5rOiBcIi9hcGkvXCIgfSxcbiAgICAuLi50b1BsYXlncm91bmQoXCJQbGF5Z3JvdW5kXCIpLFxuICBdLFxuICBzaWRlYmFyOiB7XG4gICAgXCIvYXBpL1wiOiByZWZlcmVuY2UoZ3JvdXBzKSxcbiAgICBcIi9kb2NzL2NvbXBhdGliaWxpdHlcIjogcmVmZXJlbmNlKGdyb3VwcyksXG4gICAgXCIvZG9jcy9vcHNcIjogcmVmZXJlbmNlKGdyb3VwcyksXG4gICAgXCIvXCI6IGd1aWRlLFxuICB9LFxufSk7XG5cbmNvbnN0IGtvcmVhbkd1aWRlOiBTaWRlYmFyID0gW1xuICB7XG4gICAgdGV4dDogXCJcdUMyRENcdUM3OTFcIixcbiAgICBpdGVtczogW1xuICAgICAgeyB0ZXh0OiBcIlx1QzJEQ1x1Qzc5MVx1RDU1OFx1QUUzMFwiLCBsaW5rOiBcIi9rby9zdGFydFwiIH0sXG4gICAgICB7IHRleHQ6IFwiXHVCNERDXHVCODZEXHVDNTQ0XHVDNkMzLCBcdUFERjhcdUI5QkNcdUM3M0NcdUI4NUNcIiwgbGluazogXCIva28vZHJvcG91dFwiIH0sXG4gICAgICB7IHRleHQ6IFwiUHlUb3JjaFx1QzVEMFx1QzExQyBcdUM2MkVcdUFFMzBcdUFFMzBcIiwgbGluazogXCIva28vZnJvbS1weXRvcmNoXCIgfSxcbiAgICBdLFxuICB9LFxuICB7XG4gICAgdGV4dDogXCJcdUM2MDFcdUM1QjQgXHVCQjM4XHVDMTFDXCIsXG4gICAgaXRlbXM6IFtcbiAgICAgIHsgdGV4dDogXCJcdUQxNTBcdUMxMUNcdUM2NDAgXHVDNzkwXHVCM0Q5IFx1QkJGOFx1QkQ4NFwiLCBsaW5rOiBcIi90ZW5zb3JzXCIgfSxcbiAgICAgIHsgdGV4dDogXCJcdUJBNTRcdUJBQThcdUI5QUNcdUM2NDAgXHVDMkE0XHVDRjU0XHVENTA0XCIsIGxpbms6IFwiL21lbW9yeVwiIH0sXG4gICAgICB7IHRleHQ6IFwiY29tcGlsZVwiLCBsaW5rOiBcIi9jb21waWxlXCIgfSxcbiAgICAgIHsgdGV4dDogXCJcdUMyQTRcdUI4MDhcdUI0RENcdUM2NDAgXHVCRTBDXHVCNzdDXHVDNkIwXHVDODAwXCIsIGxpbms6IFwiL3RocmVhZHNcIiB9LFxuICAgICAgeyB0ZXh0OiBcIkFQSVwiLCBsaW5rOiBcIi9hcGkvXCIgfSxcbiAgICBdLFxuICB9LFxuXTtcblxuZXhwb3J0IGNvbnN0IGtvcmVhbjogTG9jYWxlU3BlY2lmaWNDb25maWc8RGVmYXVsdFRoZW1lLkNvbmZpZz4gPSB7XG4gIGRlc2NyaXB0aW9uOiBcIlR5cGVTY3JpcHRcdUI4NUMgXHVDNjJFXHVBRTM0IFB5VG9yY2hcdUM3NTggXHVENTU5XHVDMkI1IFx1QkMyOVx1QzJERC4gTm9kZVx1QzY0MCBcdUJFMENcdUI3N0NcdUM2QjBcdUM4MDBcdUM1RDBcdUMxMUMgXHVCM0NDXHVDNTQ0XHVBQzAwXHVBQ0UwLCBcdUM5MTFcdUMyRUNcdUM3NDAgXHVCNERDXHVCODZEXHVDNTQ0XHVDNkMzXHVDNzg1XHVCMkM4XHVCMkU0LlwiLFxuICB0aGVtZUNvbmZpZzoge1xuICAgIG5hdjogW1xuICAgICAgeyB0ZXh0OiBcIlx1QzJEQ1x1Qzc5MVx1RDU1OFx1QUUzMFwiLCBsaW5rOiBcIi9rby9zdGFydFwiIH0sXG4gICAgICB7IHRleHQ6IFwiXHVCNERDXHVCODZEXHVDNTQ0XHVDNkMzXCIsIGxpbms6IFwiL2tvL2Ryb3BvdXRcIiB9LFxuICAgICAgeyB0ZXh0OiBcIlB5VG9yY2hcdUM1RDBcdUMxMUNcIiwgbGluazogXCIva28vZnJvbS1weXRvcmNoXCIgfSxcbiAgICAgIHsgdGV4dDogXCJBUElcIiwgbGluazogXCIvYXBpL1wiIH0sXG4gICAgICAuLi50b1BsYXlncm91bmQoXCJcdUIxODBcdUM3NzRcdUQxMzBcIiksXG4gICAgXSxcbiAgICBzaWRlYmFyOiBrb3JlYW5HdWlkZSxcbiAgICBvdXRsaW5lOiB7IGxldmVsOiBbMiwgM10sIGxhYmVsOiBcIlx1Qzc3NCBcdUQzOThcdUM3NzRcdUM5QzBcdUM1RDBcdUMxMUNcIiB9LFxuICAgIGRvY0Zvb3RlcjogeyBwcmV2OiBcIlx1Qzc3NFx1QzgwNFwiLCBuZXh0OiBcIlx1QjJFNFx1Qzc0Q1wiIH0sXG4gICAgZGFya01vZGVTd2l0Y2hMYWJlbDogXCJcdUQ2NTRcdUJBNzQgXHVCQUE4XHVCNERDXCIsXG4gICAgbGlnaHRNb2RlU3dpdGNoVGl0bGU6IFwiXHVCQzFEXHVDNzQwIFx1RDY1NFx1QkE3NFx1QzczQ1x1Qjg1Q1wiLFxuICAgIGRhcmtNb2RlU3dpdGNoVGl0bGU6IFwiXHVDNUI0XHVCNDUwXHVDNkI0IFx1RDY1NFx1QkE3NFx1QzczQ1x1Qjg1Q1wiLFxuICAgIHNpZGViYXJNZW51TGFiZWw6IFwiXHVDQzI4XHVCODQwXCIsXG4gICAgcmV0dXJuVG9Ub3BMYWJlbDogXCJcdUI5RTggXHVDNzA0XHVCODVDXCIsXG4gICAgbGFuZ01lbnVMYWJlbDogXCJcdUM1QjhcdUM1QjQgXHVCQzE0XHVBRkI4XHVBRTMwXCIsXG4gICAgc2tpcFRvQ29udGVudExhYmVsOiBcIlx1QkNGOFx1QkIzOFx1QzczQ1x1Qjg1QyBcdUFDNzRcdUIxMDhcdUI2RjBcdUFFMzBcIixcbiAgICBub3RGb3VuZDoge1xuICAgICAgdGl0bGU6IFwiXHVDNUM2XHVCMjk0IFx1RDM5OFx1Qzc3NFx1QzlDMFx1Qzc4NVx1QjJDOFx1QjJFNFwiLFxuICAgICAgcXVvdGU6IFwiXHVDOEZDXHVDMThDXHVBQzAwIFx1QkMxNFx1QjAwQ1x1QzVDOFx1QUM3MFx1QjA5OCBcdUM3OThcdUJBQkIgXHVDODAxXHVENjE0XHVDNzQ0IFx1QzIxOCBcdUM3ODhcdUMyQjVcdUIyQzhcdUIyRTQuXCIsXG4gICAgICBsaW5rTGFiZWw6IFwiXHVDQ0FCIFx1RDM5OFx1Qzc3NFx1QzlDMFx1Qjg1Q1wiLFxuICAgICAgbGlua1RleHQ6IFwiXHVDQ0FCIFx1RDM5OFx1Qzc3NFx1QzlDMFx1Qjg1Q1wiLFxuICAgIH0sXG4gIH0sXG59O1xuIiwgImNvbnN0IF9fdml0ZV9pbmplY3RlZF9vcmlnaW5hbF9kaXJuYW1lID0gXCIvdG1wL3cvc2l0ZS9hcHBzL2RvY3Mvc3JjL2J1aWxkXCI7Y29uc3QgX192aXRlX2luamVjdGVkX29yaWdpbmFsX2ZpbGVuYW1lID0gXCIvdG1wL3cvc2l0ZS9hcHBzL2RvY3Mvc3JjL2J1aWxkL3NlYXJjaGVkLXRleHQudHNcIjtjb25zdCBfX3ZpdGVfaW5qZWN0ZWRfb3JpZ2luYWxfaW1wb3J0X21ldGFfdXJsID0gXCJmaWxlOi8vL3RtcC93L3NpdGUvYXBwcy9kb2NzL3NyYy9idWlsZC9zZWFyY2hlZC10ZXh0LnRzXCI7Ly8gV2hhdCB0aGUgc2l0ZSdzIHNlYXJjaCBsb29rcyB0aHJvdWdoOiB0aGUgd29yZHMgb2YgcGFnZXMsIHdpdGhvdXQgdGhlaXIgY29kZS5cblxuaW1wb3J0IHR5cGUgeyBNYXJrZG93bkVudiwgTWFya2Rvd25SZW5kZXJlciB9IGZyb20gXCJ2aXRlcHJlc3NcIjtcbmltcG9ydCB7IHdpdGhvdXRGZW5jZXMgfSBmcm9tIFwiLi9vdXRzaWRlLWZlbmNlcy5qc1wiO1xuXG4vKiogV2hpbGUgc29tZWJvZHkgd3JpdGVzLCB0aGUgcGFnZXMgdGhhdCBhcmUgbWFkZSBhcmUgbGVmdCBvdXQ6IHRoZXJlIGFyZSBtYW55LCBhbmQgZWFjaCBzdGFydCB3b3VsZCB3YWl0IGZvciB0aGVtLiAqL1xuY29uc3QgaXNXcml0aW5nID0gIXByb2Nlc3MuYXJndi5pbmNsdWRlcyhcImJ1aWxkXCIpO1xuXG4vKiogVGhlIEhUTUwgb2YgYSBwYWdlIG9mIHdoaWNoIHRoZSBpbmRleCBpcyBtYWRlOyBub25lIG9mIG9uZSB0aGF0IGlzIGxlZnQgb3V0LiAqL1xuZXhwb3J0IGZ1bmN0aW9uIHNlYXJjaGVkVGV4dCh0ZXh0OiBzdHJpbmcsIGVudjogTWFya2Rvd25FbnYsIG1hcmtkb3duOiBNYXJrZG93blJlbmRlcmVyKTogc3RyaW5nIHtcbiAgaWYgKGlzV3JpdGluZyAmJiAvXihhcGl8ZG9jcylcXC8vLnRlc3QoZW52LnJlbGF0aXZlUGF0aCkpIHJldHVybiBcIlwiO1xuICByZXR1cm4gbWFya2Rvd24ucmVuZGVyKHdpdGhvdXRGZW5jZXModGV4dCksIGVudik7XG59XG4iXSwKICAibWFwcGluZ3MiOiAiO0FBRUEsU0FBUyxvQkFBb0I7OztBQ0E3QixTQUFTLFdBQVcsZ0JBQUFBLGVBQWMsUUFBUSxxQkFBcUI7QUFDL0QsU0FBUyxTQUFTLFFBQUFDLGFBQVk7QUFDOUI7QUFBQSxFQUNFO0FBQUEsRUFHQTtBQUFBLE9BRUs7OztBQ1JQLFNBQVMsZ0JBQUFDLHFCQUFvQjtBQUM3QixTQUFTLE1BQU0sVUFBVSxXQUFXO0FBQ3BDLE9BQU8sUUFBUTs7O0FDRmYsU0FBUyxvQkFBb0I7QUFDN0IsU0FBUyxxQkFBcUI7QUFIa0ksSUFBTSwyQ0FBMkM7QUFLak4sSUFBTSxNQUFNLElBQUksSUFBSSxVQUFVLHdDQUFlO0FBRXRDLElBQU0sUUFBUTtBQUFBLEVBQ25CLEtBQUssY0FBYyxHQUFHO0FBQUEsRUFDdEIsWUFBWSxjQUFjLElBQUksSUFBSSxVQUFVLEdBQUcsQ0FBQztBQUFBO0FBQUEsRUFFaEQsV0FBVyxjQUFjLElBQUksSUFBSSxlQUFlLEdBQUcsQ0FBQztBQUFBLEVBQ3BELE9BQU8sY0FBYyxJQUFJLElBQUksVUFBVSxHQUFHLENBQUM7QUFBQTtBQUFBLEVBRTNDLFFBQVEsY0FBYyxJQUFJLElBQUksZUFBZSxHQUFHLENBQUM7QUFBQSxFQUNqRCxLQUFLLGNBQWMsSUFBSSxJQUFJLGNBQWMsR0FBRyxDQUFDO0FBQy9DO0FBR08sU0FBUyxvQkFBbUM7QUFDakQsUUFBTSxFQUFFLFdBQVcsSUFBSSxLQUFLLE1BQU0sYUFBYSxJQUFJLElBQUkseUNBQXlDLEdBQUcsR0FBRyxNQUFNLENBQUM7QUFDN0csUUFBTSxNQUEwQixPQUFPLGVBQWUsV0FBVyxhQUFhLFlBQVk7QUFDMUYsTUFBSSxRQUFRLE9BQVcsUUFBTztBQUM5QixTQUFPLEdBQUcsSUFBSSxRQUFRLFVBQVUsRUFBRSxFQUFFLFFBQVEsVUFBVSxFQUFFLENBQUM7QUFDM0Q7OztBRE5BLElBQU0sV0FBVyxDQUFDLGFBQWEsVUFBVSxNQUFNLFdBQVcsU0FBUyxRQUFRLFdBQVcsU0FBUztBQUUvRixJQUFNLFVBQVUsQ0FBQywwQkFBMEIsa0NBQWtDLCtCQUErQjtBQUU1RyxJQUFNLFNBQVM7QUFHUixTQUFTLFlBQXdCO0FBQ3RDLFFBQU0sVUFBVSxTQUFTLFFBQVEsQ0FBQyxTQUFTLFVBQVUsS0FBSyxNQUFNLFlBQVksWUFBWSxJQUFJLENBQUMsQ0FBQztBQUM5RixRQUFNLFVBQVUsR0FBRztBQUFBLElBQ2pCLFFBQVEsSUFBSSxDQUFDLEVBQUUsT0FBTyxNQUFNLE1BQU07QUFBQSxJQUNsQyxFQUFFLEdBQUcsZ0JBQWdCLEdBQUcsY0FBYyxNQUFNLFFBQVEsS0FBSztBQUFBLEVBQzNEO0FBQ0EsUUFBTSxVQUFVLFFBQVEsZUFBZTtBQUN2QyxRQUFNLFNBQVMsUUFBUSxJQUFJLENBQUMsRUFBRSxNQUFNLE1BQU0sVUFBVSxLQUFLLENBQUM7QUFDMUQsU0FBTyxRQUFRLFFBQVEsQ0FBQyxFQUFFLE9BQU8sT0FBTyxNQUFNO0FBQzVDLFVBQU0sU0FBUyxRQUFRLG9CQUFvQixRQUFRLGNBQWMsTUFBTSxDQUFFO0FBQ3pFLFVBQU0sVUFBVSxXQUFXLFNBQVksQ0FBQyxJQUFJLFFBQVEsbUJBQW1CLE1BQU07QUFDN0UsVUFBTSxNQUFNLFFBQVEsT0FBTyxDQUFDLFFBQVEsWUFBWSxLQUFLLFNBQVMsVUFBVSxNQUFNLENBQUMsQ0FBQztBQUNoRixXQUFPO0FBQUEsTUFDTDtBQUFBLE1BQ0EsSUFBSSxJQUFJLENBQUMsUUFBUSxDQUFDLElBQUksTUFBTSxTQUFTLEtBQUssU0FBUyxNQUFNLENBQUMsQ0FBQztBQUFBLE1BQzNEO0FBQUEsSUFDRjtBQUFBLEVBQ0YsQ0FBQztBQUNIO0FBR08sU0FBUyxrQkFBc0M7QUFDcEQsUUFBTSxFQUFFLE9BQU8sSUFBSSxHQUFHLGVBQWUsS0FBSyxNQUFNLEtBQUssZUFBZSxHQUFHLEdBQUcsSUFBSSxRQUFRO0FBQ3RGLFNBQU8sR0FBRywyQkFBMkIsUUFBUSxHQUFHLEtBQUssTUFBTSxHQUFHLEVBQUU7QUFDbEU7QUFFQSxTQUFTLFVBQVUsV0FBd0Q7QUFDekUsUUFBTSxFQUFFLE1BQU0sUUFBUSxJQUFJLEtBQUssTUFBTUMsY0FBYSxLQUFLLFdBQVcsY0FBYyxHQUFHLE1BQU0sQ0FBQztBQUMxRixTQUFPLE9BQU8sUUFBZ0MsT0FBTyxFQUNsRCxJQUFJLENBQUMsQ0FBQyxNQUFNLFVBQVUsT0FBTztBQUFBLElBQzVCLE9BQU8sT0FBTyxLQUFLLE1BQU0sQ0FBQztBQUFBLElBQzFCLFFBQVEsS0FBSyxXQUFXLFdBQVcsbUJBQW1CLENBQUU7QUFBQSxFQUMxRCxFQUFFLEVBQ0QsT0FBTyxDQUFDLEVBQUUsTUFBTSxNQUFNLENBQUMsUUFBUSxTQUFTLEtBQUssQ0FBQztBQUNuRDtBQUVBLElBQU0sWUFBWSxDQUFDLFdBQTJCLFNBQVMsTUFBTSxZQUFZLE1BQU0sRUFBRSxNQUFNLEdBQUcsRUFBRSxNQUFNLEdBQUcsQ0FBQyxFQUFFLEtBQUssR0FBRztBQUVoSCxTQUFTLE9BQU8sUUFBbUIsU0FBd0M7QUFDekUsUUFBTSxTQUFTLE9BQU8sUUFBUSxHQUFHLFlBQVksUUFBUSxRQUFRLGlCQUFpQixNQUFNLElBQUk7QUFDeEYsU0FBTyxPQUFPLGVBQWUsQ0FBQyxHQUFHLGNBQWMsRUFBRSxZQUFZO0FBQy9EO0FBR0EsU0FBUyxZQUFZLFFBQW1CLFNBQXlCLFdBQTRCO0FBQzNGLFFBQU0sT0FBTyxPQUFPLFFBQVEsT0FBTztBQUNuQyxTQUFPLFNBQVMsUUFBUSxVQUFVLElBQUksTUFBTTtBQUM5QztBQUdBLFNBQVMsU0FBUyxRQUFtQixTQUF5QixRQUF3QjtBQUNwRixRQUFNLFFBQVEsU0FBUyxLQUFLLE1BQU0sWUFBWSxVQUFVLE1BQU0sR0FBRyxLQUFLLEdBQUcsT0FBTyxRQUFRLE9BQU8sQ0FBRSxFQUFFLE1BQU0sR0FBRztBQUM1RyxNQUFJLE1BQU0sV0FBVyxFQUFHLFFBQU87QUFDL0IsU0FBTyxNQUFNLENBQUMsTUFBTSxTQUFTLE1BQU0sU0FBUyxJQUFJLE1BQU0sQ0FBQyxJQUFLLE1BQU0sQ0FBQyxNQUFNLGFBQWEsWUFBWSxNQUFNLENBQUM7QUFDM0c7QUFFQSxJQUFNLFlBQVksQ0FBQyxVQUEwQixNQUFNLFFBQVEsaUJBQWlCLEVBQUU7QUFHOUUsU0FBUyxRQUNQLE9BQ0EsU0FDQSxRQUNZO0FBQ1osTUFBSSxRQUFRLFdBQVcsRUFBRyxRQUFPLENBQUM7QUFDbEMsUUFBTSxPQUFPLFVBQVUsS0FBSztBQUM1QixRQUFNLFNBQVMsQ0FBQyxLQUFLLFNBQVMsR0FBRztBQUNqQyxNQUFJLENBQUMsVUFBVSxRQUFRLFNBQVMsUUFBUTtBQUN0QyxVQUFNLFFBQVEsUUFBUSxJQUFJLENBQUMsQ0FBQyxHQUFHLE1BQU0sR0FBRztBQUN4QyxXQUFPO0FBQUEsTUFDTCxTQUFTLEVBQUUsT0FBTyxPQUFPLE1BQU0sTUFBTSxHQUFHLElBQUksSUFBSSxJQUFJLElBQUksTUFBTSxJQUFJLEVBQUUsT0FBTyxPQUFPLE9BQU8sTUFBTSxNQUFNLE1BQU07QUFBQSxJQUM3RztBQUFBLEVBQ0Y7QUFDQSxRQUFNLFVBQVUsb0JBQUksSUFBc0I7QUFDMUMsYUFBVyxDQUFDLEtBQUssTUFBTSxLQUFLLFNBQVM7QUFDbkMsVUFBTSxRQUFRLFdBQVcsS0FBSyxPQUFPLE9BQU8sU0FBUyxHQUFHLElBQUksSUFBSSxNQUFNLEVBQUUsSUFBSSxHQUFHLE1BQU0sZ0JBQWdCO0FBQ3JHLFlBQVEsSUFBSSxPQUFPLENBQUMsR0FBSSxRQUFRLElBQUksS0FBSyxLQUFLLENBQUMsR0FBSSxHQUFHLENBQUM7QUFBQSxFQUN6RDtBQUNBLFNBQU8sQ0FBQyxHQUFHLE9BQU8sRUFDZixLQUFLLENBQUMsQ0FBQyxDQUFDLEdBQUcsQ0FBQyxDQUFDLE1BQU0sRUFBRSxjQUFjLENBQUMsQ0FBQyxFQUNyQyxJQUFJLENBQUMsQ0FBQyxPQUFPLEtBQUssT0FBTyxFQUFFLE9BQU8sT0FBTyxNQUFNLEdBQUcsSUFBSSxJQUFJLE1BQU0sV0FBVyxLQUFLLEdBQUcsQ0FBQyxJQUFJLE1BQU0sRUFBRTtBQUNyRzs7O0FEMUZBLElBQU0sZUFBZUMsTUFBSyxNQUFNLEtBQUssTUFBTTtBQUMzQyxJQUFNLFNBQVNBLE1BQUssTUFBTSxLQUFLLGFBQWE7QUFNNUMsSUFBTSxTQUFTLFFBQVEsSUFBSSxvQkFBb0IsTUFBTSxRQUFRLEtBQUssU0FBUyxPQUFPLElBQUksU0FBUztBQUV4RixJQUFNLFNBQVMsV0FBVztBQUdqQyxlQUFzQixXQUF5QztBQUM3RCxNQUFJLENBQUMsT0FBUSxRQUFPLENBQUM7QUFDckIsVUFBUSxXQUFXLFlBQVksY0FBYyxJQUFJLFNBQVUsTUFBTSxTQUFTO0FBQzVFO0FBR0EsZUFBZSxXQUFnQztBQUM3QyxRQUFNLFNBQVMsVUFBVTtBQUN6QixRQUFNLFVBQVUsYUFBYSxNQUFNO0FBQ25DLFFBQU0sVUFBMEM7QUFBQSxJQUM5QyxHQUFHLEVBQUUsYUFBYSxTQUFTLFFBQVEsQ0FBQyx5QkFBeUIsR0FBRyxTQUFTLENBQUMsRUFBRSxNQUFNLFlBQVksTUFBTSxNQUFNLElBQUksQ0FBQyxFQUFFO0FBQUEsSUFDakgsR0FBRyxFQUFFLFVBQVVBLE1BQUssY0FBYyxlQUFlLEVBQUU7QUFBQSxJQUNuRCxHQUFHLEVBQUUsbUJBQW1CLE1BQU0sUUFBUSxRQUFRLFVBQVUsU0FBUyxnQkFBZ0IsTUFBTSxZQUFZLEtBQUs7QUFBQSxJQUN4RyxHQUFHLEVBQUUsaUJBQWlCLE1BQU0sZ0JBQWdCLE1BQU0sTUFBTSxDQUFDLGNBQWMsR0FBRyxZQUFZLE1BQU07QUFBQSxJQUM1RixHQUFHLEVBQUUsUUFBUSxVQUFVLGVBQWUsU0FBUyxnQkFBZ0IsTUFBTSxpQkFBaUIsS0FBSztBQUFBLElBQzNGLEdBQUcsRUFBRSxrQkFBa0IsTUFBTSx3QkFBd0IsTUFBTSxtQkFBbUIsT0FBTyxlQUFlLE1BQU07QUFBQSxJQUMxRyxHQUFHLEVBQUUsa0JBQWtCLFNBQVMsMkJBQTJCLFNBQVMsdUJBQXVCLFFBQVE7QUFBQSxJQUNuRyxNQUFNO0FBQUEsRUFDUjtBQUNBLFFBQU0sY0FBYyxNQUFNLFlBQVkscUJBQXFCLE9BQU87QUFDbEUsUUFBTSxVQUFVLE1BQU0sWUFBWSxRQUFRO0FBQzFDLE1BQUksWUFBWSxPQUFXLE9BQU0sSUFBSSxNQUFNLHFDQUFxQztBQUNoRiw4QkFBNEIsT0FBTztBQUNuQyxTQUFPLE1BQU0sS0FBSyxFQUFFLFdBQVcsTUFBTSxPQUFPLEtBQUssQ0FBQztBQUNsRCxRQUFNLFlBQVksZ0JBQWdCLE9BQU87QUFDekMsZ0JBQWMsUUFBUSxLQUFLLFVBQVUsTUFBTSxDQUFDO0FBQzVDLFNBQU87QUFDVDtBQUdBLElBQU0sUUFBUSxDQUFDLGNBQWMsV0FBVyxhQUFhLGFBQWEsY0FBYyxjQUFjO0FBRzlGLFNBQVMsNEJBQTRCLFNBQWtDO0FBQ3JFLFFBQU0sWUFBWSxJQUFJLElBQUksUUFBUSxxQkFBcUIsZUFBZSxRQUFRLEVBQUUsSUFBSSxDQUFDLEVBQUUsS0FBSyxNQUFNLElBQUksQ0FBQztBQUN2RyxRQUFNLFVBQVUsUUFBUSxxQkFBcUIsZUFBZSxXQUFXO0FBQ3ZFLFFBQU0sT0FBTyxJQUFJO0FBQUEsSUFDZixRQUFRLE9BQU8sQ0FBQyxXQUFXO0FBQ3pCLFlBQU0sV0FBVyxxQkFBcUIsS0FBSyxPQUFPLFFBQVEsUUFBUSxFQUFFLEtBQUssVUFBVSxJQUFJLE9BQU8sSUFBSTtBQUNsRyxhQUFPLE9BQU8sa0JBQWtCLFVBQWE7QUFBQSxJQUMvQyxDQUFDO0FBQUEsRUFDSDtBQUNBLFFBQU0sU0FBUyxJQUFJLElBQUksQ0FBQyxHQUFHLElBQUksRUFBRSxJQUFJLENBQUMsRUFBRSxPQUFPLE1BQU0sTUFBK0IsQ0FBQztBQUNyRixhQUFXLFVBQVUsS0FBTSxTQUFRLGlCQUFpQixNQUFNO0FBRTFELGFBQVcsU0FBUyxRQUFRO0FBQzFCLGVBQVcsU0FBUyxNQUFNLFVBQVUsQ0FBQztBQUNuQyxZQUFNLFdBQVcsTUFBTSxTQUFTLE9BQU8sQ0FBQyxVQUFVLENBQUMsS0FBSyxJQUFJLEtBQThCLENBQUM7QUFDN0YsVUFBTSxTQUFTLE1BQU0sUUFBUSxPQUFPLENBQUMsRUFBRSxTQUFTLE1BQU0sU0FBUyxTQUFTLENBQUM7QUFBQSxFQUMzRTtBQUNGO0FBR0EsU0FBUyxnQkFBbUM7QUFDMUMsTUFBSTtBQUNGLFdBQU8sS0FBSyxNQUFNQyxjQUFhLFFBQVEsTUFBTSxDQUFDO0FBQUEsRUFDaEQsUUFBUTtBQUNOLFdBQU87QUFBQSxFQUNUO0FBQ0Y7QUFHQSxTQUFTLGFBQWEsUUFBdUM7QUFDM0QsU0FBTyxjQUFjLEVBQUUsV0FBVyxNQUFNLE9BQU8sS0FBSyxDQUFDO0FBQ3JELFFBQU0sUUFBUSxPQUFPLElBQUksQ0FBQyxFQUFFLE9BQU8sTUFBTSxNQUFNLE1BQU07QUFDbkQsVUFBTSxPQUFPRCxNQUFLLGNBQWMsR0FBRyxJQUFJLEtBQUs7QUFDNUMsY0FBVSxRQUFRLElBQUksR0FBRyxFQUFFLFdBQVcsS0FBSyxDQUFDO0FBQzVDLFVBQU0sT0FBTyxNQUFNLElBQUksQ0FBQyxTQUFTLEtBQUssSUFBSTtBQUFBLENBQUssRUFBRSxLQUFLLEVBQUU7QUFDeEQsa0JBQWMsTUFBTTtBQUFBLFVBQWdCLEtBQUs7QUFBQTtBQUFBLGFBQXVCLElBQUk7QUFBQTtBQUFBO0FBQUEsRUFBb0IsSUFBSSxXQUFXLEtBQUs7QUFBQSxDQUFNO0FBQ2xILFdBQU87QUFBQSxFQUNULENBQUM7QUFDRCxnQkFBY0EsTUFBSyxjQUFjLGVBQWUsR0FBRyxLQUFLLFVBQVUsRUFBRSxTQUFTLG9CQUFvQixNQUFNLENBQUMsQ0FBQztBQUN6RyxTQUFPO0FBQ1Q7OztBR25HQSxTQUFTLGFBQUFFLFlBQVcsZ0JBQUFDLGVBQWMsVUFBQUMsU0FBUSxpQkFBQUMsc0JBQXFCO0FBQy9ELFNBQVMsUUFBQUMsYUFBWTs7O0FDRHJCLFNBQVMsUUFBUSxhQUFBQyxZQUFXLGFBQWEsZ0JBQUFDLGVBQWMsVUFBQUMsU0FBUSxpQkFBQUMsc0JBQXFCO0FBQ3BGLFNBQVMsV0FBQUMsVUFBUyxRQUFBQyxPQUFNLE9BQU8sWUFBQUMsaUJBQWdCOzs7QUNBeEMsU0FBUyxjQUFjLE1BQWMsUUFBNkM7QUFDdkYsU0FBTyxRQUFRLElBQUksRUFDaEIsSUFBSSxDQUFDLEVBQUUsT0FBTyxPQUFPLE1BQU8sU0FBUyxNQUFNLEtBQUssSUFBSSxJQUFJLE9BQU8sTUFBTSxLQUFLLElBQUksQ0FBQyxDQUFFLEVBQ2pGLEtBQUssSUFBSTtBQUNkO0FBR08sU0FBUyxjQUFjLE1BQXNCO0FBQ2xELFNBQU8sUUFBUSxJQUFJLEVBQ2hCLFFBQVEsQ0FBQyxFQUFFLE9BQU8sT0FBTyxNQUFPLFNBQVMsQ0FBQyxJQUFJLEtBQU0sRUFDcEQsS0FBSyxJQUFJO0FBQ2Q7QUFRQSxTQUFTLFFBQVEsTUFBc0I7QUFDckMsUUFBTSxRQUFnQixDQUFDO0FBQ3ZCLE1BQUksUUFBdUI7QUFDM0IsUUFBTSxNQUFNLENBQUMsTUFBYyxRQUFpQixVQUF5QjtBQUNuRSxVQUFNLE9BQU8sTUFBTSxHQUFHLEVBQUU7QUFDeEIsUUFBSSxTQUFTLFVBQWEsU0FBUyxLQUFLLFdBQVcsT0FBUSxPQUFNLEtBQUssRUFBRSxPQUFPLENBQUMsSUFBSSxHQUFHLE9BQU8sQ0FBQztBQUFBLFFBQzFGLE1BQUssTUFBTSxLQUFLLElBQUk7QUFBQSxFQUMzQjtBQUNBLGFBQVcsUUFBUSxLQUFLLE1BQU0sSUFBSSxHQUFHO0FBQ25DLFVBQU0sT0FBTyxjQUFjLEtBQUssSUFBSSxJQUFJLENBQUM7QUFDekMsVUFBTSxRQUFRLFVBQVUsUUFBUSxTQUFTO0FBQ3pDLFFBQUksTUFBTSxVQUFVLFFBQVEsT0FBTyxLQUFLO0FBQ3hDLFFBQUksTUFBTyxTQUFRO0FBQUEsYUFDVixVQUFVLFFBQVEsU0FBUyxVQUFhLEtBQUssVUFBVSxNQUFNLFVBQVUsS0FBSyxLQUFLLE1BQU0sS0FBTSxTQUFRO0FBQUEsRUFDaEg7QUFDQSxTQUFPO0FBQ1Q7OztBRC9CTyxTQUFTLGNBQWMsTUFBYyxJQUFZLFlBQWlDO0FBQ3ZGLEVBQUFDLFFBQU8sSUFBSSxFQUFFLFdBQVcsTUFBTSxPQUFPLEtBQUssQ0FBQztBQUMzQyxhQUFXLFFBQVEsWUFBWSxNQUFNLEVBQUUsV0FBVyxNQUFNLFVBQVUsT0FBTyxDQUFDLEdBQUc7QUFDM0UsUUFBSSxlQUFlLEtBQUssSUFBSSxFQUFHLFFBQU9DLE1BQUssTUFBTSxJQUFJLEdBQUdBLE1BQUssSUFBSSxJQUFJLENBQUM7QUFDdEUsUUFBSSxDQUFDLEtBQUssU0FBUyxLQUFLLEVBQUc7QUFDM0IsVUFBTSxTQUFTQSxNQUFLLElBQUksS0FBSyxRQUFRLGVBQWUsVUFBVSxDQUFDO0FBQy9ELElBQUFDLFdBQVVDLFNBQVEsTUFBTSxHQUFHLEVBQUUsV0FBVyxLQUFLLENBQUM7QUFDOUMsSUFBQUMsZUFBYyxRQUFRLE9BQU9DLGNBQWFKLE1BQUssTUFBTSxJQUFJLEdBQUcsTUFBTSxHQUFHSyxVQUFTLEtBQUssSUFBSSxHQUFHLFVBQVUsQ0FBQztBQUFBLEVBQ3ZHO0FBQ0Y7QUFPTyxTQUFTLE9BQU8sTUFBYyxNQUFjLFlBQW1DO0FBQ3BGLFNBQU8sY0FBYyxlQUFlLElBQUksR0FBRyxDQUFDLFlBQVksY0FBYyxRQUFRLFNBQVMsTUFBTSxVQUFVLENBQUMsQ0FBQztBQUMzRztBQUdBLFNBQVMsUUFBUSxNQUFjLE1BQWMsWUFBbUM7QUFDOUUsU0FBTyxLQUFLO0FBQUEsSUFDVjtBQUFBLElBQ0EsQ0FBQyxPQUFPLE9BQWUsT0FBZSxXQUFtQjtBQUN2RCxVQUFJLFVBQVUsTUFBTSxlQUFlLEtBQUssTUFBTSxFQUFHLFFBQU87QUFDeEQsWUFBTSxDQUFDLE1BQU0sUUFBUSxJQUFJLE9BQU8sTUFBTSxHQUFHO0FBQ3pDLFlBQU0sZUFBZSxNQUFNLEtBQUssUUFBUSxNQUFNLFFBQVEsS0FBSyxXQUFXLE1BQU0sR0FBRyxDQUFDLEdBQUcsSUFBSTtBQUN2RixZQUFNLE1BQU0sYUFBYSxTQUFZLEtBQUssSUFBSSxRQUFRO0FBQ3RELFVBQUksb0JBQW9CLEtBQUssR0FBRyxZQUFZLEVBQUU7QUFDNUMsZUFBTyxJQUFJLEtBQUssS0FBSyxLQUFLLFFBQVEsZUFBZSxVQUFVLENBQUMsR0FBRyxHQUFHO0FBQ3BFLFVBQUksaUJBQWlCLGlCQUFrQixRQUFPLElBQUksS0FBSyxLQUFLLE1BQU0sS0FBSyxNQUFNLFVBQVUsQ0FBQyxHQUFHLEdBQUc7QUFDOUYsYUFBTyxlQUFlLE9BQU8sUUFBUSxJQUFJLEtBQUssS0FBSyxVQUFVLElBQUksWUFBWSxHQUFHLEdBQUc7QUFBQSxJQUNyRjtBQUFBLEVBQ0Y7QUFDRjtBQUdBLFNBQVMsY0FBYyxNQUFzQjtBQUMzQyxTQUFPLEtBQUssUUFBUSxTQUFTLGtCQUFrQjtBQUNqRDtBQUdPLFNBQVMsZUFBZSxNQUFzQjtBQUNuRCxTQUFPLEtBQUs7QUFBQSxJQUNWO0FBQUEsSUFDQTtBQUFBLEVBQ0Y7QUFDRjtBQUdPLFNBQVMsT0FBTyxNQUFjLFNBQXlCO0FBQzVELFFBQU0sVUFBVSxLQUFLLE1BQU0sT0FBTyxFQUFFLEtBQUssQ0FBQyxRQUFRLElBQUksV0FBVyxHQUFHLE9BQU87QUFBQSxDQUFJLENBQUM7QUFDaEYsUUFBTSxPQUFPLFlBQVksU0FBWSxPQUFPLDJCQUEyQixLQUFLLE9BQU87QUFDbkYsTUFBSSxDQUFDLEtBQU0sT0FBTSxJQUFJLE1BQU0sdUNBQXVDLE9BQU8sR0FBRztBQUM1RSxTQUFPLEtBQUssQ0FBQztBQUNmOzs7QUR4RE8sU0FBUyxlQUFxQjtBQUNuQyxnQkFBYyxNQUFNLFdBQVcsTUFBTSxRQUFRLGtCQUFrQixDQUFDO0FBQ2hFLFFBQU0sUUFBUUMsTUFBSyxNQUFNLFFBQVEsT0FBTztBQUN4QyxFQUFBQyxXQUFVLE9BQU8sRUFBRSxXQUFXLEtBQUssQ0FBQztBQUNwQyxRQUFNLFFBQVEsQ0FBQyxNQUFjQyxVQUF1QkMsZUFBY0gsTUFBSyxPQUFPLEdBQUcsSUFBSSxLQUFLLEdBQUcsR0FBR0UsS0FBSTtBQUFBLENBQUk7QUFFeEcsUUFBTSxPQUFPRSxjQUFhSixNQUFLLE1BQU0sV0FBVyxpQkFBaUIsR0FBRyxNQUFNO0FBQzFFLGFBQVcsV0FBVyxrQkFBa0IsSUFBSSxFQUFHLE9BQU0sT0FBTyxPQUFPLEdBQUcsZUFBZSxPQUFPLE1BQU0sT0FBTyxDQUFDLENBQUM7QUFFM0csUUFBTSxPQUFPSSxjQUFhSixNQUFLLE1BQU0sUUFBUSxpQkFBaUIsR0FBRyxNQUFNO0FBQ3ZFLFFBQU0sZ0JBQWdCLEtBQUssUUFBUSxXQUFXLEVBQUUsRUFBRSxRQUFRLHFCQUFxQixZQUFZLENBQUM7QUFDNUYsRUFBQUssUUFBT0wsTUFBSyxNQUFNLFFBQVEsaUJBQWlCLENBQUM7QUFFNUMsUUFBTSxTQUFTSSxjQUFhSixNQUFLLE1BQU0sWUFBWSxXQUFXLEdBQUcsTUFBTTtBQUN2RSxRQUFNLGNBQWMsbUJBQW1CLEtBQUssT0FBTyxRQUFRLFNBQVMsQ0FBQyxFQUFHLENBQUMsQ0FBQztBQUM1RTtBQUVBLFNBQVMsa0JBQWtCLE1BQXdCO0FBQ2pELFNBQU8sS0FDSixNQUFNLE9BQU8sRUFDYixNQUFNLENBQUMsRUFDUCxPQUFPLENBQUMsWUFBWSxRQUFRLFNBQVMsU0FBUyxDQUFDLEVBQy9DLElBQUksQ0FBQyxZQUFZLFFBQVEsTUFBTSxJQUFJLEVBQUUsQ0FBQyxDQUFFO0FBQzdDO0FBR08sSUFBTSxTQUFTLENBQUMsWUFDckIsUUFDRyxZQUFZLEVBQ1osUUFBUSxZQUFZLEdBQUcsRUFDdkIsUUFBUSxVQUFVLEVBQUU7OztBR25DbEIsSUFBTSxjQUFjO0FBQUEsRUFDekI7QUFBQSxFQUNBO0FBQUEsRUFDQTtBQUFBLEVBQ0E7QUFBQSxFQUNBO0FBQUEsRUFDQTtBQUFBLEVBQ0E7QUFBQSxFQUNBO0FBQUEsRUFDQTtBQUFBLEVBQ0E7QUFBQSxFQUNBO0FBQUEsRUFDQTtBQUFBLEVBQ0E7QUFBQSxFQUNBO0FBQUEsRUFDQTtBQUFBLEVBQ0E7QUFDRjtBQVdPLFNBQVMsT0FBTyxNQUF5QjtBQUM5QyxRQUFNLFVBQVUsQ0FBQyxHQUFHLEtBQUssU0FBUyxzQ0FBc0MsQ0FBQyxFQUFFLElBQUksQ0FBQyxDQUFDLEVBQUUsSUFBSSxNQUFNLElBQUs7QUFDbEcsTUFBSSxRQUFRLFdBQVcsS0FBSyxRQUFRLEtBQUssQ0FBQyxTQUFTLEtBQUssV0FBVyxHQUFHLENBQUMsRUFBRyxRQUFPO0FBQ2pGLE1BQUksUUFBUSxNQUFNLENBQUMsU0FBVSxZQUFrQyxTQUFTLElBQUksQ0FBQyxFQUFHLFFBQU87QUFDdkYsU0FBTyxRQUFRLE1BQU0sUUFBUSxJQUFJLFNBQVM7QUFDNUM7QUFHQSxTQUFTLFNBQVMsTUFBdUI7QUFDdkMsU0FBTyxLQUFLLFdBQVcsT0FBTyxLQUFLLFNBQVMsZUFBZSxvQ0FBb0MsS0FBSyxJQUFJO0FBQzFHOzs7QUNyQ0EsU0FBa0MsYUFBYTtBQUMvQyxTQUFTLGlCQUFpQjtBQVVuQixTQUFTLFFBQVEsUUFBeUI7QUFDL0MsUUFBTSxFQUFFLEtBQUssSUFBSSxVQUFVLFFBQVE7QUFBQSxJQUNqQyxZQUFZLENBQUMsY0FBYyxTQUFTO0FBQUEsSUFDcEMscUJBQXFCO0FBQUEsSUFDckIsdUJBQXVCO0FBQUEsSUFDdkIsWUFBWTtBQUFBLEVBQ2QsQ0FBQztBQUNELFFBQU0sV0FBc0IsQ0FBQztBQUM3QixRQUFNLE9BQU8sTUFBTSxNQUFNO0FBQUEsSUFDdkIsYUFBYTtBQUFBLElBQ2IsMkJBQTJCO0FBQUEsSUFDM0IsV0FBVztBQUFBLElBQ1gsV0FBVztBQUFBLEVBQ2IsQ0FBQztBQUNELFFBQU0sUUFBUSxJQUFJO0FBQUEsSUFDaEIsU0FBUyxRQUFRLENBQUMsRUFBRSxPQUFPLElBQUksTUFBTyxnQkFBZ0IsS0FBSyxLQUFLLElBQUksQ0FBQyxDQUFDLElBQUssTUFBTSxNQUFNLEtBQUssQ0FBVSxJQUFJLENBQUMsQ0FBRTtBQUFBLEVBQy9HO0FBQ0EsUUFBTSxRQUF3RCxDQUFDO0FBQy9ELGFBQVcsYUFBYSxxQkFBcUIsSUFBSSxHQUFHO0FBQ2xELFVBQU0sT0FBTyxVQUFVLElBQUssSUFBSTtBQUNoQyxVQUFNLE9BQU8sQ0FBQyxNQUFNLE9BQU8sQ0FBQyxFQUFFLEtBQUssQ0FBQyxRQUFRLE1BQU0sSUFBSSxHQUFHLE1BQU0sUUFBUSxRQUFRLFFBQVEsTUFBTSxHQUFHLEVBQUU7QUFDbEcsVUFBTSxFQUFFLE9BQU8sSUFBSSxJQUFJLFVBQVU7QUFDakMsVUFBTSxhQUFhLEtBQUssTUFBTSxPQUFPLEdBQUc7QUFDeEMsUUFBSSxTQUFTLFVBQWEsV0FBVyxXQUFXLGNBQWMsRUFBRztBQUNqRSxVQUFNLFNBQVMsTUFBTSxJQUFJLElBQUksRUFBRyxXQUFXLFVBQVU7QUFDckQsVUFBTSxPQUFPLElBQUk7QUFDakIsVUFBTSxLQUFLLEVBQUUsT0FBTyxLQUFLLE1BQU0sTUFBTSxZQUFZLFdBQVcsTUFBTSxFQUFFLENBQUM7QUFBQSxFQUN2RTtBQUNBLE1BQUksWUFBWTtBQUNoQixhQUFXLEVBQUUsT0FBTyxLQUFLLEtBQUssS0FBSyxNQUFNLEtBQUssQ0FBQyxHQUFHLE1BQU0sRUFBRSxRQUFRLEVBQUUsS0FBSztBQUN2RSxnQkFBWSxVQUFVLE1BQU0sR0FBRyxLQUFLLElBQUksT0FBTyxVQUFVLE1BQU0sR0FBRztBQUNwRSxTQUFPO0FBQUEsSUFDTCxNQUFNO0FBQUEsSUFDTixTQUFTLENBQUMsR0FBRyxJQUFJLElBQUksQ0FBQyxHQUFHLEtBQUssU0FBUyx5QkFBeUIsQ0FBQyxFQUFFLElBQUksQ0FBQyxDQUFDLEVBQUUsSUFBSSxNQUFNLElBQUssQ0FBQyxDQUFDO0FBQUEsRUFDOUY7QUFDRjtBQVFBLFNBQVMsTUFBTSxZQUFvQixFQUFFLEtBQUssWUFBWSxLQUFLLEdBQXdCLFFBQXlCO0FBQzFHLFFBQU0sU0FBUyxTQUFTLE1BQU0saUJBQWlCO0FBQy9DLFNBQU8sR0FBRyxTQUFTLFdBQVcsRUFBRSxRQUFRLElBQUssTUFBTSxJQUFJLEtBQUssU0FBUyxXQUFXLEVBQUUsVUFBVSxVQUFVLE1BQU0sTUFBTTtBQUNwSDtBQUVBLFNBQVMsUUFBUSxNQUFjLE1BQXVCO0FBQ3BELFNBQU8sV0FBVyxLQUFLLEtBQUssTUFBTSxJQUFJLEVBQUUsT0FBTyxDQUFDLEtBQUssRUFBRTtBQUN6RDtBQUdBLFVBQVUscUJBQXFCLE1BQTRDO0FBQ3pFLE1BQUksS0FBSyxTQUFTLHNCQUF1QixPQUFNO0FBQy9DLGFBQVcsU0FBUyxXQUFXLElBQUksRUFBRyxRQUFPLHFCQUFxQixLQUFLO0FBQ3pFO0FBRUEsU0FBUyxTQUFTLE1BQVksTUFBdUI7QUFDbkQsTUFBSSxLQUFLLFNBQVMsS0FBTSxRQUFPO0FBQy9CLE1BQUksV0FBVyxLQUFLLEtBQUssSUFBSSxFQUFHLFFBQU87QUFDdkMsU0FBTyxXQUFXLElBQUksRUFBRSxLQUFLLENBQUMsVUFBVSxTQUFTLE9BQU8sSUFBSSxDQUFDO0FBQy9EO0FBRUEsU0FBUyxXQUFXLE1BQW9CO0FBQ3RDLFNBQU8sT0FBTyxPQUFPLElBQUksRUFBRSxLQUFLLEVBQUUsT0FBTyxNQUFNO0FBQ2pEO0FBRUEsU0FBUyxPQUFPLE9BQStCO0FBQzdDLFNBQ0UsT0FBTyxVQUFVLFlBQVksVUFBVSxRQUFRLFVBQVUsU0FBUyxXQUFXLFNBQVMsT0FBTyxNQUFNLFNBQVM7QUFFaEg7OztBQy9FTyxTQUFTLGVBQWUsVUFBa0M7QUFDL0QsUUFBTSxRQUFRLFNBQVMsU0FBUyxNQUFNO0FBQ3RDLFdBQVMsU0FBUyxNQUFNLFFBQVEsQ0FBQyxRQUFRLElBQUksU0FBUyxLQUFLLFNBQVM7QUFDbEUsVUFBTSxPQUFPLE1BQU0sUUFBUSxJQUFJLFNBQVMsS0FBSyxJQUFJO0FBQ2pELFVBQU0sRUFBRSxNQUFNLFFBQVEsSUFBSSxPQUFPLEVBQUU7QUFDbkMsUUFBSSxDQUFDLG9CQUFvQixLQUFLLEtBQUssS0FBSyxDQUFDLEVBQUcsUUFBTztBQUNuRCxVQUFNLE9BQU8sT0FBTyxPQUFPO0FBQzNCLFFBQUksU0FBUyxXQUFZLFFBQU87QUFDaEMsUUFBSSxTQUFTLE9BQVEsUUFBTyxjQUFjLElBQUk7QUFBQTtBQUM5QyxVQUFNLFVBQVUsU0FBUyxNQUFNLFdBQVcsS0FBSyxVQUFVLFFBQVEsT0FBTyxDQUFDLENBQUM7QUFDMUUsV0FBTyxzQkFBc0IsT0FBTyxLQUFLLElBQUk7QUFBQTtBQUFBLEVBQy9DO0FBQ0Y7OztBQ2pCTyxJQUFNLFlBQThDO0FBQUEsRUFDekQsOEJBQThCO0FBQUEsRUFDOUIsZ0NBQWdDO0FBQ2xDOzs7QUNIQSxTQUFTLFlBQVksZUFBQU0sY0FBYSxnQkFBQUMsZUFBYyxnQkFBZ0I7QUFDaEUsU0FBUyxRQUFBQyxPQUFNLFNBQUFDLFFBQU8sT0FBQUMsWUFBVztBQVMxQixTQUFTLFlBQVksUUFBZ0JDLE9BQWMsWUFBK0IsQ0FBQyxHQUFhO0FBQ3JHLFFBQU0sUUFBUUMsYUFBWSxRQUFRLEVBQUUsV0FBVyxNQUFNLFVBQVUsT0FBTyxDQUFDLEVBQUUsSUFBSSxDQUFDLFNBQVMsS0FBSyxNQUFNQyxJQUFHLEVBQUUsS0FBSyxHQUFHLENBQUM7QUFDaEgsUUFBTSxRQUFRLElBQUk7QUFBQSxJQUNoQixNQUFNLE9BQU8sQ0FBQyxTQUFTLEtBQUssU0FBUyxPQUFPLENBQUMsRUFBRSxJQUFJLENBQUMsU0FBUyxDQUFDLE1BQU1DLGNBQWFDLE1BQUssUUFBUSxJQUFJLEdBQUcsTUFBTSxDQUFDLENBQUM7QUFBQSxFQUMvRztBQUNBLFFBQU0sTUFBTSxvQkFBSSxJQUF5QjtBQUN6QyxRQUFNLFFBQVEsQ0FBQyxTQUE4QjtBQUMzQyxVQUFNLFFBQ0osSUFBSSxJQUFJLElBQUksS0FBSyxJQUFJLElBQUksQ0FBQyxHQUFHLE1BQU0sSUFBSSxJQUFJLEVBQUcsU0FBUyxpQkFBaUIsQ0FBQyxFQUFFLElBQUksQ0FBQyxDQUFDLEVBQUUsRUFBRSxNQUFNLFFBQVEsRUFBRyxDQUFDLENBQUM7QUFDMUcsUUFBSSxJQUFJLE1BQU0sS0FBSztBQUNuQixXQUFPO0FBQUEsRUFDVDtBQUNBLFNBQU8sQ0FBQyxHQUFHLEtBQUssRUFBRTtBQUFBLElBQVEsQ0FBQyxDQUFDLE1BQU0sSUFBSSxNQUNwQyxDQUFDLEdBQUcsSUFBSSxJQUFJLENBQUMsR0FBRyxLQUFLLFNBQVMseURBQXlELENBQUMsRUFBRSxJQUFJLENBQUMsQ0FBQyxFQUFFLEVBQUUsTUFBTSxFQUFHLENBQUMsQ0FBQyxFQUM1RyxPQUFPLENBQUMsT0FBTyxDQUFDLGtCQUFrQixLQUFLLEVBQUUsQ0FBQyxFQUMxQyxRQUFRLENBQUMsT0FBTztBQUNmLFlBQU0sQ0FBQyxNQUFNLFFBQVEsSUFBSSxRQUFRLEVBQUUsRUFBRSxNQUFNLEdBQUc7QUFDOUMsWUFBTSxTQUNKLFNBQVMsS0FBSyxPQUFPLEtBQUssV0FBVyxHQUFHLElBQUksWUFBWSxNQUFNSixLQUFJLElBQUlLLE9BQU0sS0FBS0EsT0FBTSxRQUFRLElBQUksR0FBRyxJQUFJO0FBQzVHLFVBQUksV0FBVyxLQUFNLFFBQU8sQ0FBQyxHQUFHLElBQUksS0FBSyxFQUFFLGtCQUFrQkwsS0FBSSxFQUFFO0FBQ25FLFVBQUksVUFBVSxLQUFLLENBQUMsVUFBVSxPQUFPLFdBQVcsS0FBSyxDQUFDLEVBQUcsUUFBTyxDQUFDO0FBQ2pFLFlBQU0sT0FBT00sUUFBTyxRQUFRLE1BQU07QUFDbEMsVUFBSSxTQUFTLEtBQU0sUUFBTyxDQUFDLEdBQUcsSUFBSSxLQUFLLEVBQUUsZUFBZTtBQUN4RCxVQUFJLGFBQWEsVUFBYSxhQUFhLE1BQU0sQ0FBQyxNQUFNLElBQUksSUFBSSxLQUFLLE1BQU0sSUFBSSxFQUFFLElBQUksUUFBUSxFQUFHLFFBQU8sQ0FBQztBQUN4RyxhQUFPLENBQUMsR0FBRyxJQUFJLEtBQUssRUFBRSxLQUFLLElBQUksb0JBQW9CLFFBQVEsR0FBRztBQUFBLElBQ2hFLENBQUM7QUFBQSxFQUNMO0FBQ0Y7QUFFQSxJQUFNLGNBQWMsQ0FBQyxNQUFjTixVQUNqQyxLQUFLLFdBQVdBLEtBQUksSUFBSSxLQUFLLE1BQU1BLE1BQUssTUFBTSxJQUFJLEdBQUcsSUFBSSxRQUFRQSxRQUFPLEtBQUs7QUFHL0UsU0FBU00sUUFBTyxRQUFnQixNQUE2QjtBQUMzRCxRQUFNLFNBQVMsQ0FBQyxTQUEwQixXQUFXRixNQUFLLFFBQVEsSUFBSSxDQUFDLEtBQUssU0FBU0EsTUFBSyxRQUFRLElBQUksQ0FBQyxFQUFFLE9BQU87QUFDaEgsU0FBTyxDQUFDLE1BQU1DLE9BQU0sS0FBSyxNQUFNLFlBQVksR0FBRyxHQUFHLElBQUksT0FBTyxFQUFFLEtBQUssQ0FBQyxTQUFTLFNBQVMsTUFBTSxPQUFPLElBQUksQ0FBQyxLQUFLO0FBQy9HO0FBRUEsSUFBTSxVQUFVLENBQUMsU0FBeUI7QUFDeEMsUUFBTSxRQUFRLEtBQUssV0FBVyxTQUFTLEdBQUcsRUFBRSxXQUFXLFNBQVMsR0FBRyxFQUFFLFdBQVcsVUFBVSxHQUFHO0FBQzdGLE1BQUk7QUFDRixXQUFPLG1CQUFtQixLQUFLO0FBQUEsRUFDakMsUUFBUTtBQUNOLFdBQU87QUFBQSxFQUNUO0FBQ0Y7OztBQ3ZEQSxTQUFTLGNBQUFFLG1CQUFrQjtBQUMzQixTQUFTLFFBQUFDLGFBQVk7QUFRckIsSUFBTSxhQUFhQyxZQUFXQyxNQUFLLE1BQU0sWUFBWSw4QkFBOEIsQ0FBQztBQUNwRixJQUFNLGVBQWUsQ0FBQyxTQUNwQixhQUFhLENBQUMsRUFBRSxNQUFNLE1BQU0sMEJBQTBCLFFBQVEsUUFBUSxDQUFDLElBQUksQ0FBQztBQUU5RSxJQUFNLFFBQWlCO0FBQUEsRUFDckI7QUFBQSxJQUNFLE1BQU07QUFBQSxJQUNOLE9BQU87QUFBQSxNQUNMLEVBQUUsTUFBTSxTQUFTLE1BQU0sU0FBUztBQUFBLE1BQ2hDLEVBQUUsTUFBTSxzQkFBc0IsTUFBTSxXQUFXO0FBQUEsTUFDL0MsRUFBRSxNQUFNLGdCQUFnQixNQUFNLGdCQUFnQjtBQUFBLElBQ2hEO0FBQUEsRUFDRjtBQUFBLEVBQ0E7QUFBQSxJQUNFLE1BQU07QUFBQSxJQUNOLE9BQU87QUFBQSxNQUNMLEVBQUUsTUFBTSx3QkFBd0IsTUFBTSxXQUFXO0FBQUEsTUFDakQsRUFBRSxNQUFNLHFCQUFxQixNQUFNLFVBQVU7QUFBQSxNQUM3QyxFQUFFLE1BQU0sNkJBQTZCLE1BQU0sV0FBVztBQUFBLE1BQ3RELEVBQUUsTUFBTSx3QkFBd0IsTUFBTSxXQUFXO0FBQUEsTUFDakQsRUFBRSxNQUFNLFFBQVEsTUFBTSxRQUFRO0FBQUEsTUFDOUIsRUFBRSxNQUFNLGVBQWUsTUFBTSxXQUFXO0FBQUEsTUFDeEMsRUFBRSxNQUFNLGNBQWMsTUFBTSxlQUFlO0FBQUEsTUFDM0MsRUFBRSxNQUFNLFdBQVcsTUFBTSxnQkFBZ0I7QUFBQSxNQUN6QyxFQUFFLE1BQU0sVUFBVSxNQUFNLFVBQVU7QUFBQSxNQUNsQyxFQUFFLE1BQU0sZUFBZSxNQUFNLGtCQUFrQjtBQUFBLElBQ2pEO0FBQUEsRUFDRjtBQUFBLEVBQ0E7QUFBQSxJQUNFLE1BQU07QUFBQSxJQUNOLFdBQVc7QUFBQSxJQUNYLE9BQU87QUFBQSxNQUNMLEVBQUUsTUFBTSxvQkFBb0IsTUFBTSxlQUFlO0FBQUEsTUFDakQsRUFBRSxNQUFNLFVBQVUsTUFBTSxhQUFhO0FBQUEsTUFDckMsRUFBRSxNQUFNLHVCQUF1QixNQUFNLGNBQWM7QUFBQSxNQUNuRCxFQUFFLE1BQU0sYUFBYSxNQUFNLG1CQUFtQjtBQUFBLE1BQzlDLEVBQUUsTUFBTSxhQUFhLE1BQU0sYUFBYTtBQUFBLE1BQ3hDLEVBQUUsTUFBTSx1QkFBdUIsTUFBTSxXQUFXO0FBQUEsSUFDbEQ7QUFBQSxFQUNGO0FBQ0Y7QUFHQSxJQUFNLFlBQVksQ0FBQyxXQUF5QztBQUFBLEVBQzFEO0FBQUEsSUFDRSxNQUFNO0FBQUEsSUFDTixPQUFPO0FBQUEsTUFDTCxFQUFFLE1BQU0sa0JBQWtCLE1BQU0sZ0JBQWdCO0FBQUEsTUFDaEQsRUFBRSxNQUFNLGlCQUFpQixNQUFNLHNCQUFzQjtBQUFBLE1BQ3JELEVBQUUsTUFBTSxZQUFZLE1BQU0sWUFBWTtBQUFBLElBQ3hDO0FBQUEsRUFDRjtBQUFBLEVBQ0EsR0FBRyxDQUFDLEdBQUcsSUFBSSxJQUFJLE9BQU8sSUFBSSxDQUFDLEVBQUUsTUFBTSxNQUFNQyxXQUFVLEtBQUssQ0FBQyxDQUFDLENBQUMsRUFBRSxJQUFJLENBQUMsVUFBVTtBQUFBLElBQzFFLE1BQU07QUFBQSxJQUNOLFdBQVc7QUFBQSxJQUNYLE9BQU8sT0FDSixPQUFPLENBQUMsRUFBRSxNQUFNLE1BQU1BLFdBQVUsS0FBSyxNQUFNLElBQUksRUFDL0MsSUFBSSxDQUFDLEVBQUUsT0FBTyxLQUFLLE9BQU8sRUFBRSxNQUFNLE9BQU8sTUFBTSxRQUFRLElBQUksR0FBRyxFQUFFO0FBQUEsRUFDckUsRUFBRTtBQUNKO0FBR0EsSUFBTUEsYUFBWSxDQUFDLFVBQ2pCLE1BQ0csTUFBTSxHQUFHLEVBQ1QsTUFBTSxHQUFHLE1BQU0sV0FBVyxHQUFHLElBQUksSUFBSSxDQUFDLEVBQ3RDLEtBQUssR0FBRztBQUVOLElBQU0sVUFBVSxDQUFDLFlBQXNEO0FBQUEsRUFDNUUsS0FBSztBQUFBLElBQ0gsRUFBRSxNQUFNLFNBQVMsTUFBTSxTQUFTO0FBQUEsSUFDaEMsRUFBRSxNQUFNLFdBQVcsTUFBTSxXQUFXO0FBQUEsSUFDcEMsRUFBRSxNQUFNLFVBQVUsTUFBTSxXQUFXO0FBQUEsSUFDbkMsRUFBRSxNQUFNLE9BQU8sTUFBTSxRQUFRO0FBQUEsSUFDN0IsR0FBRyxhQUFhLFlBQVk7QUFBQSxFQUM5QjtBQUFBLEVBQ0EsU0FBUztBQUFBLElBQ1AsU0FBUyxVQUFVLE1BQU07QUFBQSxJQUN6Qix1QkFBdUIsVUFBVSxNQUFNO0FBQUEsSUFDdkMsYUFBYSxVQUFVLE1BQU07QUFBQSxJQUM3QixLQUFLO0FBQUEsRUFDUDtBQUNGO0FBRUEsSUFBTSxjQUF1QjtBQUFBLEVBQzNCO0FBQUEsSUFDRSxNQUFNO0FBQUEsSUFDTixPQUFPO0FBQUEsTUFDTCxFQUFFLE1BQU0sNEJBQVEsTUFBTSxZQUFZO0FBQUEsTUFDbEMsRUFBRSxNQUFNLHNEQUFjLE1BQU0sY0FBYztBQUFBLE1BQzFDLEVBQUUsTUFBTSwwQ0FBaUIsTUFBTSxtQkFBbUI7QUFBQSxJQUNwRDtBQUFBLEVBQ0Y7QUFBQSxFQUNBO0FBQUEsSUFDRSxNQUFNO0FBQUEsSUFDTixPQUFPO0FBQUEsTUFDTCxFQUFFLE1BQU0sZ0RBQWEsTUFBTSxXQUFXO0FBQUEsTUFDdEMsRUFBRSxNQUFNLCtDQUFZLE1BQU0sVUFBVTtBQUFBLE1BQ3BDLEVBQUUsTUFBTSxXQUFXLE1BQU0sV0FBVztBQUFBLE1BQ3BDLEVBQUUsTUFBTSxxREFBYSxNQUFNLFdBQVc7QUFBQSxNQUN0QyxFQUFFLE1BQU0sT0FBTyxNQUFNLFFBQVE7QUFBQSxJQUMvQjtBQUFBLEVBQ0Y7QUFDRjtBQUVPLElBQU0sU0FBb0Q7QUFBQSxFQUMvRCxhQUFhO0FBQUEsRUFDYixhQUFhO0FBQUEsSUFDWCxLQUFLO0FBQUEsTUFDSCxFQUFFLE1BQU0sNEJBQVEsTUFBTSxZQUFZO0FBQUEsTUFDbEMsRUFBRSxNQUFNLDRCQUFRLE1BQU0sY0FBYztBQUFBLE1BQ3BDLEVBQUUsTUFBTSx1QkFBYSxNQUFNLG1CQUFtQjtBQUFBLE1BQzlDLEVBQUUsTUFBTSxPQUFPLE1BQU0sUUFBUTtBQUFBLE1BQzdCLEdBQUcsYUFBYSxvQkFBSztBQUFBLElBQ3ZCO0FBQUEsSUFDQSxTQUFTO0FBQUEsSUFDVCxTQUFTLEVBQUUsT0FBTyxDQUFDLEdBQUcsQ0FBQyxHQUFHLE9BQU8sd0NBQVU7QUFBQSxJQUMzQyxXQUFXLEVBQUUsTUFBTSxnQkFBTSxNQUFNLGVBQUs7QUFBQSxJQUNwQyxxQkFBcUI7QUFBQSxJQUNyQixzQkFBc0I7QUFBQSxJQUN0QixxQkFBcUI7QUFBQSxJQUNyQixrQkFBa0I7QUFBQSxJQUNsQixrQkFBa0I7QUFBQSxJQUNsQixlQUFlO0FBQUEsSUFDZixvQkFBb0I7QUFBQSxJQUNwQixVQUFVO0FBQUEsTUFDUixPQUFPO0FBQUEsTUFDUCxPQUFPO0FBQUEsTUFDUCxXQUFXO0FBQUEsTUFDWCxVQUFVO0FBQUEsSUFDWjtBQUFBLEVBQ0Y7QUFDRjs7O0FDeklBLElBQU0sWUFBWSxDQUFDLFFBQVEsS0FBSyxTQUFTLE9BQU87QUFHekMsU0FBUyxhQUFhLE1BQWMsS0FBa0IsVUFBb0M7QUFDL0YsTUFBSSxhQUFhLGdCQUFnQixLQUFLLElBQUksWUFBWSxFQUFHLFFBQU87QUFDaEUsU0FBTyxTQUFTLE9BQU8sY0FBYyxJQUFJLEdBQUcsR0FBRztBQUNqRDs7O0FiQUEsSUFBTSxPQUFPLFFBQVEsSUFBSSxxQkFBcUIsS0FBSztBQUVuRCxJQUFPLGlCQUFRLFlBQVk7QUFDekIsZUFBYTtBQUNiLFFBQU0sU0FBUyxNQUFNLFNBQVM7QUFDOUIsU0FBTyxhQUFhO0FBQUEsSUFDbEI7QUFBQSxJQUNBLFFBQVE7QUFBQSxJQUNSLFlBQVksQ0FBQyxZQUFZLGlCQUFpQixHQUFJLFNBQVMsQ0FBQyxJQUFJLENBQUMsUUFBUSxDQUFFO0FBQUEsSUFDdkUsaUJBQWlCLFNBQVMsUUFBUSxDQUFDLFNBQVM7QUFBQSxJQUM1QyxRQUFRO0FBQUEsSUFDUixVQUFVO0FBQUEsSUFDVixPQUFPO0FBQUEsSUFDUCxhQUFhO0FBQUEsSUFDYixNQUFNO0FBQUEsSUFDTixhQUFhO0FBQUEsSUFDYixNQUFNLENBQUMsQ0FBQyxRQUFRLEVBQUUsS0FBSyxRQUFRLE1BQU0saUJBQWlCLE1BQU0sR0FBRyxJQUFJLFdBQVcsQ0FBQyxDQUFDO0FBQUEsSUFDaEYsVUFBVTtBQUFBLE1BQ1IsUUFBUTtBQUFBLE1BQ1IsT0FBTyxFQUFFLE9BQU8sOEJBQThCLE1BQU0sNEJBQTRCO0FBQUEsSUFDbEY7QUFBQSxJQUNBLFNBQVM7QUFBQSxNQUNQLE1BQU0sRUFBRSxPQUFPLFdBQVcsTUFBTSxNQUFNLGFBQWEsUUFBUSxNQUFNLEVBQUU7QUFBQSxNQUNuRSxJQUFJLEVBQUUsT0FBTyxzQkFBTyxNQUFNLE1BQU0sR0FBRyxPQUFPO0FBQUEsSUFDNUM7QUFBQSxJQUNBLGFBQWEsRUFBRSxRQUFRLEVBQUUsVUFBVSxTQUFTLFNBQVMsRUFBRSxTQUFTLGFBQWEsRUFBRSxHQUFHLFNBQVMsQ0FBQyxHQUFHLENBQUMsRUFBRTtBQUFBLElBQ2xHLFNBQVMsRUFBRSxPQUFPLEdBQUc7QUFDbkIsWUFBTSxTQUFTLFlBQVksUUFBUSxNQUFNLENBQUMsZUFBZSxHQUFJLFNBQVMsQ0FBQyxJQUFJLENBQUMsTUFBTSxDQUFFLENBQUM7QUFDckYsVUFBSSxPQUFPLFNBQVMsRUFBRyxPQUFNLElBQUksTUFBTTtBQUFBLEVBQWtDLE9BQU8sS0FBSyxJQUFJLENBQUMsRUFBRTtBQUFBLElBQzlGO0FBQUEsSUFDQSxNQUFNO0FBQUEsTUFDSixTQUFTO0FBQUEsUUFDUDtBQUFBLFVBQ0UsTUFBTTtBQUFBO0FBQUEsVUFFTixnQkFBZ0IsRUFBRSxZQUFZLEdBQUc7QUFDL0Isd0JBQVksSUFBSSxDQUFDLFVBQVUsVUFBVSxTQUFTO0FBQzVDLHlCQUFXLENBQUMsTUFBTSxLQUFLLEtBQUssT0FBTyxRQUFRLFNBQVMsRUFBRyxVQUFTLFVBQVUsTUFBTSxLQUFLO0FBQ3JGLG1CQUFLO0FBQUEsWUFDUCxDQUFDO0FBQUEsVUFDSDtBQUFBLFFBQ0Y7QUFBQSxNQUNGO0FBQUEsTUFDQSxRQUFRLEVBQUUsUUFBUSxLQUFLO0FBQUEsTUFDdkIsT0FBTyxFQUFFLFFBQVEsVUFBVSx1QkFBdUIsS0FBSztBQUFBO0FBQUEsTUFFdkQsU0FBUyxFQUFFLFFBQVEsU0FBUztBQUFBLE1BQzVCLGNBQWMsRUFBRSxnQkFBZ0IsRUFBRSxRQUFRLFNBQVMsRUFBRTtBQUFBLElBQ3ZEO0FBQUEsRUFDRixDQUFDO0FBQ0g7IiwKICAibmFtZXMiOiBbInJlYWRGaWxlU3luYyIsICJqb2luIiwgInJlYWRGaWxlU3luYyIsICJyZWFkRmlsZVN5bmMiLCAiam9pbiIsICJyZWFkRmlsZVN5bmMiLCAibWtkaXJTeW5jIiwgInJlYWRGaWxlU3luYyIsICJybVN5bmMiLCAid3JpdGVGaWxlU3luYyIsICJqb2luIiwgIm1rZGlyU3luYyIsICJyZWFkRmlsZVN5bmMiLCAicm1TeW5jIiwgIndyaXRlRmlsZVN5bmMiLCAiZGlybmFtZSIsICJqb2luIiwgInJlbGF0aXZlIiwgInJtU3luYyIsICJqb2luIiwgIm1rZGlyU3luYyIsICJkaXJuYW1lIiwgIndyaXRlRmlsZVN5bmMiLCAicmVhZEZpbGVTeW5jIiwgInJlbGF0aXZlIiwgImpvaW4iLCAibWtkaXJTeW5jIiwgInRleHQiLCAid3JpdGVGaWxlU3luYyIsICJyZWFkRmlsZVN5bmMiLCAicm1TeW5jIiwgInJlYWRkaXJTeW5jIiwgInJlYWRGaWxlU3luYyIsICJqb2luIiwgInBvc2l4IiwgInNlcCIsICJiYXNlIiwgInJlYWRkaXJTeW5jIiwgInNlcCIsICJyZWFkRmlsZVN5bmMiLCAiam9pbiIsICJwb3NpeCIsICJmaWxlT2YiLCAiZXhpc3RzU3luYyIsICJqb2luIiwgImV4aXN0c1N5bmMiLCAiam9pbiIsICJwYWNrYWdlT2YiXQp9Cg==
