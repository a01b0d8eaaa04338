// `pnpm fixtures [FAMILY …]`: writes the fixtures anew, with a PyTorch in a virtual environment that it makes beside itself.
// TORCH_PYTHON names an interpreter that has the wanted packages, and none is made. Needs Python 3.10 or newer.
// @ts-check
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
const venv = here(".venv");
const venvPython = here(process.platform === "win32" ? ".venv/Scripts/python.exe" : ".venv/bin/python");
const given = process.env["TORCH_PYTHON"];

/** @param {string} program @param {readonly string[]} parameters */
function run(program, ...parameters) {
  const { status, error } = spawnSync(program, parameters, {
    stdio: "inherit",
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1" },
  });
  if (error) console.error(`fixtures: ${program}: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

if (given === undefined) {
  if (!existsSync(venvPython)) run("python3", "-m", "venv", venv);
  // Says nothing and takes a second where all is there.
  run(venvPython, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", here("requirements.txt"));
}
run(given ?? venvPython, here("generate.py"), ...process.argv.slice(2));
