import { dropFiles } from '#platform/files/drop.ts';
import { filesById } from '#platform/files/store.ts';
import type { Keeping } from '#platform/keeping.ts';
import type { Work } from '#platform/work.ts';
import { blankContacts } from '../store/erase.ts';
import {
  countMandates,
  countSessions,
  sampleMandates,
  sampleSessions,
  takeMandates,
  takeSessions,
} from '../store/keepings.ts';

/** Blanks contacts that nothing refers to any more. */
export const forgetContacts = (work: Work, contacts: readonly string[]): Promise<void> =>
  blankContacts(work, contacts);

/** Sign-ins with their devices, and mandates with their forms. */
export const keepings: readonly Keeping[] = [
  { id: 'identity.sessions', count: countSessions, sample: sampleSessions, take: takeSessions },
  {
    id: 'identity.mandates',
    count: countMandates,
    sample: sampleMandates,
    take: async (work, over, most) => {
      const gone = await takeMandates(work, over, most);
      const named = (all: readonly (string | null)[]) => all.filter((one) => one !== null);
      await blankContacts(work, named(gone.map(({ contact }) => contact)));
      const forms = named(gone.map(({ evidence }) => evidence));
      if (forms.length > 0) await dropFiles(work, await filesById(work, forms, 'lock'));
      return gone.length;
    },
  },
];
