// Screenshots of the built page, to be looked at: node browser/shots.mjs FOLDER [steps of training] [part of a name, such as 1280-light].
// @ts-check
import { join } from "node:path";
import { open } from "./open.mjs";

const [folder = ".", steps = "100", only = ""] = process.argv.slice(2);
const { address, browser, close } = await open();
try {
  for (const width of [400, 800, 1280])
    for (const scheme of /** @type {const} */ (["light", "dark"])) {
      const name = `${width}-${scheme}`;
      if (!name.includes(only)) continue;
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
      await page.goto(`${address}${width === 800 ? "?language=ko" : ""}`);
      await page.waitForFunction(
        (least) => Number(document.querySelector("[data-testid=step]")?.getAttribute("data-value")) >= least,
        Number(steps),
        { timeout: 600_000 },
      );
      await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
      await page.close();
    }
} finally {
  await close();
}
