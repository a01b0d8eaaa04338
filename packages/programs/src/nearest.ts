// Which of some names somebody may have meant by one that there is not.

/** The name that is nearest, as a question; empty where none is near. */
export function meant(given: string, names: readonly string[], shown = (name: string): string => name): string {
  const most = given.length < 5 ? 1 : 2;
  const [nearest] = names
    .map((name) => ({ name, apart: editsBetween(given, name) }))
    .filter(({ apart }) => apart <= most)
    .sort((one, other) => one.apart - other.apart);
  return nearest === undefined ? "" : `; did you mean ${shown(nearest.name)}?`;
}

/** How many letters are to be written, left out, changed, or swapped with the next. */
function editsBetween(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at++) {
    const row = [at];
    for (let place = 1; place <= other.length; place++) {
      const isSame = one[at - 1] === other[place - 1];
      row[place] = Math.min(last[place]! + 1, row[place - 1]! + 1, last[place - 1]! + (isSame ? 0 : 1));
      const isSwapped = at > 1 && place > 1 && one[at - 1] === other[place - 2] && one[at - 2] === other[place - 1];
      if (isSwapped) row[place] = Math.min(row[place]!, before[place - 2]! + 1);
    }
    [before, last] = [last, row];
  }
  return last[other.length]!;
}
