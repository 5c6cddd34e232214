/** The catalogue of data resources and the sharing of data between units. */
export * from './catalogue/assessments.ts';
export * from './catalogue/corrections.ts';
export * from './catalogue/duties.ts';
export * from './catalogue/outside.ts';
export * from './catalogue/proposals.ts';
export * from './catalogue/pull.ts';
export * from './catalogue/request-acts.ts';
export * from './catalogue/requests.ts';
export * from './catalogue/resources.ts';
