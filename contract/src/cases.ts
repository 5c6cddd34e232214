/** The closed loop: everything both sides say about reports and cases. */
export * from './cases/desk.ts';
export * from './cases/handling.ts';
export * from './cases/imports.ts';
export * from './cases/intake.ts';
