// A canvas that draws itself: when what it reads changes, when its width does, and when light turns to dark. Sharp on any screen.

import { useSignal, useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { type Theme, themeOf } from "../draw/theme.js";

export interface CanvasProps {
  /** What the picture shows, for those who do not see it. */
  readonly label: string;
  readonly class?: string;
  /** The height in CSS pixels, for a width. */
  readonly height: (width: number) => number;
  /** Draws in CSS pixels. Signals that it reads are followed. */
  readonly draw: (context: CanvasRenderingContext2D, width: number, theme: Theme) => void;
}

export function Canvas({ label, class: name, height, draw }: CanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useSignal(0);
  const isDark = useSignal(0);
  const theme = useRef<Theme | null>(null);
  useEffect(() => {
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    const turn = () => {
      theme.current = null;
      isDark.value += 1;
    };
    const observer = new ResizeObserver(([entry]) => {
      width.value = Math.floor(entry!.contentRect.width);
    });
    observer.observe(canvas.current!.parentElement!);
    scheme.addEventListener("change", turn);
    return () => {
      observer.disconnect();
      scheme.removeEventListener("change", turn);
    };
  }, []);
  // The newest: the effect below outlives a rendering.
  const latest = useRef({ height, draw });
  latest.current = { height, draw };
  useSignalEffect(() => {
    const element = canvas.current;
    const size = width.value;
    isDark.value;
    if (element === null || size === 0) return;
    const tall = latest.current.height(size);
    const scale = Math.min(2, devicePixelRatio);
    const [wide, high] = [Math.round(size * scale), Math.round(tall * scale)];
    if (element.width !== wide || element.height !== high) {
      Object.assign(element, { width: wide, height: high });
      element.style.height = `${tall}px`;
    }
    const context = element.getContext("2d")!;
    context.setTransform(scale, 0, 0, scale, 0, 0);
    theme.current ??= themeOf(element);
    latest.current.draw(context, size, theme.current);
  });
  return <canvas ref={canvas} class={name} role="img" aria-label={label} />;
}
