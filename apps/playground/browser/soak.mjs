// How the page holds out: node browser/soak.mjs [minutes]. It trains, and every half minute tells the images a second, what tensors and the page's
// memory hold, and the tasks of more than 50 ms; first how soon its largest part was painted, last the longest task by the time that its thread
// was given, which others on the machine do not make longer. Behind it, what is worse than it may be.
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
    return page.evaluate(async () => {
      const { playground, seen, performance } = /** @type {any} */ (globalThis);
      // With the worker and its threads.
      const { bytes: all } = await performance.measureUserAgentSpecificMemory();
      const { step, rate, bytes } = playground.status.value;
      const tasks = seen.tasks.splice(0);
      return { ...{ step, rate, bytes, tasks }, all, heap: performance.memory.usedJSHeapSize, paint: seen.paint };
    });
  };
  const first = await look();
  console.log(`largest paint after ${Math.round(first.paint)} ms; while loading tasks of ${said(first.tasks)}`);
  if (first.paint > 1000 && (loadavg()[0] ?? 0) < cpus().length)
    problems.push(`the largest paint came after ${Math.round(first.paint)} ms`);
  console.log("minute  step     images/s  tensors MB  page MB  all MB   tasks over 50 ms      load of the machine");
  const rows = [];
  for (let half = 1; half <= 2 * minutes; half++) {
    await page.waitForTimeout(30_000);
    const row = { ...(await look()), load: loadavg()[0] ?? 0 };
    rows.push(row);
    console.log(
      [
        (half / 2).toFixed(1).padEnd(7),
        String(row.step).padEnd(8),
        String(Math.round(row.rate)).padEnd(9),
        (row.bytes / 1e6).toFixed(2).padEnd(11),
        (row.heap / 1e6).toFixed(2).padEnd(8),
        (row.all / 1e6).toFixed(1).padEnd(8),
        said(row.tasks).padEnd(21),
        `${row.load.toFixed(1)} on ${cpus().length} cores`,
      ].join(" "),
    );
    // Where others want the cores, a task is long because it waits for one.
    if (row.tasks.length > 0 && row.load < cpus().length)
      problems.push(`minute ${half / 2}: tasks of ${said(row.tasks)}`);
  }
  const longest = await longestOwn(page);
  console.log(`in 20 more seconds no task of the page took more than ${longest.toFixed(1)} ms of its thread's time`);
  if (longest > 50) problems.push(`a task took ${longest.toFixed(1)} ms of its thread's time`);
  const [begin, end] = [rows[0], rows.at(-1)];
  if (begin !== undefined && end !== undefined) {
    if (end.bytes > 1.05 * begin.bytes) problems.push(`tensors grew from ${begin.bytes} to ${end.bytes} bytes`);
    if (end.all > 1.2 * begin.all) problems.push(`all memory grew from ${begin.all} to ${end.all} bytes`);
    if (end.heap > begin.heap + 4e6) problems.push(`the page's memory grew from ${begin.heap} to ${end.heap} bytes`);
    if (end.rate < 0.7 * begin.rate && end.load < 1.5 * begin.load)
      problems.push(`the rate fell from ${begin.rate} to ${end.rate} images a second`);
  }
} finally {
  await close();
}
for (const problem of problems) console.error(`soak: ${problem}`);
process.exitCode = problems.length > 0 ? 1 : 0;

/**
 * The longest task of the page's main thread in 20 seconds, in milliseconds of that thread's own time.
 *
 * @param {import("playwright-core").Page} page
 */
async function longestOwn(page) {
  await browser.startTracing(page, { categories: ["toplevel", "__metadata"] });
  await page.waitForTimeout(20_000);
  /** @type {{ name: string, ph: string, pid: number, tid: number, tdur?: number, args: { name?: string } }[]} */
  const events = JSON.parse((await browser.stopTracing()).toString()).traceEvents;
  const mains = events.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain");
  const isMain = (/** @type {{ pid: number, tid: number }} */ { pid, tid }) =>
    mains.some((main) => main.pid === pid && main.tid === tid);
  const tasks = events.filter((event) => event.ph === "X" && event.name.endsWith("RunTask") && isMain(event));
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1000));
}

/** @param {number[]} tasks */
function said(tasks) {
  return tasks.length === 0 ? "none" : tasks.map((one) => Math.round(one)).join(", ");
}
