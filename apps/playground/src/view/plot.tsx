// One chart of uPlot's as a component: made once, told new data, made anew where its colours or names change.

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";

export interface Line {
  readonly label: string;
  /** A custom property of styles.css. */
  readonly colour: string;
  readonly width: number;
  readonly dash?: readonly number[];
}

export interface PlotProps {
  readonly label: string;
  readonly lines: readonly Line[];
  /** Steps, then the values of each line. */
  readonly data: readonly (readonly (number | null)[])[];
  readonly format: (value: number) => string;
  /** Steps at which an upright line stands. */
  readonly marks: readonly number[];
  readonly range?: readonly [least: number, greatest: number];
}

const height = 210;

export function Plot({ label, lines, data, format, marks, range }: PlotProps) {
  const marked = useRef(marks);
  marked.current = marks;
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const turned = useSignal(0);
  useEffect(() => {
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    const turn = () => void (turned.value += 1);
    scheme.addEventListener("change", turn);
    const observer = new ResizeObserver(([entry]) =>
      plot.current?.setSize({ width: entry!.contentRect.width, height }),
    );
    observer.observe(host.current!);
    return () => {
      scheme.removeEventListener("change", turn);
      observer.disconnect();
    };
  }, []);
  const names = lines.map(({ label: name }) => name).join();
  useEffect(() => {
    const element = host.current!;
    const style = getComputedStyle(element);
    const colour = (name: string) => style.getPropertyValue(name).trim();
    const font = `11px ${style.fontFamily}`;
    const axis = {
      stroke: colour("--muted"),
      grid: { stroke: colour("--line"), width: 1 },
      ticks: { show: false },
      font,
    };
    const made = new uPlot(
      {
        ...{ width: element.clientWidth || 300, height, legend: { show: false }, padding: [8, 16, 0, 0] },
        cursor: { drag: { x: false, y: false }, points: { size: 6 } },
        scales: { x: { time: false }, y: range === undefined ? {} : { range: [range[0], range[1]] } },
        axes: [
          { ...axis, size: 28 },
          { ...axis, size: 48, values: (_, values) => values.map((value) => format(value)) },
        ],
        hooks: { drawClear: [(chart) => drawMarks(chart, marked.current, colour("--edge"))] },
        series: [
          {},
          ...lines.map(({ label: name, colour: property, width, dash }) => ({
            ...{ label: name, stroke: colour(property), width, spanGaps: true, points: { show: false } },
            ...(dash === undefined ? {} : { dash: [...dash] }),
          })),
        ],
      },
      data as uPlot.AlignedData,
      element,
    );
    plot.current = made;
    return () => {
      plot.current = null;
      made.destroy();
    };
  }, [names, turned.value]);
  useEffect(() => plot.current?.setData(data as uPlot.AlignedData), [data]);
  return <div ref={host} class="plot" role="img" aria-label={label} />;
}

function drawMarks({ ctx, bbox, scales, valToPos }: uPlot, marks: readonly number[], colour: string): void {
  const { min = 0, max = 0 } = scales["x"] ?? {};
  ctx.fillStyle = colour;
  for (const step of marks)
    if (step >= (min ?? 0) && step <= (max ?? 0))
      ctx.fillRect(valToPos(step, "x", true), bbox.top, devicePixelRatio, bbox.height);
}
