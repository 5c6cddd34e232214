import { useNavigate } from 'react-router';
import { addOrganization } from '@fengqiao/contract/registry/place-acts.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { filled } from '@fengqiao/ui/record.ts';
import { useDone } from '../../parts/form/ActForm.tsx';
import { statedNow, statedOf, type Stated } from '../../parts/form/StatedFields.tsx';
import { NewPlace, PlacePart } from './NewPlace.tsx';
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
    <NewPlace<Entered>
      title={texts.addOrganization}
      says={texts.addOrganizationSays}
      act={act}
      start={statedNow()}
      onSend={send}
    >
      <PlacePart id="what" title={texts.what}>
        <WhatFields />
      </PlacePart>
      <PlacePart id="ask" title={texts.ask}>
        <AskFields />
      </PlacePart>
    </NewPlace>
  );
}
