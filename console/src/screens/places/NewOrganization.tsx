import { useNavigate } from 'react-router';
import { addOrganization } from '@fengqiao/contract/registry/place-acts.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { filled } from '@fengqiao/ui/record.ts';
import { ActForm, Inline, useDone } from '../../parts/form/ActForm.tsx';
import { StatedFields, statedNow, statedOf, type Stated } from '../../parts/form/StatedFields.tsx';
import { Page } from '../../parts/Page.tsx';
import { AskFields, WhatFields, type OrganizationEntered } from './OrganizationFields.tsx';
import { texts } from './texts.ts';

type Entered = Omit<OrganizationEntered, 'state'> & Stated;

/** Writes an organization down. */
export function NewOrganization() {
  const navigate = useNavigate();
  const done = useDone();
  const act = useAct(addOrganization, ({ id }) => {
    done(texts.addOrganization);
    void navigate(`/organizations?open=${id}`);
  });
  const send = ({ name, kind, address, source, asOf, ...facts }: Entered) =>
    act.mutate({ body: { name, kind, address, ...filled(facts), ...statedOf({ source, asOf }) } });
  return (
    <Page title={t(texts.addOrganization)} says={t(texts.addOrganizationSays)}>
      <Inline value>
        <ActForm<Entered> send={texts.addOrganization} act={act} start={statedNow()} onSend={send}>
          <div className="stack">
            <section className="card" aria-labelledby="what">
              <h2 id="what">{t(texts.what)}</h2>
              <WhatFields />
            </section>
            <section className="card" aria-labelledby="ask">
              <h2 id="ask">{t(texts.ask)}</h2>
              <AskFields />
            </section>
            <section className="card" aria-labelledby="known">
              <h2 id="known">{t(texts.known)}</h2>
              <StatedFields />
            </section>
          </div>
        </ActForm>
      </Inline>
    </Page>
  );
}
