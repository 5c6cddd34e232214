import { Alert } from 'antd';
import { Link } from 'react-router';
import { findHeld, type Held as HeldField } from '@fengqiao/contract/catalogue/resources.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { listed, t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { texts } from './texts.ts';

const MOST = 80;
const LONGEST = 120;
const SHOWN = 5;

/** Warns that the street already holds fields somebody is about to collect, with where; silent where it holds none. */
export function Held({ fields, besides }: { fields: readonly string[]; besides?: string }) {
  const me = useMe();
  const asked = [...new Set(fields.map((field) => field.trim()))]
    .filter((field) => field.length > 0 && field.length <= LONGEST)
    .slice(0, MOST);
  const { data } = useSay(
    findHeld,
    { body: { fields: asked, ...(besides === undefined ? {} : { besides }) } },
    { enabled: asked.length > 0 && mayCall(me, findHeld), keepLast: true },
  );
  const found = byResource(asked.length === 0 ? [] : (data?.items ?? []));
  if (found.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t(texts.held)}
      description={
        <ul>
          {found.slice(0, SHOWN).map(([first, names]) => (
            <HeldLine key={first.resource} first={first} names={names} />
          ))}
          {found.length > SHOWN && <li>{t(texts.heldMore, { n: found.length - SHOWN })}</li>}
        </ul>
      }
    />
  );
}

function HeldLine({ first, names }: { first: HeldField; names: readonly string[] }) {
  const { nameOf } = useUnits();
  return (
    <li>
      <Link to={`/catalogue/${first.resource}`} className="underlined">
        {t(first.name)}
      </Link>{' '}
      · {nameOf(first.provider)} · {listed(names)}
    </li>
  );
}

/** One line a resource, those that hold most of what was asked first. */
function byResource(items: readonly HeldField[]): (readonly [HeldField, readonly string[]])[] {
  const found = new Map<string, readonly [HeldField, readonly string[]]>();
  for (const item of items) {
    const [first, names] = found.get(item.resource) ?? [item, []];
    found.set(item.resource, [first, names.includes(item.asked) ? names : [...names, item.asked]]);
  }
  return [...found.values()].toSorted((a, b) => b[1].length - a[1].length);
}
