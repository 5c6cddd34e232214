import { measureCases } from './cases.ts';
import { measureMap } from './map.ts';

/** npm run bench: the loop at 200 000 cases; `-- --million` at 1 000 000, `--json` for machines, `--only WORDS` for some scenes; `--only registry` for the registry instead, `--only map` for the map. */
const flag = (name: string) => process.argv.includes(`--${name}`);
const valueOf = (name: string) => process.argv[process.argv.indexOf(`--${name}`) + 1] ?? '';
const count = flag('million') ? 1_000_000 : flag('count') ? Number(valueOf('count')) : 200_000;

if (flag('only') && valueOf('only') === 'registry') await import('./registry.ts');
else if (flag('only') && valueOf('only') === 'map') await measureMap(count);
else await cases();

async function cases(): Promise<void> {
  const { measured, server } = await measureCases(
    count,
    flag('only') ? new RegExp(valueOf('only')) : /./,
    flag('profile'),
  );
  server.disconnect();
  if (flag('json')) console.log(JSON.stringify({ count, measured }));
  else {
    console.log(`${count} cases`);
    console.table(
      Object.fromEntries(
        measured.map(
          ({ name, total, perSecond, p50Ms, p95Ms, serverCpuMs, postgresCpuMs, statuses, limit, kept }) => [
            name,
            {
              total,
              perSecond,
              p50Ms,
              p95Ms,
              serverCpuMs,
              postgresCpuMs,
              limit,
              kept,
              statuses: JSON.stringify(statuses),
            },
          ],
        ),
      ),
    );
  }
  process.exitCode = measured.every(({ kept }) => kept) ? 0 : 1;
}
