// What starts and stops training, and how far it is.

import { modes, speeds } from "../state/settings.js";
import type { Props } from "./page.js";

export function Toolbar({ store }: Props) {
  const words = store.words.value;
  const { mode, speed } = store.settings.value;
  const isRunning = store.isRunning.value;
  return (
    <section class="toolbar" aria-label={words.training}>
      <div class="buttons">
        <button type="button" class="primary" onClick={() => store.run(!isRunning)}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d={isRunning ? "M3 2h4v12H3zM9 2h4v12H9z" : "M4 1.5v13l10-6.5z"} />
          </svg>
          {isRunning ? words.pause : words.run}
        </button>
        <button type="button" title={words.stepHint} onClick={() => store.step()}>
          {words.step}
        </button>
        <button type="button" title={words.restartHint} onClick={() => store.restart()}>
          {words.restart}
        </button>
      </div>
      <fieldset class="switch code" aria-label={words.mode}>
        {modes.map((one) => (
          <button type="button" key={one} aria-pressed={mode === one} onClick={() => store.set({ mode: one })}>
            {words.modes[one]}
          </button>
        ))}
      </fieldset>
      <label class="inline">
        <span>{words.speed}</span>
        <select value={speed} onChange={(event) => store.set({ speed: speeds[event.currentTarget.selectedIndex]! })}>
          {speeds.map((one) => (
            <option key={one} value={one}>
              {words.speeds[one]}
            </option>
          ))}
        </select>
      </label>
      <Progress store={store} />
    </section>
  );
}

/** Apart from the buttons, since it changes at each frame. */
function Progress({ store }: Props) {
  const words = store.words.value;
  const { step, epoch, rate } = store.status.value;
  const begun = store.begun.value;
  return (
    <p class="progress">
      <span role="status">{store.isRunning.value ? words.running : words.paused}</span>
      <span data-testid="step" data-value={step}>
        {words.steps(step)}
      </span>
      <span>{words.epochs(epoch)}</span>
      <span>{words.rate(rate)}</span>
      {begun !== null && (
        <span title={begun.isIsolated ? undefined : words.oneThread}>{words.threads(begun.threads)}</span>
      )}
      {begun?.isIsolated === false && <small>{words.oneThread}</small>}
    </p>
  );
}
