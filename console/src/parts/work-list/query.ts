import { useSearchParams } from 'react-router';
import { desks, sorts, type CaseQuery } from '@fengqiao/contract/cases.ts';
import { parts } from '@fengqiao/contract/cases/figures.ts';
import { channels, classes, grades, states } from '@fengqiao/contract/cases/words.ts';
import { among, keysOf } from '@fengqiao/ui/record.ts';

/** What of the work list stands in the address; a link to it shows the same list to a colleague. */
export type Asked = CaseQuery & { readonly page: number };

/** Reads the filters from an address; what does not fit is left out. */
export function readQuery(asked: URLSearchParams): Asked {
  const text = (name: string) => asked.get(name) ?? undefined;
  const found = {
    desk: among(desks, asked.get('desk')),
    state: among(keysOf(states), asked.get('state')),
    grade: among(keysOf(grades), asked.get('grade')),
    class: among(keysOf(classes), asked.get('class')),
    channel: among(keysOf(channels), asked.get('channel')),
    sort: among(sorts, asked.get('sort')),
    part: among(keysOf(parts), asked.get('part')),
    type: text('type'),
    community: text('community'),
    grid: text('grid'),
    lead: text('lead'),
    q: text('q')?.slice(0, 60),
    since: text('since'),
    until: text('until'),
    area: text('area'),
    openOn: text('openOn'),
    after: text('after'),
    late: asked.get('late') === 'true' ? true : undefined,
  };
  const given = Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
  return { ...given, page: Math.max(1, Number(asked.get('page')) || 1) };
}

export type Change = { readonly [K in keyof Asked]?: Asked[K] | undefined };

/** The filters of the address and how to change them; any change but of the page goes back to the first one. */
export function useCaseQuery() {
  const [asked, setAsked] = useSearchParams();
  const query = readQuery(asked);
  const change = (change: Change, how: { replace?: boolean } = {}) => {
    const next = new URLSearchParams(asked);
    if (!('after' in change)) for (const name of ['after', 'page']) next.delete(name);
    for (const [name, value] of Object.entries(change)) {
      if (value === undefined || value === '' || value === false) next.delete(name);
      else next.set(name, String(value));
    }
    setAsked(next, how);
  };
  return {
    query,
    change,
    clear: (keep: Change = {}) =>
      setAsked(new URLSearchParams(Object.entries(keep).map(([name, value]) => [name, String(value)]))),
  };
}
