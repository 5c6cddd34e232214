/** What is kept for how long, erasing people, and what the law asks to keep nevertheless. */
export * from './retention/erasures.ts';
export * from './retention/holds.ts';
