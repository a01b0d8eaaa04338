// Checks the imports of all packages and apps.
// @ts-check
import { report, root, workspacePackages } from "../workspace.mjs";
import { readModules } from "./modules.mjs";
import { checkImports } from "./rules.mjs";

const modules = readModules(workspacePackages());
report("imports", checkImports(modules, root), `${modules.size} modules import as they may`);
