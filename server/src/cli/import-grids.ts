import { areaLevels, type AreaLevel } from '@fengqiao/contract/grids.ts';
import { importGround } from '#modules/grids';
import { Mistake, tell, type Command, type Given } from './command.ts';
import { fileOf } from './upkeep.ts';

const systems = ['WGS84', 'GCJ02', 'CGCS2000'] as const;

export const importGridsCommand: Command = {
  name: 'import grids',
  takes: 'FILE.geojson --level street|community|grid [--street ID] [--crs WGS84|GCJ02|CGCS2000] [--dry-run]',
  says: {
    zh: '导入街道、社区或网格的边界（GeoJSON），先检查后写入',
    en: 'Import boundaries of the subdistrict, communities or grids (GeoJSON), checked before anything is written',
  },
  run: async (given) => {
    const [, text] = await fileOf(given);
    const survey = {
      level: levelOf(given),
      crs: crsOf(given),
      features: featuresOf(text),
      dryRun: given.flags.has('dry-run'),
    };
    const done = await given.inStreet((work) => importGround(work, survey));
    for (const { severity, zh, en } of done.problems) tell(`${severity === 'error' ? '✗' : '!'} ${zh}`, en);
    const told = done.errors + done.notices - done.problems.length;
    if (told > 0) tell(`另有 ${told} 个问题未列出。`, `${told} more problems are not listed.`);
    tell(
      `边界 ${done.units} 个，错误 ${done.errors}，提示 ${done.notices}，改属网格的建筑 ${done.moved} 幢${done.applied ? '' : '（未写入）'}。`,
      `${done.units} boundaries, ${done.errors} errors, ${done.notices} notices, ${done.moved} buildings moved to another grid${done.applied ? '' : ' (nothing written)'}.`,
    );
    return done.errors === 0 ? 0 : 1;
  },
};

function levelOf({ flags }: Given): AreaLevel {
  const level = flags.get('level');
  if (level === 'street' || level === 'community' || level === 'grid') return level;
  throw new Mistake(
    `请用 --level 指明层级：${Object.keys(areaLevels).join('、')}。`,
    'Name the level with --level: street, community or grid.',
  );
}

function crsOf({ flags }: Given): (typeof systems)[number] {
  const named = flags.get('crs') ?? 'WGS84';
  const found = systems.find((one) => one === named.toUpperCase());
  if (found !== undefined) return found;
  throw new Mistake(
    `坐标系 ${named} 不认识，可用：${systems.join('、')}。`,
    `The coordinate system ${named} is unknown; there are ${systems.join(', ')}.`,
  );
}

function featuresOf(text: string): unknown[] {
  const read = (): unknown => {
    try {
      return JSON.parse(text.replace(/^\uFEFF/, ''));
    } catch {
      return null;
    }
  };
  const file = read();
  const features = typeof file === 'object' && file !== null && 'features' in file ? file.features : null;
  if (Array.isArray(features) && features.length > 0) return features;
  throw new Mistake(
    '文件不是 GeoJSON FeatureCollection，或没有要素。',
    'The file is no GeoJSON FeatureCollection, or has no features.',
  );
}
