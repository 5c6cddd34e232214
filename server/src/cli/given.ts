import { parseArgs } from 'node:util';
import type { Settings } from '#platform/config.ts';
import { migrate } from '#platform/migrate.ts';
import { buildPlatform, type OpenPlatform } from '#platform/platform.ts';
import { streetIds } from '#platform/street.ts';
import { withWork } from '#platform/work.ts';
import { rooms } from '../app.ts';
import { Mistake, type Command, type Given } from './command.ts';
import { openStore, type Store } from './store.ts';

export type Asked = {
  readonly command: Command;
  readonly words: readonly string[];
  readonly flags: ReadonlyMap<string, string>;
};

/** Finds the command that was typed; the longest name that fits wins. */
export function findCommand(commands: readonly Command[], argv: readonly string[]): Asked | undefined {
  const { positionals, tokens } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: flagOptions,
  });
  const fitting = commands.filter(
    ({ name }) => positionals.slice(0, name.split(' ').length).join(' ') === name,
  );
  const command = fitting.toSorted((a, b) => b.name.length - a.name.length)[0];
  if (command === undefined) return undefined;
  const flags = new Map(
    tokens.flatMap((token) => (token.kind === 'option' ? [[token.name, token.value ?? ''] as const] : [])),
  );
  return { command, words: positionals.slice(command.name.split(' ').length), flags };
}

/** A flag the command does not take, such as a misspelt `--dry-run`, which would else do in earnest what was to be tried. */
export function unknownFlag({ command, flags }: Asked): string | undefined {
  const taken = new Set([...command.takes.matchAll(/--([a-z-]+)/g)].map((match) => match[1]));
  return [...flags.keys()].find((flag) => !taken.has(flag));
}

/** Flags that take a value. */
const flagOptions = Object.fromEntries(
  [
    'street',
    'name',
    'name-en',
    'prefix',
    'system',
    'mapping',
    'crs',
    'level',
    'admins',
    'size',
    'id',
    'over',
    'zone',
    'communities',
    'grids',
    'rejected',
    'source',
    'as-of',
    'unit',
    'reason',
    'report',
    'count',
    'to',
    'errors',
    'heads',
    'into',
    'keep',
    'ledger',
  ].map((name) => [name, { type: 'string' as const }]),
);

/** Brings together what a command may use; `end` stops a database that was started on the way. */
export function givenFor(
  settings: Settings,
  commands: readonly Command[],
  asked: Asked,
): { given: Given; end(): Promise<void> } {
  let store: Promise<Store> | undefined;
  const openOnce = () => (store ??= openStore(settings));
  const open: Given['open'] = async (act) => {
    const { url } = await openOnce();
    await migrate(url);
    const platform = await buildPlatform({ settings, url, rooms });
    try {
      return await act(platform);
    } finally {
      await platform.close();
    }
  };
  const make = ({ words, flags }: Pick<Asked, 'words' | 'flags'>): Given => ({
    settings,
    words,
    flags,
    open,
    store: openOnce,
    streetOf: (platform) => chooseStreet(platform, flags.get('street')),
    inStreet: (act) =>
      open(async (platform) => {
        const street = await chooseStreet(platform, flags.get('street'));
        return withWork(platform, { service: 'system', street }, platform.clock(), 'write', (work) =>
          act(work, platform),
        );
      }),
    call: async (name, others = new Map()) =>
      commands.find((command) => command.name === name)?.run(make({ words: [], flags: others })),
  });
  return { given: make(asked), end: async () => (await store?.catch(() => undefined))?.stop() };
}

async function chooseStreet(platform: OpenPlatform, asked: string | undefined): Promise<string> {
  const streets = await streetIds(platform.db);
  if (asked !== undefined && streets.includes(asked)) return asked;
  if (asked === undefined && streets.length === 1 && streets[0] !== undefined) return streets[0];
  throw new Mistake(
    `请用 --street 指明街道，现有：${streets.join('、') || '无'}。`,
    `Name the subdistrict with --street; there are: ${streets.join(', ') || 'none'}.`,
  );
}
