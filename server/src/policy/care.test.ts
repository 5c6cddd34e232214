import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { linesOf } from './look.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const room =
  '{contract/src/refusals/care.ts,contract/src/care.ts,contract/src/care/*.ts,server/src/modules/care/**/*.ts,server/migrations/*-care.sql,server/town/care/*.ts,console/src/screens/care/*.{ts,tsx},console/src/screens-care.ts}';

/**
 * What special care must never become: watching where somebody goes, judging them, or setting the ground on them
 * (社区矫正法 arts. 29, 34). These words have no place in the room, in names or on screens.
 */
const banned =
  /轨迹|行踪|定位|围栏|画像|评分|打分|积分|分值|风险|危险|高危|等级|级别|分级|预警|报警|布控|管控|重点人员|稳控|track(s|ed|ing|er)?(?![a-z])|geo_?(fence|location)|\bgps\b|\blat\b|\blng\b|longitude|latitude|scor(e|es|ed|ing)\b|\brisk|danger(ous|ousness)|threat|\bratings?\b|\branks?\b|\blevels?\b(?! security)|severity|\balerts?\b|watch_?list|surveil|monitor|grid_?worker|网格员/i;

async function files(pattern: string): Promise<[path: string, text: string][]> {
  const found: [string, string][] = [];
  for await (const path of glob(pattern, {
    cwd: root,
    exclude: (name) => /\.test\.tsx?$|\.fixture\.ts$/.test(name),
  }))
    found.push([path.replaceAll('\\', '/'), readFileSync(join(root, path), 'utf8')]);
  return found;
}

const against = (path: string, text: string): string[] =>
  linesOf(path, text)
    .filter((line) => banned.test(line.text))
    .map(({ at, text: line }) => `${at}: ${line.trim()}`);

test('special care has no word for following, scoring, classing or flagging people', async () => {
  const own = await files(room);
  expect(own.length).toBeGreaterThan(25);
  expect(own.flatMap(([path, text]) => against(path, text))).toEqual([]);
});

test.each([
  'alert_grid_worker uuid',
  'risk_level smallint',
  "const texts = { zh: '风险等级' }",
  'lng double precision',
  'geofence jsonb',
  'score int not null',
  "zh: '重点人员预警'",
  'tracked_at timestamptz',
])('a planted word is seen: %s', (line) =>
  expect(against('server/migrations/0099-care.sql', line)).toHaveLength(1),
);

test('no other room stands on special care, reads its tables or takes its role', async () => {
  const others = (
    await files('{server/src,server/town,contract/src,console/src,resident/src,field/src}/**/*.{ts,tsx}')
  ).filter(([path]) => !/\/care\/|\/care\.ts$|db\.gen\.ts$/.test(path));
  const reaching = others.filter(([, text]) =>
    /['"`\s]care\.(record|note|handover|reading)\b|fengqiao_care/.test(text),
  );
  expect(reaching.map(([path]) => path)).toEqual([]);
  const standing = others.filter(([, text]) => /from '#modules\/care'/.test(text)).map(([path]) => path);
  expect(standing.toSorted()).toEqual(['server/src/app.ts', 'server/src/cli/doctor-service.ts']);
});
