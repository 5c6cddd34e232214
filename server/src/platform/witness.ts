import type { FastifyRequest } from 'fastify';
import { isSecurityAct, type SecurityAct } from '@fengqiao/contract/audit/security-acts.ts';
import type { RefusalCode } from '@fengqiao/contract/refusals.ts';
import type { In, Route } from '@fengqiao/contract/route.ts';
import type { Role } from '@fengqiao/contract/roles.ts';
import { describe } from './errors.ts';
import { entryOf, type Http } from './http.ts';
import { Refusal } from './refusal.ts';
import type { Platform, Served } from './serve.ts';
import { withWork, type Work } from './work.ts';

/** Who did it, where the session of the request does not say so yet, as at sign-in. */
type By = {
  readonly account: string | null;
  readonly name: string | null;
  readonly role: Role | null;
  readonly unit: string | null;
};

/** What the security log says of an act: keys and names of staff, never anything of a resident. */
export type Told = {
  /** Where it belongs, when that is not the street of the session. */
  readonly street?: string;
  readonly by?: By;
  readonly object?: string | null;
  /** To whose account. */
  readonly whom?: string | null;
  readonly detail?: string | null;
};

/** An act that was done, or refused by a code. */
export type Seen = Told & { readonly act: SecurityAct; readonly code: RefusalCode | null };
export type Witness = (work: Work, seen: Seen) => Promise<void>;

type Call = {
  readonly platform: Platform;
  readonly served: Served;
  readonly input: In<Route>;
  readonly request: FastifyRequest;
  readonly http: Pick<Http, 'tokenHash' | 'ip'>;
};

/** How the security log is kept; nothing where no room keeps one. */
export const witnessOf = ({ rooms }: Platform): Witness | undefined =>
  rooms.find(({ witness }) => witness !== undefined)?.witness;

/** Keeps an act of the security log in the transaction that does it: no record, no act. */
export async function witnessDone(
  { platform, served, input }: Call,
  work: Work,
  said: unknown,
): Promise<void> {
  const { id } = served.route;
  if (isSecurityAct(id)) await witnessOf(platform)?.(work, await seenOf(served, work, input, said));
}

/** Steps on the way to an act, and noise that a limit cuts off. */
const passing: ReadonlySet<RefusalCode> = new Set([
  'identity.step_up_needed',
  'identity.totp_needed',
  'identity.password_once',
  'identity.password_over',
  'identity.second_factor_needed',
  'platform.invalid_input',
  'platform.not_signed_in',
  'platform.in_flight',
  'platform.key_reused',
  'platform.too_many',
]);

/** Keeps one that was refused, in a transaction of its own, since that of the act is gone; the refusal stands in any case. */
export async function witnessRefused(call: Call, error: unknown): Promise<void> {
  const { platform, served, input, request, http } = call;
  const witness = witnessOf(platform);
  if (!isSecurityAct(served.route.id) || !(error instanceof Refusal) || passing.has(error.code)) return;
  try {
    const entry = entryOf(request, http.tokenHash, platform.settings, true);
    await withWork(platform, entry, platform.clock(), 'write', async (given) => {
      const work = { ...given, address: http.ip };
      await witness?.(work, { ...(await seenOf(served, work, input, null)), code: error.code });
    });
  } catch (fault) {
    platform.log.error(describe(fault), 'a refusal could not be kept in the security log');
  }
}

async function seenOf({ route, tell }: Served, work: Work, input: In<Route>, said: unknown): Promise<Seen> {
  const [first] = Object.values(input.params as Record<string, unknown>);
  const told = await tell?.(work, input, said);
  const object = typeof first === 'string' ? first : null;
  return { act: route.id as SecurityAct, code: null, object, ...told };
}
