import type { Both, Community, Grid } from '../street/types.ts';
import departments from './departments.json' with { type: 'json' };
import { UNIT_KINDS, type TownUnit, type UnitKind } from './types.ts';

const COMMUNITY_DUTIES = '自治、协助政府、调解、走访';
const GRID_DUTIES = '信息采集、隐患排查、矛盾化解、便民代办';

/** What a made street must bring to get its units. */
type Ground = Both & {
  readonly communities: readonly (Both & Pick<Community, 'id' | 'code'>)[];
  readonly grids: readonly (Both & Pick<Grid, 'id' | 'code' | 'community'>)[];
};
type Department = (typeof departments)[number];

/**
 * Every unit of the street: itself, its offices and centres (after the integration of Jiangsu's subdistricts) with
 * their teams, dispatched offices, utilities, communities with their grids below the street; the district's bureaus
 * beside it, because the street does not command them. Parents come before children.
 */
export function makeUnits(ground: Ground): TownUnit[] {
  const street: TownUnit = {
    id: 'street',
    kind: 'street',
    parent: null,
    zh: `${ground.zh}党工委、办事处`,
    en: ground.en,
    short: ground.zh,
    power: false,
    dutiesZh: '统筹协调、公共服务、城市管理、社会治理',
    officialCode: null,
  };
  const communities = ground.communities.flatMap((community) => [
    communityUnit(community),
    ...ground.grids
      .filter((grid) => grid.community === community.id)
      .sort((a, b) => (a.code < b.code ? -1 : 1))
      .map(gridUnit),
  ]);
  return [street, ...departments.flatMap(departmentUnits), ...communities];
}

function departmentUnits({ teams, ...row }: Department): TownUnit[] {
  const kind = kindOf(row.kind);
  const parent = kind === 'district' ? null : 'street';
  const teamUnits = teams.map(({ zh, en }, i): TownUnit => {
    const own = { id: `${row.id}-t${i + 1}`, zh: `${row.short}${zh}`, en: `${row.en}, ${en}`, short: zh };
    return { ...row, ...own, kind: 'team', parent: row.id, officialCode: null };
  });
  return [{ ...row, kind, parent, officialCode: null }, ...teamUnits];
}

function kindOf(word: string): UnitKind {
  const kind = UNIT_KINDS.find((one) => one === word);
  if (kind === undefined) throw new Error(`departments.json knows no kind of unit called ${word}`);
  return kind;
}

function communityUnit({ id, code, zh, en }: Ground['communities'][number]): TownUnit {
  return {
    id,
    kind: 'community',
    parent: 'street',
    zh: `${zh}居民委员会`,
    en,
    short: zh,
    power: false,
    dutiesZh: COMMUNITY_DUTIES,
    officialCode: code,
  };
}

function gridUnit({ id, code, community, zh, en }: Ground['grids'][number]): TownUnit {
  const own = { id, zh, en, short: zh, officialCode: code };
  return { ...own, kind: 'grid', parent: community, power: false, dutiesZh: GRID_DUTIES };
}
