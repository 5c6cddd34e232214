import { nameMe } from '@fengqiao/contract/identity.ts';
import { useState } from 'react';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { TextField } from '@fengqiao/ui/phone/Field.tsx';
import { Failed } from '@fengqiao/ui/phone/States.tsx';
import { texts } from './texts.ts';

/** How one wishes to be called; empty removes it. */
export function NameField({ name }: { name: string }) {
  const [value, setValue] = useState(name);
  const act = useAct(nameMe);
  return (
    <div className="stack">
      <TextField
        label={t(texts.name)}
        hint={t(texts.nameHint)}
        optional
        complete="name"
        max={40}
        value={value}
        onChange={setValue}
      />
      {act.error && <Failed error={act.error} />}
      {value.trim() !== name && (
        <Button busy={act.isPending} onPress={() => act.mutate({ body: { name: value.trim() } })}>
          {t(texts.save)}
        </Button>
      )}
    </div>
  );
}
