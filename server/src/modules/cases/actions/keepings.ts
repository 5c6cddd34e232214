import { forgetContacts } from '#modules/identity';
import { dropFiles } from '#platform/files/drop.ts';
import type { Keeping } from '#platform/keeping.ts';
import {
  blankCells,
  countCells,
  countFiles,
  countNamed,
  sampleCells,
  sampleFiles,
  sampleNamed,
  someFiles,
  unlinkFiles,
  unnameFiled,
  type Naming,
} from '../store/keepings.ts';

const named = (id: 'cases.reporters' | 'cases.contacts', by: Naming): Keeping => ({
  id,
  count: (work, over) => countNamed(work, over, by),
  sample: (work, over, most) => sampleNamed(work, over, { by, most }),
  take: async (work, over, most) => {
    const { reports, contacts } = await unnameFiled(work, over, { by, most });
    await forgetContacts(work, contacts);
    return reports;
  },
});

/** What of a filed case does not stay as long as the case: who reported it, how to reach them, pictures, cells of refused rows. */
export const keepings: readonly Keeping[] = [
  named('cases.reporters', 'account'),
  named('cases.contacts', 'contact'),
  {
    id: 'cases.photos',
    count: countFiles,
    sample: sampleFiles,
    take: async (work, over, most) => {
      const files = await someFiles(work, over, most);
      await unlinkFiles(work, files);
      await dropFiles(work, files);
      return files.length;
    },
  },
  { id: 'cases.imports', count: countCells, sample: sampleCells, take: blankCells },
];
