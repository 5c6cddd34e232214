import type { DataItem } from '@fengqiao/contract/catalogue/resources.ts';
import type { Collection } from '#platform/collection.ts';
import { asEngine } from '#platform/work.ts';
import { countOf } from '../store/collections.ts';
import { countHomes, homesTold } from '../store/home-collection.ts';
import { arrivalsOf } from './arrivals.ts';

const item = (name: string, zh: string, en: string, type: DataItem['type']): DataItem => ({
  name,
  zh,
  en,
  type,
  required: name === 'buildingAddress' || name === 'homeUse' || name === 'grid',
  grade: 1,
});

/** What the catalogue may tell of homes: how many of what kind are where, never the door, the owner or who lives there. */
export const homes: Collection = {
  id: 'registry.home',
  base: 'house',
  name: { zh: '实有房屋', en: 'Homes' },
  summary: {
    zh: '房屋所在楼幢、使用情况、面积和居室数；不含门牌、产权人和住户',
    en: 'Building, use, size and rooms of homes; neither door nor owner nor who lives there',
  },
  category: ['房屋', '实有房屋'],
  fields: [
    item('buildingAddress', '楼幢地址', 'Address of the building', 'text'),
    item('homeUse', '使用情况', 'Use', 'code'),
    item('squareMetres', '建筑面积', 'Square metres', 'number'),
    item('rooms', '居室数', 'Rooms', 'number'),
    item('community', '所属社区', 'Community', 'code'),
    item('grid', '所在网格', 'Grid', 'code'),
  ],
  cycle: 'monthly',
  arrivals: arrivalsOf('homes'),
  measure: async (work) => {
    const { rows, newest } = await countOf(work, 'registry.home');
    const { address, metres, metresRight, rooms, grid } = await countHomes(work);
    return {
      rows,
      newest,
      filled: { buildingAddress: address, homeUse: rows, squareMetres: metres, rooms, community: grid, grid },
      valid: { squareMetres: metresRight },
      distinct: {},
    };
  },
  read: async (work, { fields, after, limit }) => {
    const found = await asEngine(work, () => homesTold(work, after, limit + 1));
    const shown = found.slice(0, limit);
    return {
      rows: shown.map((home) => {
        const told: Readonly<Record<string, string | number | null>> = home;
        return Object.fromEntries(fields.map((field) => [field, told[field]?.toString() ?? null]));
      }),
      subjects: [],
      next: found.length > limit ? (shown.at(-1)?.id ?? null) : null,
    };
  },
};
