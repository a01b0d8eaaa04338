// The shapes of random programs: broadcasting, and which elements a view shows. Written anew from their definitions, so that the
// library's own are tested by them.

export type ViewKind = "select" | "narrow" | "step" | "transpose" | "flat" | "unsqueeze" | "expand";

export function count(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

export function isEvenlySpaced(places: readonly number[]): boolean {
  return places.every((place, at) => at < 2 || place - places[at - 1]! === places[1]! - places[0]!);
}

export function broadcasts(from: readonly number[], to: readonly number[]): boolean {
  return from.length <= to.length && from.every((size, at) => size === 1 || size === to[to.length - from.length + at]);
}

export function broadcastShape(a: readonly number[], b: readonly number[]): readonly number[] {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  const added = long.length - short.length;
  return long.map((size, at) => (at < added || short[at - added] === 1 ? size : short[at - added]!));
}

/** For each element of `to`, in row-major order, the element of `from` that broadcasting puts there. */
export function broadcastOrder(from: readonly number[], to: readonly number[]): number[] {
  return Array.from({ length: count(to) }, (_, at) => {
    let rest = at;
    let element = 0;
    let step = 1;
    for (let back = 1; back <= to.length; back++) {
      const size = to[to.length - back]!;
      const own = from[from.length - back];
      const place = rest % size;
      rest = Math.floor(rest / size);
      if (own === undefined) continue;
      if (own !== 1) element += place * step;
      step *= own;
    }
    return element;
  });
}

/** The shape of a view, and which elements it shows. */
export function viewOf(
  as: ViewKind,
  args: readonly number[],
  shape: readonly number[],
): { shape: readonly number[]; order: number[] } {
  const all = Array.from({ length: count(shape) }, (_, at) => at);
  const [first = 0, second = 0, third = 0] = args;
  const keep = (isKept: (place: number) => boolean): number[] => {
    const inner = count(shape.slice(first + 1));
    return all.filter((at) => isKept(Math.floor(at / inner) % shape[first]!));
  };
  switch (as) {
    case "select":
      return { shape: shape.toSpliced(first, 1), order: keep((place) => place === second) };
    case "narrow":
      return { shape: shape.with(first, third), order: keep((place) => place >= second && place < second + third) };
    case "step":
      return {
        shape: shape.with(first, Math.ceil((shape[first]! - second) / third)),
        order: keep((place) => place >= second && (place - second) % third === 0),
      };
    case "transpose": {
      if (shape.length < 2) return { shape, order: all };
      const [rows, columns] = shape as [number, number];
      return { shape: [columns, rows], order: all.map((at) => (at % rows) * columns + Math.floor(at / rows)) };
    }
    case "flat":
      return { shape: [count(shape)], order: all };
    case "unsqueeze":
      return { shape: shape.toSpliced(first, 0, 1), order: all };
    case "expand":
      return { shape: [first, ...shape], order: broadcastOrder(shape, [first, ...shape]) };
  }
}
