// The report as one page that needs nothing else: no script, no network. Charts are charts.ts's, images pictures.ts's.

import { figure, pageOf, percent, escapeText as text } from "@bernoulli/programs";
import { type data, scope } from "bernoulli";
import type { Demonstration } from "../demonstration.js";
import type { Result } from "../experiment.js";
import type { Run } from "../run.js";
import { curves, drawConfusion, drawCurve } from "./charts.js";
import { findings, gap, titles } from "./findings.js";
import { pictureOf, pictureOfKernels } from "./pictures.js";
import { settings } from "./settings.js";

/** The page. `test` gives the images whose answers are shown. */
export function reportPage(run: Run, test: data.ImageDataset): string {
  const { results, classes } = run;
  const { source } = run.options;
  const synthetic = source.name === "synthetic";
  const notes = [
    ...(synthetic ? ["Synthetic data: drawn shapes, not CIFAR-10. The accuracies say nothing about photographs."] : []),
    ...(source.offline === null ? [] : [`CIFAR-10 could not be downloaded: ${source.offline}.`]),
    ...(run.status === "interrupted"
      ? ["This run was interrupted; what follows is of the epochs that are complete."]
      : []),
  ];
  const lesson = results.find(({ demonstration }) => demonstration !== null)?.demonstration ?? null;
  return pageOf(
    "A conv net with and without dropout",
    `<p class="quiet">${text(synthetic ? "Synthetic shapes" : "CIFAR-10")}, ${run.images.train.toLocaleString("en")} training images, ${run.options.epochs} epochs, p = ${run.options.p}, seed ${run.options.seed}</p>
${notes.map((note) => `<p class="notice">${text(note)}</p>`).join("\n")}
<div class="cards">${results.map(card).join("")}</div>
${findings(results)
  .map((sentence) => `<p>${text(sentence)}</p>`)
  .join("\n")}
<h2>Over the epochs</h2>
<ul class="legend">${results.map(({ net }) => `<li class="${net}">${text(titles[net])}</li>`).join("")}</ul>
<p class="quiet">Live: as trained, units being dropped. Clean: in evaluation mode, nothing dropped.</p>
<div class="charts">${curves.map((curve) => figure(curve.title, drawCurve(curve, results))).join("")}</div>
${lesson === null ? "" : lessonSection(lesson)}
<h2>What is taken for what</h2>
<p class="quiet">Test images: a row a class, a column an answer.</p>
<div class="charts wide">${results.map((result) => figure(titles[result.net], drawConfusion(result, classes))).join("")}</div>
<h2>The first convolution's kernels</h2>
<p class="quiet">32 kernels of 3 × 3 over red, green and blue, each stretched from its smallest to its largest value.</p>
<div class="charts wide">${results.map(kernels).join("")}</div>
<h2>The first test images, and the answers</h2>
<ul class="images">${images(results, test, classes)}</ul>
<h2>Settings</h2>
<div class="scroll"><table>${settings(run)
      .map(([name, value]) => `<tr><th scope="row">${text(name)}</th><td>${text(value)}</td></tr>`)
      .join("")}</table></div>`,
  );
}

function card(result: Result): string {
  const clean = result.history.at(-1)!.clean!["accuracy"]!;
  return `<div class="card ${result.net}">${text(titles[result.net])}<strong>${percent(result.test.accuracy)}</strong>
<span class="quiet">test accuracy; ${percent(clean)} on training images, a gap of ${gap(result).toFixed(1)} points</span></div>`;
}

function kernels({ net, filters }: Result): string {
  const { address, width, height } = pictureOfKernels(filters, 8);
  const alt = `The ${filters.length} kernels of conv1, ${titles[net]}`;
  return figure(
    titles[net],
    `<img class="kernels" src="${address}" width="${width}" height="${height}" alt="${text(alt)}">`,
  );
}

function images(results: readonly Result[], test: data.ImageDataset, classes: readonly string[]): string {
  const count = Math.min(...results.map(({ answers }) => answers.length));
  const [, height, width] = test.imageShape;
  return Array.from({ length: Number.isFinite(count) ? count : 0 }, (_, at) => {
    const label = test.targets[at]!;
    const name = classes[label]!;
    const address = scope(() => pictureOf(test.get(at)[0].toTypedArray(), height, width));
    const answers = results.map(({ net, answers: given }) => {
      const { answer, probability } = given[at]!;
      const mark = answer === label ? "✓" : "✗";
      return `<span class="answer ${net}">${mark} ${text(classes[answer]!)} ${Math.round(100 * probability)}\u00a0%</span>`;
    });
    return `<li><img src="${address}" width="${width}" height="${height}" alt="${text(name)}"><strong>${text(name)}</strong>${answers.join("")}</li>`;
  }).join("");
}

function lessonSection({ image, ensemble }: Demonstration): string {
  const list = (values: readonly number[]) =>
    values.map((value) => `<td class="number">${value.toFixed(3)}</td>`).join("");
  const row = (name: string, share: number) =>
    `<tr><th scope="row">${text(name)}</th><td class="number">${percent(share)}</td></tr>`;
  return `<h2>What dropout does</h2>
<p>Every pass in training mode drops other units. The probability of “${text(image.answer)}” for one test image:</p>
<div class="scroll"><table><tr><th scope="row">training mode</th>${list(image.training)}</tr><tr><th scope="row">evaluation mode</th>${list(image.evaluation)}</tr></table></div>
<p></p>
<p>Each such pass is a thinned net of its own, and evaluation mode stands for all of them. Accuracy on ${ensemble.images.toLocaleString("en")} test images:</p>
<div class="scroll"><table>${row(`one thinned net, mean of ${ensemble.nets}`, ensemble.alone)}${row(`${ensemble.nets} thinned nets, mean prediction`, ensemble.together)}${row("evaluation mode, one pass", ensemble.evaluation)}</table></div>
<p></p>
<p>So validation and test are measured in evaluation mode.</p>`;
}
