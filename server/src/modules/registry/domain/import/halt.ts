import { CHANGES_MOST } from '@fengqiao/contract/registry/imports.ts';

/** A table that would change so much of what is known is more likely a wrong table than a changed town. */
export const isHalted = ({ known, updated }: { readonly known: number; readonly updated: number }): boolean =>
  updated > known * CHANGES_MOST;
