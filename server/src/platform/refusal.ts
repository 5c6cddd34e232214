import { refusals, type RefusalCode } from '@fengqiao/contract/refusals.ts';

/** A named "no" with what to do about it; becomes the HTTP answer in one place. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly code: RefusalCode;
  readonly details: Record<string, unknown>;
  /** What was written before it stays written. */
  readonly keeps: boolean;
  constructor(code: RefusalCode, details: Record<string, unknown> = {}, keeps = false) {
    super(`${code}: ${refusals[code].en}`);
    this.code = code;
    this.details = details;
    this.keeps = keeps;
  }
  get status(): number {
    return refusals[this.code].status;
  }
}

/** Stops the act by name. */
export function refuse(code: RefusalCode, details?: Record<string, unknown>): never {
  throw new Refusal(code, details);
}

/** Stops the act by name but keeps what it wrote, such as the count of wrong tries. */
export function refuseKeeping(code: RefusalCode, details?: Record<string, unknown>): never {
  throw new Refusal(code, details, true);
}

/** What to send for a refusal. */
export function wordsOf(refusal: Refusal) {
  const { zh, en } = refusals[refusal.code];
  return { code: refusal.code, zh, en, details: refusal.details };
}
