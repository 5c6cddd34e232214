import { refusals, type RefusalCode } from '@fengqiao/contract/refusals.ts';

/** A named "no" with what to do about it; becomes the HTTP answer in one place. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly code: RefusalCode;
  readonly details: Record<string, unknown>;
  constructor(code: RefusalCode, details: Record<string, unknown> = {}) {
    super(`${code}: ${refusals[code].en}`);
    this.code = code;
    this.details = details;
  }
  get status(): number {
    return refusals[this.code].status;
  }
}

/** Stops the act by name. */
export function refuse(code: RefusalCode, details?: Record<string, unknown>): never {
  throw new Refusal(code, details);
}

/** What to send for a refusal. */
export function wordsOf(refusal: Refusal) {
  const { zh, en } = refusals[refusal.code];
  return { code: refusal.code, zh, en, details: refusal.details };
}
