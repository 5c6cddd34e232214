import { useState } from 'react';
import type { Refused } from '@fengqiao/contract/client.ts';

/** Whether a fact of a form says something else than when it was opened; an empty field is none. */
export const isOther = (was: unknown, now: unknown): boolean => plain(was) !== plain(now);
const plain = (value: unknown) => (value === undefined || value === '' ? null : value);

/** A fact that was changed, as the contract wants it; nothing where it is as it was. */
export const changed = <K extends string, V>(
  name: K,
  was: V | null | undefined,
  now: V | null | undefined,
): Partial<Record<K, V | null>> => (isOther(was, now) ? record(name, now === '' ? null : (now ?? null)) : {});

const record = <K extends string, V>(name: K, value: V): Partial<Record<K, V>> => {
  const one: Partial<Record<K, V>> = {};
  one[name] = value;
  return one;
};

/** The version to write over: the one on the screen when the form was opened, or the one somebody was just told of. */
export function useSeen(version: number, error: Refused | null): number {
  const [opened] = useState(version);
  const told = error?.code === 'registry.changed_meanwhile' ? error.details['version'] : undefined;
  return typeof told === 'number' ? told : opened;
}
