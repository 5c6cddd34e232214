import type { FastifyInstance } from 'fastify';
import { demoRoles } from '@fengqiao/contract/demo.ts';
import { startBackground } from '#platform/background.ts';
import { migrate } from '#platform/migrate.ts';
import { buildPlatform, type OpenPlatform } from '#platform/platform.ts';
import { streetIds } from '#platform/street.ts';
import { buildApp, rooms } from '../app.ts';
import { Mistake, tell, type Command, type Given } from './command.ts';
import { cannotListen, refuseWrongKey } from './doctor-service.ts';

/** Starts the web server, the background, or both, and stays until told to stop. */
export const serveCommand: Command = {
  name: 'serve',
  takes: '[--web] [--clocks]',
  says: {
    zh: '启动：--web 只启网站，--clocks 只启后台时钟，默认两者',
    en: 'Start: --web only the web server, --clocks only the background; both by default',
  },
  run: async (given) => {
    const told = untilTold();
    const { settings, flags } = given;
    const both = flags.has('web') === flags.has('clocks');
    const { url } = await given.store();
    for (const name of await migrate(url)) tell(`已升级数据库：${name}`, `Migrated: ${name}`);
    await seedWhenEmpty(given);
    const clock = () => new Date(Date.now() + settings.aheadMs);
    const platform = await buildPlatform({ settings, url, rooms, clock });
    try {
      await refuseWrongKey(platform);
      await serveUntil(told, platform, {
        web: both || flags.has('web'),
        clocks: both || flags.has('clocks'),
      });
    } finally {
      await platform.close();
    }
    return 0;
  },
};

async function serveUntil(
  told: Promise<void>,
  platform: OpenPlatform,
  { web, clocks }: { web: boolean; clocks: boolean },
): Promise<void> {
  const app = web ? await buildApp(platform) : null;
  if (app !== null) greet(await listen(app, platform), platform);
  const background = clocks ? startBackground(platform) : null;
  if (background !== null) tell('后台时钟已启动。', 'Background clocks are running.');
  await told;
  tell('正在停止……', 'Stopping…');
  await app?.close();
  await background?.stop();
}

async function listen(app: FastifyInstance, { settings: { port, host } }: OpenPlatform): Promise<string> {
  try {
    return await app.listen({ port, host });
  } catch (error) {
    await app.close();
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
    const code = 'code' in error ? String(error.code) : error.message;
    throw new Mistake(...cannotListen(code, `${host}:${port}`));
  }
}

/** Resolves at the first SIGINT or SIGTERM; a second one ends the program at once. */
function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(130));
        resolve();
      });
    }
  });
}

async function seedWhenEmpty(given: Given): Promise<void> {
  if (!given.settings.demo) return;
  const isEmpty = await given.open(async ({ db }) => (await streetIds(db)).length === 0);
  if (isEmpty) await given.call('seed');
}

function greet(address: string, { settings }: OpenPlatform): void {
  const base = address.replace('[::1]', 'localhost').replace('0.0.0.0', '127.0.0.1');
  console.log(`
  枫桥 Fengqiao
  居民端 Residents      ${base}/
  工作台 Console        ${base}/console/
  网格端 Grid workers   ${base}/field/
  接口 API              ${base}/api/docs`);
  if (!settings.demo) return;
  const roles = Object.values(demoRoles).map(({ who }) => `${who.zh} ${who.en}`);
  console.log(`
  演示模式：以下角色可一键进入，数据均为虚构。
  Demo mode: one press enters as any of these; all data are invented.
  ${roles.join(' · ')}
`);
}
