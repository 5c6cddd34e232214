/** What is kept for how long, erasing people, what the law asks to keep nevertheless, and what does not belong in free text. */
export * from './retention/erasures.ts';
export * from './retention/holds.ts';
export * from './retention/keepings.ts';
export * from './retention/runs.ts';
export * from './retention/scrubs.ts';
export * from './retention/terms.ts';
