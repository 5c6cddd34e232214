/** One row of a list that leaves as a file: its values by the name of the field, and whom it is about. */
export type ListRow = {
  readonly values: Readonly<Record<string, string | null>>;
  /** Those who are to be told that it was taken; empty where the row is about nobody. */
  readonly subjects: readonly string[];
};

/** A page of such a list; `next` asks for the following one. Whoever asks for it records the access. */
export type ListPage = { readonly rows: readonly ListRow[]; readonly next: string | null };

export type PageAsked = {
  readonly fields: readonly string[];
  readonly after: string | null;
  readonly limit: number;
};
