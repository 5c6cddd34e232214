import { userInfo } from 'node:os';
import type { SecurityAct } from '@fengqiao/contract/audit/security-acts.ts';
import { recordSecurity } from '#modules/audit';
import type { OpenPlatform } from '#platform/platform.ts';
import { Refusal } from '#platform/refusal.ts';
import { streetIds } from '#platform/street.ts';
import { withWork } from '#platform/work.ts';
import type { Given } from './command.ts';
import type { Asked } from './given.ts';

/** Commands that stand in the security log once they are done. */
const acts: Readonly<Record<string, SecurityAct>> = {
  install: 'cli.install',
  'street make': 'cli.install',
  'import units': 'cli.import',
  'import cases': 'cli.import',
  'import grids': 'cli.import',
  'import people': 'cli.import',
  'import homes': 'cli.import',
  'import organizations': 'cli.import',
  'import addresses': 'cli.import',
  'calendar import': 'cli.import',
  backup: 'cli.backup',
  'erasures replay': 'cli.erasures',
  'keys rotate': 'cli.rotate',
  'audit export': 'cli.export',
  'parked retry': 'cli.retry',
};

/** Which auditors hear of at once, since nobody else stood by; the others they find in the log. */
const grave: ReadonlySet<SecurityAct> = new Set(['cli.install', 'cli.restore', 'cli.erasures', 'cli.rotate']);

/**
 * Two people cannot be made to sit before a shell, so what was done there is at least written down, and told. Files and
 * people that were named are left out; the operator is known by their name on that machine.
 */
export async function logCommand({ command, flags }: Asked, given: Given, failed: unknown): Promise<void> {
  const act = acts[command.name];
  if (act === undefined || flags.has('dry-run')) return;
  if (failed !== null && !(failed instanceof Refusal)) return;
  const code = failed === null ? null : failed.code;
  await given.open((platform) =>
    recordCommand(platform, {
      act,
      code,
      detail: command.name,
      street: flags.get('street') ?? flags.get('id'),
    }),
  );
}

type Done = Omit<Parameters<typeof recordSecurity>[1], 'by' | 'street'> & {
  readonly street?: string | undefined;
};

/** Writes a command into the log of the street it was for, or of all of them. */
export async function recordCommand(platform: OpenPlatform, { street: asked, ...seen }: Done): Promise<void> {
  const by = { account: null, name: userInfo().username, role: null, unit: null };
  const all = await streetIds(platform.db);
  for (const street of asked !== undefined && all.includes(asked) ? [asked] : all)
    await withWork(platform, { service: 'system', street }, platform.clock(), 'write', async (work) => {
      await recordSecurity(work, { ...seen, by });
      if (grave.has(seen.act)) await work.announce('access.command_given', seen.act, { act: seen.act });
    });
}
