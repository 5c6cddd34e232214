import { Alert } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import { purposes, type Purpose } from '@fengqiao/contract/purposes.ts';
import { personCard } from '@fengqiao/contract/exports.ts';
import { viewPerson, type PersonView } from '@fengqiao/contract/registry/people.ts';
import { lifeEvents, personKinds, personStates, relations } from '@fengqiao/contract/registry/words.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { among, keysOf } from '@fengqiao/ui/record.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { Answer } from '../../parts/Answer.tsx';
import { ShareCard } from '../../parts/export/ShareCard.tsx';
import { Page } from '../../parts/Page.tsx';
import { PersonActs } from './PersonActs.tsx';
import { PersonFields } from './PersonFields.tsx';
import { texts } from './texts.ts';

/** One person of the registry, masked; each look is for the purpose they were looked for. */
export function PersonPage() {
  const { id = '' } = useParams();
  const [asked] = useSearchParams();
  const purpose: Purpose = among(keysOf(purposes), asked.get('for')) ?? 'register';
  const person = useSay(viewPerson, { params: { id }, body: { purpose } });
  return <Answer of={person}>{(found) => <Person person={found} purpose={purpose} />}</Answer>;
}

function Person({ person, purpose }: { person: PersonView; purpose: Purpose }) {
  const { nameOf } = useUnits();
  const { name, kind, state, grid, community, building, openCorrections, mergedInto } = person;
  const says = [t(personKinds[kind]), nameOf(grid ?? community), building ?? '']
    .filter((part) => part !== '')
    .join(' · ');
  return (
    <Page
      title={name}
      says={says}
      extra={
        <>
          <ShareCard of={personCard} id={person.id} />
          <PersonActs person={person} />
        </>
      }
    >
      {mergedInto !== null && (
        <Alert
          type="info"
          showIcon
          title={t(texts.merged)}
          action={<Link to={`/people/${mergedInto}?for=${purpose}`}>{t(texts.toMerged)}</Link>}
        />
      )}
      <section className="card" aria-label={t(texts.fields)}>
        <div className="card-head">
          <h2>{t(texts.fields)}</h2>
          <span className="row">
            {openCorrections > 0 && (
              <Link to={`/corrections?subject=${person.id}`}>
                {t(texts.openCorrections, { n: openCorrections })}
              </Link>
            )}
            <span className={`mark ${state === 'here' ? 'good' : ''}`}>{t(personStates[state])}</span>
          </span>
        </div>
        <PersonFields person={person} purpose={purpose} />
      </section>
      <Family person={person} purpose={purpose} />
      <Events person={person} />
    </Page>
  );
}

function Family({ person: { family }, purpose }: { person: PersonView; purpose: Purpose }) {
  return (
    <section className="card" aria-label={t(texts.family)}>
      <h2>{t(texts.family)}</h2>
      {family.length === 0 ? (
        <p className="hint">{t(texts.noFamily)}</p>
      ) : (
        <ul className="row wrap">
          {family.map(({ id, name, relation }) => (
            <li key={id} className="row">
              <Link to={`/people/${id}?for=${purpose}`}>{name}</Link>
              {relation !== null && <span className="mark">{t(relations[relation])}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Events({ person: { events } }: { person: PersonView }) {
  return (
    <section className="card" aria-label={t(texts.events)}>
      <h2>{t(texts.events)}</h2>
      {events.length === 0 ? (
        <p className="hint">{t(texts.noEvents)}</p>
      ) : (
        <dl className="facts">
          {events.flatMap(({ id, kind, at, source, asOf, unit }) => [
            <dt key={`${id} at`} className="number">
              {at}
            </dt>,
            <dd key={id}>
              {t(lifeEvents[kind])}{' '}
              <span className="hint small">
                {t(texts.eventUnit, { source, unit: unit === null ? '—' : t(unit.name), day: asOf })}
              </span>
            </dd>,
          ])}
        </dl>
      )}
    </section>
  );
}
