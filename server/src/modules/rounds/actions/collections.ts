import type { DataItem } from '@fengqiao/contract/catalogue/resources.ts';
import type { Collection } from '#platform/collection.ts';
import { asEngine } from '#platform/work.ts';
import { countPatrols, countVisits, patrolsTold } from '../store/collections.ts';

const item = (name: string, zh: string, en: string, type: DataItem['type']): DataItem => ({
  name,
  zh,
  en,
  type,
  required: name !== 'points' && name !== 'needs',
  grade: 1,
});

const patrols: Collection = {
  id: 'rounds.patrol',
  base: 'business',
  name: { zh: '网格巡查', en: 'Patrols of grids' },
  summary: {
    zh: '哪个网格哪天巡查、看了几处点位；不含巡查人员和行走路线',
    en: 'Which grid was patrolled on which day and how many points were looked at; neither who went nor which way',
  },
  category: ['社会治理', '巡查'],
  fields: [
    item('grid', '所在网格', 'Grid', 'code'),
    item('day', '巡查日期', 'Day', 'date'),
    item('points', '查看点位数', 'Points looked at', 'number'),
  ],
  cycle: 'daily',
  measure: async (work) => {
    const { rows, newest, some } = await countPatrols(work);
    return { rows, newest, filled: { grid: rows, day: rows, points: some }, valid: {}, distinct: {} };
  },
  read: async (work, { fields, after, limit }) => {
    const found = await asEngine(work, () => patrolsTold(work, after, limit + 1));
    const shown = found.slice(0, limit);
    return {
      rows: shown.map(({ grid, day, points }) => {
        const told: Readonly<Record<string, string>> = { grid, day, points: String(points) };
        return Object.fromEntries(fields.map((field) => [field, told[field] ?? null]));
      }),
      subjects: [],
      next: found.length > limit ? (shown.at(-1)?.id ?? null) : null,
    };
  },
};

/** Visits are known to those who visit: the catalogue tells that they are kept and how well, and no row of them. */
const visits: Collection = {
  id: 'rounds.visit',
  base: 'business',
  name: { zh: '入户走访', en: 'Visits at home' },
  summary: {
    zh: '走访的网格、日期、事由和发现的需要；走访记录只供走访人员查看，不逐条共享',
    en: 'Grid, day, purpose and needs found; the records are for those who visit and are not shared row by row',
  },
  category: ['社会治理', '走访'],
  fields: [
    item('grid', '所在网格', 'Grid', 'code'),
    item('day', '走访日期', 'Day', 'date'),
    item('purpose', '走访事由', 'Purpose', 'code'),
    item('needs', '发现的需要', 'Needs found', 'code'),
  ],
  cycle: 'daily',
  measure: async (work) => {
    const { rows, newest, some } = await countVisits(work);
    const all = { grid: rows, day: rows, purpose: rows };
    return { rows, newest, filled: { ...all, needs: some }, valid: {}, distinct: {} };
  },
};

/** What is done on the ground, as the catalogue may tell of it. */
export const collections: readonly Collection[] = [patrols, visits];
