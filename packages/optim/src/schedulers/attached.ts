// Which schedulers an optimizer has, as far as its steps must know: those whose first rate is not set yet, and whether it has stepped
// since the first of them was made.

/** What an optimizer calls before it steps. */
export interface Attached {
  /** Sets the first rates, if that is still to be done. */
  begin(): void;
}

interface Record {
  stepped: boolean;
  readonly waiting: Set<Attached>;
}

const records = new WeakMap<object, Record>();

/** Remembers that an optimizer has a scheduler, whose first rates may be set later. */
export function attach(optimizer: object, scheduler: Attached): void {
  const record = records.get(optimizer);
  if (record === undefined) records.set(optimizer, { stepped: false, waiting: new Set([scheduler]) });
  else record.waiting.add(scheduler);
}

/** Its first rates are set. */
export function begun(optimizer: object, scheduler: Attached): void {
  records.get(optimizer)?.waiting.delete(scheduler);
}

/** Called as a step begins: rates that should be set by now are. */
export function noteStep(optimizer: object): void {
  const record = records.get(optimizer);
  if (record === undefined) return;
  record.stepped = true;
  for (const scheduler of [...record.waiting]) scheduler.begin();
}

/** Whether an optimizer has stepped since its first scheduler was made. */
export function hasStepped(optimizer: object): boolean {
  return records.get(optimizer)?.stepped === true;
}
