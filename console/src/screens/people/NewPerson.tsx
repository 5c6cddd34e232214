import { useEffect, useRef, useState } from 'react';
import { CheckCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import { addPerson, searchPeople, type PersonHints } from '@fengqiao/contract/registry/people.ts';
import { addHome } from '@fengqiao/contract/registry/place-acts.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { ActForm, Inline } from '../../parts/form/ActForm.tsx';
import { StatedFields, statedNow } from '../../parts/form/StatedFields.tsx';
import { Page } from '../../parts/Page.tsx';
import { bodyOf, HomeFields, WhoFields, type Entered } from './NewPersonFields.tsx';
import { Hints } from './PersonHints.tsx';
import { texts } from './texts.ts';

type Added = {
  readonly id: string;
  readonly name: string;
  readonly homeKnown: boolean;
  readonly address: boolean;
};

/** Writes somebody down. What was entered stays until the server has taken it. */
export function NewPerson() {
  const [added, setAdded] = useState<Added | null>(null);
  return (
    <Page title={t(texts.add)} says={t(texts.addSays)}>
      {added === null ? (
        <AddForm onAdded={setAdded} />
      ) : (
        <AddedCard of={added} onAgain={() => setAdded(null)} />
      )}
    </Page>
  );
}

function AddForm({ onAdded }: { onAdded: (added: Added) => void }) {
  const last = useRef<Entered | null>(null);
  const [hints, setHints] = useState<PersonHints>([]);
  const act = useAct(addPerson, ({ id, homeKnown }) =>
    onAdded({ id, homeKnown, name: last.current?.name ?? '', address: Boolean(last.current?.address) }),
  );
  return (
    <Inline value>
      <ActForm<Entered>
        send={texts.add}
        act={act}
        start={{ kind: 'resident', ...statedNow() }}
        onSend={(entered) => {
          last.current = entered;
          act.mutate({ body: bodyOf(entered) });
        }}
      >
        <div className="stack">
          <section className="card" aria-labelledby="who">
            <h2 id="who">{t(texts.who)}</h2>
            <p className="hint">{t(texts.whoSays)}</p>
            <WhoFields onHints={setHints} />
            <Hints hints={hints} />
          </section>
          <section className="card" aria-labelledby="lives">
            <h2 id="lives">{t(texts.lives)}</h2>
            <HomeFields />
          </section>
          <section className="card" aria-labelledby="known">
            <h2 id="known">{t(texts.known)}</h2>
            <StatedFields />
          </section>
        </div>
      </ActForm>
    </Inline>
  );
}

/** Who was written down; a home that is not known yet is the next thing to do. */
function AddedCard({ of: { id, name, homeKnown, address }, onAgain }: { of: Added; onAgain: () => void }) {
  const me = useMe();
  const again = useRef<HTMLButtonElement>(null);
  useEffect(() => again.current?.focus(), []);
  return (
    <section className="card stack" aria-labelledby="added">
      <h2 id="added">
        <CheckCircleOutlined aria-hidden /> {t(texts.added)}
      </h2>
      <p>{t(texts.addedSays, { name })}</p>
      {address && !homeKnown && (
        <p className="heed row wrap">
          {t(texts.noHome)}
          {mayCall(me, addHome) && <Link to="/homes/new">{t(texts.addHome)}</Link>}
        </p>
      )}
      <div className="row">
        <Button type="primary" ref={again} onClick={onAgain}>
          {t(texts.another)}
        </Button>
        {mayCall(me, searchPeople) && <Link to={`/people/${id}?for=register`}>{t(texts.look)}</Link>}
      </div>
    </section>
  );
}
