// The page's colours as canvases need them: read from the custom properties of styles.css, anew where light turns to dark.

export interface Theme {
  readonly stage: string;
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  /** A unit that was dropped. */
  readonly dropped: string;
  /** A unit that says nothing. */
  readonly quiet: Rgb;
  /** A unit that says all it can: of the net with dropout, and of its twin. */
  readonly dropout: Rgb;
  readonly plain: Rgb;
  readonly font: string;
}

export type Rgb = readonly [red: number, green: number, blue: number];

/** `#rrggbb` as numbers from 0 to 255. */
export function rgbOf(colour: string): Rgb {
  const value = Number.parseInt(colour.trim().slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

export function themeOf(element: Element): Theme {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    stage: read("stage"),
    text: read("stage-text"),
    muted: read("stage-muted"),
    line: read("stage-line"),
    dropped: read("unit-dropped"),
    quiet: rgbOf(read("unit-quiet")),
    dropout: rgbOf(read("unit-dropout")),
    plain: rgbOf(read("unit-plain")),
    font: style.fontFamily,
  };
}

/** The colour of a value from 0 to 255; small values are told apart better than large ones. */
export function mixed(quiet: Rgb, full: Rgb, value: number): Rgb {
  const share = Math.sqrt(value / 255);
  const [red, green, blue] = [0, 1, 2].map((at) => Math.round(quiet[at]! + share * (full[at]! - quiet[at]!)));
  return [red!, green!, blue!];
}

export const css = ([red, green, blue]: Rgb): string => `rgb(${red} ${green} ${blue})`;
