import { useSearchParams } from 'react-router';
import { t } from '@fengqiao/ui/language.ts';
import { Button, LinkButton } from '@fengqiao/ui/phone/Button.tsx';
import { Empty } from '@fengqiao/ui/phone/States.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { usePlan } from './plan.ts';
import { texts } from './texts.ts';
import { VisitForm } from './VisitForm.tsx';

/** 走访: whom I mean to visit today; one press opens the form with everything the register knows already in it. */
export function Visits() {
  const { people, drop } = usePlan();
  const [query, setQuery] = useSearchParams();
  const chosen = query.get('person');
  const person = people.find(({ id }) => id === chosen) ?? null;
  if (chosen !== null)
    return (
      <Screen title={t(texts.title)} back="/visits">
        <VisitForm key={chosen} person={person} onDone={() => person !== null && drop(person.id)} />
      </Screen>
    );
  return (
    <Screen title={t(texts.title)} back="/">
      <p className="hint">{t(texts.how)}</p>
      {people.length === 0 && (
        <Empty
          action={
            <LinkButton icon="people" to="/my-grid">
              {t(texts.choose)}
            </LinkButton>
          }
        >
          {t(texts.none)}
        </Empty>
      )}
      <ul className="cards" aria-label={t(texts.plan)}>
        {people.map(({ id, name, building }) => (
          <li key={id} className="card">
            <p className="card-top">
              <strong>{name}</strong>
              <span>{building}</span>
            </p>
            <div className="row">
              <Button kind="main" icon="door" onPress={() => setQuery({ person: id })}>
                {t(texts.begin)}
              </Button>
              <Button kind="quiet" onPress={() => drop(id)}>
                {t(texts.drop)}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <div className="foot">
        {people.length > 0 && <LinkButton to="/my-grid">{t(texts.choose)}</LinkButton>}
        <LinkButton to="/past">{t(texts.past)}</LinkButton>
        <Button onPress={() => setQuery({ person: 'none' })}>{t(texts.unlisted)}</Button>
      </div>
    </Screen>
  );
}
