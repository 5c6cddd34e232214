import { useContext } from 'react';
import { Link } from 'react-router';
import { t } from '@fengqiao/ui/language.ts';
import { useMe } from '@fengqiao/ui/session.ts';
import { deskNames } from '@fengqiao/contract/cases/desk-names.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import { waitingOn, type Counts } from '../../shell/counts.ts';
import { Mine } from '../../shell/mine.ts';
import { texts } from './texts.ts';

type Desk = Counts['desks'][number]['desk'];

/** The screen that works off a desk; a desk without one opens the work list. */
const screenOf: Readonly<Partial<Record<Desk, string>>> = {
  intake: '/register',
  to_verify: '/register?desk=to_verify',
  to_register: '/register?desk=to_register',
  to_dispatch: '/dispatch',
  arbitration: '/arbitration',
  to_acknowledge: '/handling?desk=to_acknowledge',
  in_hand: '/handling?desk=in_hand',
  to_check: '/verification',
  to_close: '/closing',
  to_archive: '/closing?desk=to_archive',
  held: '/holds',
  reopening: '/reopenings',
};
const shown: readonly Desk[] = [
  'intake',
  'to_verify',
  'to_register',
  'to_dispatch',
  'arbitration',
  'to_acknowledge',
  'in_hand',
  'to_check',
  'to_close',
  'to_archive',
  'held',
  'overdue',
  'reopening',
];

type Tile = { readonly key: string; readonly name: Both; readonly count: number; readonly to: string };

/** What waits beside the cases themselves. */
const others = [
  { key: 'tasks', name: texts.tasks, to: '/tasks' },
  { key: 'requests', name: texts.requests, to: '/requests' },
  { key: 'consultations', name: texts.consultations, to: '/consultations' },
  { key: 'supervisions', name: texts.supervisions, to: '/supervisions' },
  { key: 'callbacks', name: texts.callbacks, to: '/callbacks' },
  { key: 'revisions', name: texts.revisions, to: '/lists' },
] as const;

/** How much waits on each desk that my post works at; a press opens it. */
export function Desks({ counts }: { counts: Counts }) {
  const me = useMe();
  const mine = useContext(Mine);
  const looks = me.role === 'leader' || me.role === 'supervisor' || me.role === 'district';
  const works = (desk: Desk) =>
    looks || desk === 'overdue' || mine.has(screenOf[desk]?.split('?', 1)[0] ?? '');
  const desks = counts.desks
    .filter(({ desk, count }) => shown.includes(desk) && count > 0 && works(desk))
    .map(({ desk, count }): Tile => {
      const to = screenOf[desk];
      const path = to?.split('?', 1)[0] ?? '';
      return {
        key: desk,
        name: deskNames[desk],
        count,
        to: to !== undefined && mine.has(path) ? to : `/cases?desk=${desk}`,
      };
    });
  const beside = others.map(({ key, name, to }): Tile => ({
    key,
    name,
    to,
    count: waitingOn(to, counts, me),
  }));
  const tiles = [...desks, ...beside.filter(({ count, to }) => count > 0 && mine.has(to))];
  return (
    <section aria-label={t(texts.desks)}>
      {tiles.length === 0 ? (
        <p className="card hint">{t(texts.nothing)}</p>
      ) : (
        <ul className="tiles" style={rowsOf(tiles.length)}>
          {tiles.map(({ key, name, count, to }) => (
            <li key={key}>
              <Link to={to} className={key === 'overdue' ? 'tile urgent' : 'tile'}>
                <span className="tile-count">{count}</span>
                <span className="tile-name">{t(name)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const MOST_IN_A_ROW = 8;

/** Rows of about as many tiles each, so that none stands half empty. */
function rowsOf(tiles: number): Record<string, number> {
  const rows = Math.ceil(tiles / MOST_IN_A_ROW);
  return { '--in-a-row': Math.ceil(tiles / rows) };
}
