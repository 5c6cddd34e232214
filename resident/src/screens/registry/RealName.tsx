import { useState } from 'react';
import { proveRealName } from '@fengqiao/contract/registry/corrections.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Button, LinkButton } from '@fengqiao/ui/phone/Button.tsx';
import { TextField } from '@fengqiao/ui/phone/Field.tsx';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { Empty, Failed, Loading } from '@fengqiao/ui/phone/States.tsx';
import { useWho } from '@fengqiao/ui/phone/street.ts';
import { texts } from './texts.ts';

const REAL_NAME = 2;

/** 实名核验: name and number against the registry, without a face. */
export function RealName() {
  const me = useWho().data;
  return (
    <Page title={t(texts.realName)} back="/settings">
      <p>{t(texts.realNameSays)}</p>
      {me === undefined ? (
        <Loading />
      ) : me.kind !== 'resident' ? (
        <Empty action={<LinkButton to="/sign-in?next=/real-name">{t(texts.signIn)}</LinkButton>}>
          {t(texts.signInWhy)}
        </Empty>
      ) : me.level >= REAL_NAME ? (
        <Empty action={<LinkButton to="/my-data">{t(texts.toMine)}</LinkButton>}>{t(texts.done)}</Empty>
      ) : (
        <Claim />
      )}
    </Page>
  );
}

function Claim() {
  const [name, setName] = useState('');
  const [idNumber, setIdNumber] = useState('');
  const prove = useAct(proveRealName);
  const filled = name.trim() !== '' && idNumber.trim().length >= 4;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (filled) prove.mutate({ body: { name: name.trim(), idNumber: idNumber.trim() } });
      }}
    >
      <TextField label={t(texts.name)} value={name} onChange={setName} max={60} complete="name" />
      <TextField label={t(texts.idNumber)} value={idNumber} onChange={setIdNumber} max={30} />
      {prove.error && <Failed error={prove.error} />}
      <Button kind="main" submit busy={prove.isPending} why={filled ? undefined : t(texts.both)}>
        {t(texts.compare)}
      </Button>
    </form>
  );
}
