import { addAccount } from '@fengqiao/contract/accounts.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { filled } from '@fengqiao/ui/record.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { ActForm } from '../../parts/form/ActForm.tsx';
import { LineField } from '../../parts/form/Fields.tsx';
import { Once } from '../../parts/Once.tsx';
import { GrantFields, grantOf, type GrantEntered } from './GrantFields.tsx';
import { texts } from './texts.ts';

type Entered = GrantEntered & { name: string; login: string; phone?: string };

/** A new account with its first post; the one-time password is shown once. */
export function AddAccount({ onDone }: { onDone: () => void }) {
  const act = useAct(addAccount);
  const { properties: of } = addAccount.body;
  if (act.data !== undefined)
    return (
      <Once
        what={texts.once}
        secret={act.data.password}
        says={t(texts.onceEnds, { at: stamp(act.data.endsAt) })}
        onDone={onDone}
      />
    );
  return (
    <ActForm<Entered>
      send={texts.add}
      act={act}
      onSend={({ name, login, phone, ...grant }) =>
        act.mutate({ body: { name, login, ...filled({ phone }), ...grantOf(grant) } })
      }
      onCancel={onDone}
    >
      <LineField name="name" label={texts.name} of={of.name} />
      <LineField name="login" label={texts.login} says={texts.loginSays} of={of.login} />
      <LineField optional name="phone" label={texts.phone} of={of.phone} />
      <GrantFields />
    </ActForm>
  );
}
