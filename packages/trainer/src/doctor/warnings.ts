// What the doctor says: the codes there are, the cure and the page of each, the text, and that each is said once. What proves a fault
// is the checks'.

import { ArgumentError, checkArgument, type Kinds } from "@bernoulli/tensor";

const cures = {
  "doctor/backward-in-eval": "call model.train() before the training steps",
  "doctor/metrics-with-dropout": "call model.eval() before you measure, and model.train() behind it",
  "doctor/mode-left-changed":
    "call model.train() at the start of each epoch; a norm that is to stay frozen is put back by a train() of your own",
  "doctor/unregistered":
    "put it on a public field, in an array, a ModuleList, a ModuleDict or a ParameterDict; Maps, Sets, plain objects, symbols and hidden properties are not looked through",
  "doctor/batch-norm-after-dropout":
    "move the dropout behind the last batch norm, lower its p, or use a GroupNorm or LayerNorm, which keep no statistics",
  "doctor/keep-probability": "p is the share that is dropped: write 1 minus the share that you want kept",
  "doctor/softmax-before-cross-entropy":
    "take the softmax away: the loss takes scores and computes log-softmax itself; apply softmax where you predict",
  "doctor/loss-without-parameters":
    "compute the loss from what the model gave, without detach(), noGrad or a tensor made of its numbers in between, and give the optimizer this model's parameters",
  "doctor/parameter-without-gradient":
    "use it in forward without detach() or noGrad, make the optimizer behind the last change of the model, or freeze it: requiresGrad = false, and leave it out of the optimizer",
  "doctor/exploding-weights":
    "lower the learning rate, by ten as a first try, or warm it up; utils.clipGradNorm_ bounds a step",
  "doctor/nan":
    "mend that op's input: an eps under a square root or a logarithm, a loss that takes logits, rows with something in them",
} as const;

/** A kind of fault; stable. The page tells of each under the heading that is its last part. */
export type DoctorCode = keyof typeof cures;

export const doctorCodes = Object.keys(cures) as DoctorCode[];

/** A fault that a run has proved. */
export interface DoctorWarning {
  readonly code: DoctorCode;
  /** What was seen, with the numbers that prove it. */
  readonly message: string;
  readonly cure: string;
  /** Where it is explained, with an example. */
  readonly page: string;
  /** The path of the module or parameter that it is about, "" for the model itself; null where it is about none. */
  readonly path: string | null;
}

export interface DoctorSettings {
  /** Codes that are not to be told of. */
  readonly silence?: readonly DoctorCode[];
  /** What becomes of a warning. Default: `console.warn` of {@link formatWarning}. */
  readonly warn?: (warning: DoctorWarning) => void;
}

export const settingKinds: Kinds<DoctorSettings> = { silence: "array", warn: "function" };

/** @throws ArgumentError for a code that there is not. */
export function checkCodes(owner: string, settings: DoctorSettings): void {
  for (const code of settings.silence ?? [])
    if (!doctorCodes.includes(code))
      throw new ArgumentError(`${owner}: silence has no code "${String(code)}"; there are ${doctorCodes.join(", ")}`);
}

/**
 * A warning as it is printed: what was seen, the cure, the page, and how to silence it.
 *
 * @example
 * ```ts
 * import { formatWarning } from "@bernoulli/trainer";
 * const text = formatWarning({ code: "doctor/nan", message: "the loss is NaN", cure: "mend it", page: "docs/doctor.md#nan", path: null });
 * text.split("\n")[0]; // → doctor/nan: the loss is NaN
 * ```
 */
export function formatWarning(warning: DoctorWarning): string {
  checkArgument("formatWarning", "warning", warning, "object");
  const { code, message, cure, page, path } = warning;
  const where = path === null || path === "" ? "" : `${path}: `;
  return `${code}: ${where}${message}\n  cure: ${cure}\n  page: ${page}\n  not to hear of it: doctor: { silence: ["${code}"] }`;
}

/** Tells each code once. */
export class Teller {
  readonly told: DoctorWarning[] = [];
  readonly #silenced: ReadonlySet<DoctorCode>;
  readonly #warn: (warning: DoctorWarning) => void;

  constructor({ silence = [], warn }: DoctorSettings) {
    this.#silenced = new Set(silence);
    this.#warn = warn ?? ((warning) => console.warn(`bernoulli: ${formatWarning(warning)}`));
  }

  /** Whether there is still something to say under a code, and so something to look for. */
  wants(code: DoctorCode): boolean {
    return !this.#silenced.has(code) && !this.told.some((warning) => warning.code === code);
  }

  tell(code: DoctorCode, message: string, path: string | null = null): void {
    if (!this.wants(code)) return;
    const page = `docs/doctor.md#${code.slice("doctor/".length)}`;
    const warning = { code, message, cure: cures[code], page, path };
    this.told.push(warning);
    this.#warn(warning);
  }
}
