import type { AreaCollection, AreaLevel, BaseCollection, BaseKind } from '@fengqiao/contract/grids.ts';
import type { Settings } from '#platform/config.ts';
import { handOut, Ready } from '#platform/ready.ts';
import type { Work } from '#platform/work.ts';
import type { Area } from '../domain/redraw.ts';
import { compact, rounded, simplifyTogether } from '../domain/simplify.ts';
import { areaNames, areaShapes, edition, type UnitName } from '../store/areas.ts';
import { buildingOutlines, features, type BaseRow } from '../store/base.ts';

type Kept = { readonly stamp: string; readonly ready: Ready };
const kept = new WeakMap<Settings, Map<string, Kept>>();

/** Finer than a line on a phone's map at the nearest zoom. */
const TOLERANCE_METRES = 1.5;

/** The boundaries of the street, of one level or all, simplified; made anew when one changes or a unit is renamed. */
export async function areasAnswer(work: Work, level: AreaLevel | null): Promise<AreaCollection> {
  const names = await areaNames(work);
  const stamp = JSON.stringify([await edition(work), names]);
  return handOut(
    await keep(work, `areas ${level ?? 'all'}`, stamp, async () => {
      const areas = await areaShapes(work);
      return drawAreas(areas, names, level);
    }),
  );
}

/** The roads, water, places or buildings of the street; made anew when its ground is laid anew. */
export async function baseAnswer(work: Work, kind: BaseKind): Promise<BaseCollection> {
  const stamp = String(await edition(work));
  return handOut(
    await keep(work, `base ${kind}`, stamp, async () =>
      drawBase(kind === 'building' ? await buildingOutlines(work) : await features(work, kind)),
    ),
  );
}

async function keep(work: Work, name: string, stamp: string, make: () => Promise<unknown>): Promise<Ready> {
  const ofDatabase = kept.get(work.settings) ?? new Map<string, Kept>();
  const key = `${work.street} ${name}`;
  const held = ofDatabase.get(key);
  if (held?.stamp === stamp) return held.ready;
  const ready = new Ready(await make());
  kept.set(work.settings, ofDatabase.set(key, { stamp, ready }));
  return ready;
}

const LEVELS = ['street', 'community', 'grid'];

/** All levels are thinned together, so that a grid's border stays on that of its community. */
function drawAreas(
  areas: readonly Area[],
  names: readonly UnitName[],
  level: AreaLevel | null,
): AreaCollection {
  const shapes = simplifyTogether(
    areas.map(({ shape }) => shape),
    TOLERANCE_METRES,
  );
  const nameOf = new Map(names.map((one) => [one.id, one]));
  const drawn = areas
    .map((area, i) => ({ area, shape: rounded(shapes[i] ?? area.shape) }))
    .filter(({ area }) => level === null || area.level === level);
  return {
    type: 'FeatureCollection',
    features: drawn
      .toSorted((a, b) => LEVELS.indexOf(a.area.level) - LEVELS.indexOf(b.area.level))
      .map(({ area, shape }) => ({
        type: 'Feature',
        id: area.unit,
        geometry: { type: shape.type, coordinates: [...shape.coordinates] },
        properties: {
          level: area.level,
          community: area.community,
          zh: nameOf.get(area.unit)?.zh ?? '',
          en: nameOf.get(area.unit)?.en ?? '',
          purpose: area.purpose,
          code: area.code,
          squareMetres: Math.round(area.squareMetres),
          households: area.households,
        },
      })),
  };
}

function drawBase(rows: readonly BaseRow[]): BaseCollection {
  return {
    type: 'FeatureCollection',
    features: rows.map(({ id, zh, en, subkind, width, floors, shape }) => ({
      type: 'Feature',
      id,
      geometry: compact(shape),
      properties: {
        zh,
        en,
        subkind,
        ...(width === null ? {} : { width }),
        ...(floors === null ? {} : { floors }),
      },
    })),
  };
}
