import type { HomeDetail } from '@fengqiao/contract/registry/places.ts';

/** The present value of a code. */
export const codeOf = (codes: HomeDetail['codes'], scheme: string): string | null =>
  codes.find((one) => one.scheme === scheme && one.until === null)?.value ?? null;
