// How the page holds out: node browser/soak.mjs [minutes]. It trains, and every half minute tells the images a second, what tensors and the page's
// memory hold, and the tasks of more than 50 ms; first how soon its largest part was painted. Behind it, what is worse than it may be.
// @ts-check
import { cpus, loadavg } from "node:os";
import { open } from "./open.mjs";

const minutes = Number(process.argv[2] ?? 10);
const { address, browser, close } = await open();
/** @type {string[]} */
const problems = [];
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on("console", (message) => message.type() === "error" && problems.push(`the console: ${message.text()}`));
  page.on("pageerror", (error) => problems.push(String(error)));
  await page.addInitScript(() => {
    const seen = { paint: 0, tasks: /** @type {number[]} */ ([]) };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntries()) seen.paint = startTime;
    }).observe({ type: "largest-contentful-paint", buffered: true });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.tasks.push(duration);
    }).observe({ type: "longtask", buffered: true });
  });
  await page.goto(address);
  await page.waitForTimeout(5000);
  const session = await page.context().newCDPSession(page);
  /** What holds now, the garbage collected. */
  const look = async () => {
    await session.send("HeapProfiler.collectGarbage");
    return page.evaluate(() => {
      const { playground, seen, performance } = /** @type {any} */ (globalThis);
      const { step, rate, bytes } = playground.status.value;
      const tasks = seen.tasks.splice(0);
      return { ...{ step, rate, bytes, tasks }, heap: performance.memory.usedJSHeapSize, paint: seen.paint };
    });
  };
  const first = await look();
  console.log(`largest paint after ${Math.round(first.paint)} ms; while loading tasks of ${said(first.tasks)}`);
  if (first.paint > 1000) problems.push(`the largest paint came after ${Math.round(first.paint)} ms`);
  console.log("minute  step     images/s  tensors MB  page MB  tasks over 50 ms      load of the machine");
  const rows = [];
  for (let half = 1; half <= 2 * minutes; half++) {
    await page.waitForTimeout(30_000);
    const row = await look();
    rows.push(row);
    console.log(
      [
        (half / 2).toFixed(1).padEnd(7),
        String(row.step).padEnd(8),
        String(Math.round(row.rate)).padEnd(9),
        (row.bytes / 1e6).toFixed(2).padEnd(11),
        (row.heap / 1e6).toFixed(2).padEnd(8),
        said(row.tasks).padEnd(21),
        `${(loadavg()[0] ?? 0).toFixed(1)} on ${cpus().length} cores`,
      ].join(" "),
    );
    if (row.tasks.length > 0) problems.push(`minute ${half / 2}: tasks of ${said(row.tasks)}`);
  }
  const [begin, end] = [rows[0], rows.at(-1)];
  if (begin !== undefined && end !== undefined) {
    if (end.bytes > 1.05 * begin.bytes) problems.push(`tensors grew from ${begin.bytes} to ${end.bytes} bytes`);
    if (end.heap > begin.heap + 4e6) problems.push(`the page's memory grew from ${begin.heap} to ${end.heap} bytes`);
    if (end.rate < 0.7 * begin.rate) problems.push(`the rate fell from ${begin.rate} to ${end.rate} images a second`);
  }
} finally {
  await close();
}
for (const problem of problems) console.error(`soak: ${problem}`);
process.exitCode = problems.length > 0 ? 1 : 0;

/** @param {number[]} tasks */
function said(tasks) {
  return tasks.length === 0 ? "none" : tasks.map((one) => Math.round(one)).join(", ");
}
