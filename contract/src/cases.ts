/** The closed loop: everything both sides say about reports and cases. */
export * from './cases/after.ts';
export * from './cases/desk.ts';
export * from './cases/dispatch.ts';
export * from './cases/handling.ts';
export * from './cases/imports.ts';
export * from './cases/intake.ts';
export * from './cases/lists.ts';
export * from './cases/map.ts';
export * from './cases/merge.ts';
export * from './cases/progress.ts';
export * from './cases/report.ts';
export * from './cases/requests.ts';
export * from './cases/supervision.ts';
export * from './cases/types.ts';
export * from './cases/waiting.ts';
