/** What a recorded street keeps, in the order in which it can be written again; sessions of people are not kept. */
export const tables = [
  'platform.street',
  'platform.file',
  'identity.session',
  'identity.unit',
  'identity.account',
  'identity.post',
  'identity.contact',
  'grids.edition',
  'grids.area',
  'grids.building',
  'grids.feature',
  'cases.list',
  'cases.list_row',
  'cases.list_revision',
  'cases.case',
  'cases.report',
  'cases.assignment',
  'cases.task',
  'cases.clock',
  'cases.side_request',
  'cases.hold',
  'cases.milestone',
  'cases.consultation',
  'cases.opinion',
  'cases.evidence',
  'cases.field_check',
  'cases.supervision',
  'cases.whistle',
  'cases.whistle_call',
  'cases.activity',
  'cases.merge',
  'cases.ask',
  'cases.reopening',
  'notices.message',
] as const;
export type Table = (typeof tables)[number];

/** Columns that are sealed with the key of a deployment: a recording of invented people keeps them open, and loading seals them anew. */
export const sealed: Readonly<
  Partial<
    Record<Table, { readonly columns: readonly string[]; readonly index: Readonly<Record<string, string>> }>
  >
> = {
  'identity.account': { columns: ['name_enc', 'phone_enc'], index: { phone_enc: 'phone_index' } },
  'identity.contact': {
    columns: ['name_enc', 'phone_enc', 'email_enc'],
    index: { phone_enc: 'phone_index' },
  },
};

/** Left out of a recording: what is computed again from the rest. */
export const left: Readonly<Partial<Record<Table, readonly string[]>>> = {
  'cases.case': ['quad', 'beside'],
  'notices.message': ['phone_enc', 'body_enc'],
  'platform.file': ['session'],
};

export type Line = { readonly table: Table; readonly rows: readonly Record<string, unknown>[] };
