import { useState, type FormEvent } from 'react';
import { searchPeople } from '@fengqiao/contract/registry/people.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { TextField } from '@fengqiao/ui/phone/Field.tsx';
import { Empty, Failed } from '@fengqiao/ui/phone/States.tsx';
import { usePhone } from '../../offline/phone.ts';
import { usePlan } from '../visits/plan.ts';
import { texts } from './texts.ts';

const MOST = 20;

/** The people of the grid, masked, by name or address or page after page; nothing is shown before somebody asks. */
export function People() {
  const { me } = usePhone();
  const [words, setWords] = useState('');
  const act = useAct(searchPeople, () => undefined, { reveals: true });
  const where = me.role === 'community' ? { community: me.unit ?? '' } : { grid: me.unit ?? '' };
  const ask = (after?: string) => {
    const asked = words.trim();
    const by = asked === '' ? {} : /\d/.test(asked) ? { address: asked } : { name: asked };
    act.mutate({ body: { purpose: 'visit', limit: MOST, ...where, ...by, ...(after && { after }) } });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask();
  };
  const { next } = act.data ?? { next: null };
  return (
    <section className="stack" aria-label={t(texts.people)}>
      <h2>{t(texts.people)}</h2>
      <p className="hint">{t(texts.recorded)}</p>
      <form className="stack" onSubmit={submit}>
        <TextField
          label={t(texts.search)}
          hint={t(texts.searchHint)}
          mode="search"
          max={60}
          value={words}
          onChange={setWords}
        />
        <Button submit wide busy={act.isPending}>
          {t(words.trim() === '' ? texts.all : texts.find)}
        </Button>
      </form>
      {act.error && <Failed error={act.error} />}
      {act.data && <Found items={act.data.items} />}
      {next !== null && <Button onPress={() => ask(next)}>{t(texts.more)}</Button>}
    </section>
  );
}

type Items = NonNullable<ReturnType<typeof useAct<typeof searchPeople>>['data']>['items'];

function Found({ items }: { items: Items }) {
  const { people, add, drop } = usePlan();
  if (items.length === 0) return <Empty>{t(texts.nobody)}</Empty>;
  return (
    <ul className="cards" role="status">
      {items.map((person) => {
        const planned = people.some(({ id }) => id === person.id);
        return (
          <li key={person.id} className="card">
            <p className="card-top">
              <strong>{person.name}</strong>
              <span>{person.phone}</span>
            </p>
            <p>{person.building}</p>
            <Button
              kind={planned ? 'quiet' : 'second'}
              icon={planned ? 'check' : 'plus'}
              onPress={() => (planned ? drop(person.id) : add(person))}
            >
              {t(planned ? texts.planned : texts.addToPlan)}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
