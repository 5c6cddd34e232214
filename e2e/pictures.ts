import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { settled } from './demand.ts';
import { openHouse, type Lane } from './house.ts';
import { allScreens } from './screens/all.ts';
import { best } from './screens/best.ts';
import { addressOf, asking, type Screen } from './screens/table.ts';

/**
 * Makes pictures of every screen at its size, in both languages and both themes, into docs/screens/all (not committed).
 * `npm run screens -- cockpit en` takes only those whose name has all the words, `npm run screens -- --best` the twenty that
 * are committed, straight into docs/screens.
 */
const folder = fileURLToPath(new URL('../docs/screens/all/', import.meta.url));
const words = process.argv.slice(2).filter((word) => word !== '--best');
const onlyBest = process.argv.includes('--best');
/** The wall of a command centre, 4K. */
const WALL = { width: 3840, height: 2160 };
const languages = ['zh', 'en'] as const;

type Shot = {
  readonly screen: Screen;
  readonly language: (typeof languages)[number];
  readonly theme: string;
};

const themesOf = ({ app }: Screen) => (app === 'console' ? ['day', 'wall'] : ['day', 'elder']);
const nameOf = ({ screen, language, theme }: Shot): string => {
  const route = `${screen.route}${screen.search ?? ''}`.replaceAll(/[^\w]+/g, '-').replaceAll(/^-|-$/g, '');
  return [screen.app, route || 'home', screen.role, language, theme].join('.');
};

const shots = allScreens
  .flatMap((screen) =>
    languages.flatMap((language) => themesOf(screen).map((theme) => ({ screen, language, theme }))),
  )
  .filter(
    (shot) => words.every((word) => nameOf(shot).includes(word)) && (!onlyBest || nameOf(shot) in best),
  );

mkdirSync(folder, { recursive: true });
const house = await openHouse();
let failed = 0;
try {
  const waiting = [...shots];
  const follow = async (lane: Lane): Promise<void> => {
    for (let shot = waiting.shift(); shot !== undefined; shot = waiting.shift()) {
      await take(lane, shot).catch((error: unknown) => {
        failed += 1;
        console.log(`✗ ${String(error)}`);
      });
      await lane.shut(false);
    }
    await lane.shut(true);
  };
  await Promise.all([follow(house.lane()), follow(house.lane())]);
} finally {
  await house.close();
}
console.log(
  `${shots.length - failed} pictures in docs/screens${onlyBest ? '' : '/all'}, ${failed} not taken`,
);
process.exitCode = failed === 0 ? 0 : 1;

async function take(lane: Lane, shot: Shot): Promise<void> {
  const { screen, language, theme } = shot;
  const page = await lane.enter({ role: screen.role, phone: screen.app !== 'console', language });
  if (screen.route === '/wall') await page.setViewportSize(WALL);
  await dress(page, theme);
  await page.goto(lane.base + (await addressOf(screen, asking(page.request, lane.base))));
  await settled(page);
  if (screen.app !== 'console') await unroll(page);
  const name = nameOf(shot);
  await page.screenshot({ path: join(folder, onlyBest ? `../${best[name]}.png` : `${name}.png`) });
  console.log(name);
}

/** Makes the window of a phone as long as its page, since a bar at the foot would stand in the middle of a longer picture. */
async function unroll(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: 390, height: Math.max(844, height) });
}

/** Puts the theme where the apps remember it. */
async function dress(page: Page, theme: string): Promise<void> {
  await page.addInitScript((kept) => {
    localStorage.setItem('fengqiao.theme', kept === 'wall' ? 'wall' : 'day');
    localStorage.setItem('fengqiao.reading', JSON.stringify({ elder: kept === 'elder' }));
  }, theme);
}
