import { gradedFields, type GradedField } from '@fengqiao/contract/grades.ts';
import { grantedShare, readGranted, type Collections } from '#modules/catalogue';
import type { Of, Source } from './source.ts';

/** A shared resource as it was granted to the asker's unit; each page is a use of the share, and written down as one. */
export const resourceSource = (collections: () => Collections): Source<Of<'resource'>> => ({
  fields: async (work, { share }) =>
    (await grantedShare(work, share, collections())).items.map(({ name, zh, en, grade }) => ({
      name,
      zh,
      en,
      grade,
      ...(isPersonal(name) && grade >= 2 ? { shows: name } : {}),
    })),
  count: async (work, { share }, most) =>
    Math.min((await grantedShare(work, share, collections())).rows, most),
  page: async (work, { share }, { fields, after, limit }, { reason, approvedBy }) => {
    const { rows, subjects, next } = await readGranted(
      work,
      share,
      { after, limit, why: reason, taken: { fields, approvedBy } },
      collections(),
    );
    return {
      // Whom each row is about is known where every row is about one.
      rows: rows.map((values, i) => ({
        values,
        subjects: subjects.length === rows.length ? subjects.slice(i, i + 1) : [],
      })),
      next,
      recorded: true,
    };
  },
  told: async (work, { share }) => {
    const { no, name } = await grantedShare(work, share, collections()).catch(() => ({ no: '', name: null }));
    return name === null ? [] : [{ zh: `${name.zh}（${no}）`, en: `${name.en} (${no})` }];
  },
});

const isPersonal = (name: string): name is GradedField => Object.hasOwn(gradedFields, name);
