import type { CaseView } from '@fengqiao/contract/cases/views.ts';

/** What the form of an act is given: the case as it was read, and what to do afterwards. */
export type ActProps = { readonly theCase: CaseView; readonly onDone: () => void };
