import {
  careEndings,
  careKinds,
  careSeats,
  careStates,
  type CarePerson,
  type CareView,
} from '@fengqiao/contract/care.ts';
import { certainties, type Certainty } from '@fengqiao/contract/certainty.ts';
import { t } from '@fengqiao/ui/language.ts';
import { dayOf, stamp } from '@fengqiao/ui/time.ts';
import { texts, tones } from './texts.ts';
import './care.css';

/** What is known and agreed, and what was done. */
export function Record({ record }: { record: CareView }) {
  return (
    <>
      {record.handover !== null && <Handing of={record.handover} />}
      <div className="care-two">
        <About record={record} />
        <Known record={record} />
      </div>
      <section className="card" aria-label={t(texts.measures)}>
        <h2>{t(texts.measures)}</h2>
        <ol className="care-steps">
          {record.measures.map((measure) => (
            <li key={measure}>{measure}</li>
          ))}
        </ol>
      </section>
      <Notes record={record} />
    </>
  );
}

function About({ record: { person, kind, paper, why } }: { record: CareView }) {
  const { basis, ...called } = careKinds[kind];
  const read: Certainty = called.read;
  return (
    <section className="card" aria-label={t(texts.person)}>
      <h2>{t(texts.person)}</h2>
      <dl className="facts">
        <dt>{t(texts.name)}</dt>
        <dd>{person.name ?? '—'}</dd>
        <dt>{t(texts.phone)}</dt>
        <dd className="number">{person.phone ?? '—'}</dd>
        <dt>{t(texts.address)}</dt>
        <dd>{person.address ?? '—'}</dd>
        <dt>{t(texts.kind)}</dt>
        <dd>{t(called)}</dd>
        <dt>{t(texts.basis)}</dt>
        <dd>
          {t(basis)} {read === 'recalled' && <span className="mark warn wraps">{t(certainties[read])}</span>}
        </dd>
        <dt>{t(texts.paper)}</dt>
        <dd>{paper}</dd>
        <dt>{t(texts.why)}</dt>
        <dd className="prose">{why}</dd>
      </dl>
    </section>
  );
}

const called = ({ name }: CarePerson): string => name ?? t(texts.gone);

function Known({ record }: { record: CareView }) {
  const { state, worker, second, contactOn, until, approvedAt, closing, ending, closedAt, deleteOn } = record;
  return (
    <section className="card" aria-label={t(texts.people)}>
      <div className="card-head">
        <h2>{t(texts.people)}</h2>
        <span className={`mark ${tones[state]}`}>{t(careStates[state])}</span>
      </div>
      <dl className="facts">
        <dt>{t(careSeats.worker)}</dt>
        <dd>{called(worker)}</dd>
        <dt>{t(careSeats.second)}</dt>
        <dd>
          {called(second)}
          {approvedAt !== null && <span className="hint"> · {stamp(approvedAt)}</span>}
        </dd>
        {closing !== null && (
          <>
            <dt>{t(closedAt === null ? texts.answered : texts.words)}</dt>
            <dd className="prose">{closing}</dd>
          </>
        )}
        <dt>{t(texts.contactOn)}</dt>
        <dd className="number">{contactOn ?? '—'}</dd>
        <dt>{t(texts.until)}</dt>
        <dd className="number">{until}</dd>
        {closedAt !== null && (
          <>
            <dt>{t(texts.closed)}</dt>
            <dd>
              {[
                dayOf(closedAt),
                ...(ending === null ? [] : [t(careEndings[ending])]),
                ...(deleteOn === null ? [] : [t(texts.deleteOn, { day: deleteOn })]),
              ].join(' · ')}
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

function Handing({ of: { seat, from, to, reason } }: { of: NonNullable<CareView['handover']> }) {
  return (
    <section className="card" aria-label={t(texts.handing)}>
      <p className="row wrap">
        <span className="mark warn">{t(texts.handing)}</span>
        {t(texts.handingSays, { from: called(from), seat: t(careSeats[seat]), to: called(to), reason })}
      </p>
    </section>
  );
}

function Notes({ record: { notes } }: { record: CareView }) {
  return (
    <section className="card" aria-label={t(texts.notes)}>
      <h2>{t(texts.notes)}</h2>
      {notes.length === 0 ? (
        <p className="hint">{t(texts.noNotes)}</p>
      ) : (
        <ul className="stack">
          {notes.map(({ id, at, by, text }) => (
            <li key={id}>
              <span className="small hint">
                <span className="number">{stamp(at)}</span> · {by}
              </span>
              <p className="prose">{text}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
