import { useState } from 'react';
import {
  askCorrection,
  correctionStates,
  myRegistry,
  type CorrectionView,
  type MyRegistry,
} from '@fengqiao/contract/registry/corrections.ts';
import { homeRoles } from '@fengqiao/contract/registry/home-people.ts';
import { correctionFieldName } from '@fengqiao/contract/registry/correction-fields.ts';
import { personFields } from '@fengqiao/contract/registry/people.ts';
import { relations, sexes } from '@fengqiao/contract/registry/words.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { listed, t, tOf } from '@fengqiao/ui/language.ts';
import { Badge } from '@fengqiao/ui/phone/Badge.tsx';
import { Button, LinkButton } from '@fengqiao/ui/phone/Button.tsx';
import { Choice, TextField } from '@fengqiao/ui/phone/Field.tsx';
import { Empty, Failed, Loading } from '@fengqiao/ui/phone/States.tsx';
import { longDay } from '@fengqiao/ui/time.ts';
import { OwnPage } from '../../OwnPage.tsx';
import { texts } from './texts.ts';

/** 我的资料: what the street has written down about me, with source and day, and how to correct it. */
export function MyData() {
  return (
    <OwnPage words={texts} path="/my-data">
      <Own />
    </OwnPage>
  );
}

function Own() {
  const { data, error, refetch } = useSay(myRegistry, {});
  if (error !== null) return <Failed error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  if (!data.known)
    return (
      <Empty action={<LinkButton to="/real-name">{t(texts.prove)}</LinkButton>}>{t(texts.proveWhy)}</Empty>
    );
  return (
    <>
      <p>{t(texts.says)}</p>
      <ul className="cards">
        {data.fields.map((fact) => (
          <li key={fact.field} className="card">
            <Fact fact={fact} />
          </li>
        ))}
      </ul>
      {data.homes.length > 0 && (
        <section className="stack" aria-labelledby="homes">
          <h2 id="homes">{t(texts.homes)}</h2>
          <p className="hint">{t(texts.homesSay)}</p>
          <ul className="cards">
            {data.homes.map((home) => (
              <li key={`${home.address} ${home.role} ${home.from}`} className="card">
                <Home home={home} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {data.corrections.length > 0 && (
        <section className="stack" aria-labelledby="corrections">
          <h2 id="corrections">{t(texts.corrections)}</h2>
          <ul className="cards">
            {data.corrections.map((correction) => (
              <li key={correction.id} className="card">
                <Correction correction={correction} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

type FactOf = MyRegistry['fields'][number];
const chosen = { sex: sexes, household: relations } as const;
const wordsFor = (field: string) => (field === 'sex' || field === 'household' ? chosen[field] : null);

function Fact({ fact: { field, value, source, asOf, unit } }: { fact: FactOf }) {
  const [wrong, setWrong] = useState(false);
  const words = wordsFor(field);
  const shown = value === null ? t(texts.nothing) : words === null ? value : tOf(words, value);
  return (
    <>
      <div className="card-top">
        <div>
          <p className="hint">{t(personFields[field])}</p>
          <strong>{shown}</strong>
        </div>
        {!wrong && (
          <Button kind="quiet" onPress={() => setWrong(true)}>
            {t(texts.wrong)}
          </Button>
        )}
      </div>
      <p className="hint">
        {t(texts.source, { source, day: asOf })}
        {unit !== null && ` · ${t(texts.vouched, { unit: t(unit) })}`}
      </p>
      {wrong && <Correct field={field} onDone={() => setWrong(false)} />}
    </>
  );
}

function Home({
  home: { address, role, from, until, source, asOf, unit },
}: {
  home: MyRegistry['homes'][number];
}) {
  const days =
    until === null
      ? from === null
        ? null
        : t(texts.since, { from })
      : from === null
        ? t(texts.till, { until })
        : t(texts.between, { from, until });
  return (
    <>
      <p className="hint">{t(homeRoles[role])}</p>
      <strong>{address}</strong>
      {days !== null && <p>{days}</p>}
      <p className="hint">
        {t(texts.source, { source, day: asOf })}
        {unit !== null && ` · ${t(texts.vouched, { unit: t(unit) })}`}
      </p>
    </>
  );
}

function Correct({ field, onDone }: { field: FactOf['field']; onDone: () => void }) {
  const [value, setValue] = useState('');
  const ask = useAct(askCorrection, onDone);
  const words = wordsFor(field);
  const filled = value.trim() !== '';
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (filled) ask.mutate({ body: { wishes: [{ field, value: value.trim() }] } });
      }}
    >
      {words === null ? (
        <TextField label={t(texts.shouldBe)} value={value} onChange={setValue} max={120} />
      ) : (
        <Choice
          label={t(texts.shouldBe)}
          options={Object.entries(words).map(([key, label]) => ({ value: key, label: t(label) }))}
          value={value || null}
          onChange={setValue}
        />
      )}
      {ask.error && <Failed error={ask.error} />}
      <Button kind="main" submit busy={ask.isPending} why={filled ? undefined : t(texts.tell)}>
        {t(texts.send)}
      </Button>
    </form>
  );
}

function Correction({ correction: { about, fields, state, dueAt, reply } }: { correction: CorrectionView }) {
  return (
    <>
      <Badge tone={state === 'open' ? 'river' : 'good'} icon={state === 'open' ? 'clock' : 'check'}>
        {t(correctionStates[state])}
      </Badge>
      <p>{listed(fields.map((field) => t(correctionFieldName(about, field))))}</p>
      <p className="hint">
        {reply === null ? t(texts.answerBy, { day: longDay(dueAt) }) : t(texts.answered, { reply })}
      </p>
    </>
  );
}
