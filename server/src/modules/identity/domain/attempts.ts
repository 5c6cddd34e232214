const MINUTE = 60_000;

/** How often one person or address may try. */
export const limits = {
  /** Five wrong passwords close the login for 15 minutes (GB/T 22239-2019 8.1.4.1). */
  password: { most: 5, within: 15 * MINUTE },
  /** Codes to one phone: a minute apart, five an hour. */
  code_phone: { most: 5, within: 60 * MINUTE, apart: MINUTE },
  /** Codes asked from one address; several households may share one. */
  code_address: { most: 60, within: 60 * MINUTE },
} as const satisfies Record<string, Limit>;

export type AttemptKind = keyof typeof limits;
type Limit = { readonly most: number; readonly within: number; readonly apart?: number };

/** Until when no further try is taken, or null; `times` are the latest tries, newest first, at least `most` of them if there are. */
export function pausedUntil(times: readonly Date[], limit: Limit, now: Date): Date | null {
  const [latest] = times;
  if (latest === undefined) return null;
  const nth = times[limit.most - 1];
  const full = nth !== undefined && latest.getTime() - nth.getTime() < limit.within;
  const until = latest.getTime() + (full ? limit.within : (limit.apart ?? 0));
  return until > now.getTime() ? new Date(until) : null;
}
