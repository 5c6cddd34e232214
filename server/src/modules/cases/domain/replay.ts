import type { Both } from '@fengqiao/contract/route.ts';
import { decide, type Matter } from './dispatch.ts';
import type { Units } from './duty.ts';
import { firstRow, type ResponsibilityList } from './list.ts';

export type Past = Matter & { readonly id: string; readonly no: string };
export type Change = {
  type: string;
  name: Both;
  count: number;
  from: string;
  to: string;
  sample: { id: string; no: string }[];
};

const SAMPLE = 5;

/** What a draft would have decided otherwise than the list in force, case by case; the commonest change first. */
export function replay(
  inForce: ResponsibilityList,
  draft: ResponsibilityList,
  units: Units,
  cases: Iterable<Past>,
): { cases: number; same: number; changes: Change[] } {
  const changes = new Map<string, Change>();
  let looked = 0;
  let same = 0;
  for (const past of cases) {
    looked += 1;
    const [from, to] = [answerOf(inForce, units, past), answerOf(draft, units, past)];
    if (from === to) {
      same += 1;
      continue;
    }
    const key = `${past.type} ${from} ${to}`;
    const change = changes.get(key) ?? {
      type: past.type,
      name: nameOf(inForce, draft, past.type),
      count: 0,
      from,
      to,
      sample: [],
    };
    changes.set(key, change);
    change.count += 1;
    if (change.sample.length < SAMPLE) change.sample.push({ id: past.id, no: past.no });
  }
  return { cases: looked, same, changes: [...changes.values()].sort((a, b) => b.count - a.count) };
}

function answerOf(list: ResponsibilityList, units: Units, past: Past): string {
  const { basis, lead } = decide(list, units, past);
  return lead === null ? basis : `${basis}:${lead}`;
}

function nameOf(inForce: ResponsibilityList, draft: ResponsibilityList, type: string): Both {
  const row = firstRow(draft, type) ?? firstRow(inForce, type);
  return { zh: row?.zh ?? type, en: row?.en ?? type };
}
