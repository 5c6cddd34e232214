import { afterRefusals } from './cases/after.ts';
import { bulkRefusals } from './cases/bulk.ts';
import { dispatchRefusals } from './cases/dispatch.ts';
import { handlingRefusals } from './cases/handling.ts';
import { importsRefusals } from './cases/imports.ts';
import { intakeRefusals } from './cases/intake.ts';
import { listsRefusals } from './cases/lists.ts';
import { mergeRefusals } from './cases/merge.ts';
import { open311Refusals } from './cases/open311.ts';
import { requestsRefusals } from './cases/requests.ts';
import { supervisionRefusals } from './cases/supervision.ts';

/** Refusals of the closed loop. Each says what to do instead. */
export const casesRefusals = {
  'cases.search_short': {
    status: 422,
    zh: '查找内容太短，请至少输入两个字。',
    en: 'That is too short to search for. Type at least two characters.',
  },
  ...intakeRefusals,
  ...dispatchRefusals,
  ...handlingRefusals,
  ...requestsRefusals,
  ...supervisionRefusals,
  ...afterRefusals,
  ...mergeRefusals,
  ...listsRefusals,
  ...bulkRefusals,
  ...open311Refusals,
  ...importsRefusals,
} as const;
