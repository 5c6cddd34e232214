import type { CaseView } from '@fengqiao/contract/cases/views.ts';
import { bases } from '@fengqiao/contract/cases/words.ts';
import { chained, named, t, tOf } from '@fengqiao/ui/language.ts';
import { span, stamp } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { useNow } from '../now.ts';
import { endings, texts } from './texts.ts';

type Assignment = CaseView['assignments'][number];
const at = (instant: string) => new Date(instant).getTime();

/** The chain of holders with the time each held it, drawn to one scale. */
export function Holders({ theCase: { assignments, closedAt, archivedAt } }: { theCase: CaseView }) {
  const now = useNow();
  const last = at(closedAt ?? archivedAt ?? now.toISOString());
  const spanOf = (one: Assignment) => (one.endedAt === null ? last : at(one.endedAt)) - at(one.assignedAt);
  const longest = Math.max(1, ...assignments.map(spanOf));
  return (
    <section className="card" aria-labelledby="holders">
      <h2 id="holders">{t(texts.holders)}</h2>
      {assignments.length === 0 && <p className="hint">{t(texts.holdersNone)}</p>}
      <ul className="holders">
        {assignments.map((one) => (
          <Holder
            key={one.id}
            one={one}
            held={spanOf(one)}
            share={spanOf(one) / longest}
            closed={closedAt !== null}
          />
        ))}
      </ul>
    </section>
  );
}

function Holder({
  one,
  held,
  share,
  closed,
}: {
  one: Assignment;
  held: number;
  share: number;
  closed: boolean;
}) {
  const { nameOf } = useUnits();
  const taken =
    one.acknowledgedAt === null
      ? t(texts.notAcknowledged)
      : t(texts.acknowledgedAfter, { span: span(at(one.acknowledgedAt) - at(one.assignedAt)) });
  const contacted =
    one.contactedAt === null
      ? ''
      : ` · ${t(texts.contactedAfter, { span: span(at(one.contactedAt) - at(one.assignedAt)) })}`;
  return (
    <li>
      <div className="row between">
        <span>
          <strong>{nameOf(one.unit)}</strong>{' '}
          <span className="hint small">
            {t(one.level === 1 ? texts.level1 : texts.level2)} · {t(bases[one.basis])}
          </span>
        </span>
        <span className="number">
          {span(held)}
          {one.endedAt === null && !closed && <span className="mark primary">{t(texts.current)}</span>}
        </span>
      </div>
      <div className="held">
        <span style={{ width: `${Math.max(1, share * 100)}%` }} className={one.level === 1 ? '' : 'second'} />
      </div>
      <div className="small hint">
        {stamp(one.assignedAt)} · {taken}
        {contacted}
        {one.endedHow !== null && ` · ${tOf(endings, one.endedHow)}`}
      </div>
      <Why why={one.why} />
    </li>
  );
}

/** The reason of an assignment as it was written down. */
function Why({ why }: { why: Assignment['why'] }) {
  const said =
    t({ zh: wordOf(why['whyZh']), en: wordOf(why['whyEn']) }) ||
    (typeof why['reason'] === 'string' ? why['reason'] : '');
  const { rowKey, listVersion } = why;
  const cited =
    typeof rowKey === 'string' && typeof listVersion === 'number'
      ? t(texts.row, { row: rowKey, version: listVersion })
      : '';
  if (said === '' && cited === '') return null;
  return (
    <div className="small">
      {named(t(texts.why))}
      {chained([cited, said])}
    </div>
  );
}

const wordOf = (value: unknown) => (typeof value === 'string' ? value : '');
