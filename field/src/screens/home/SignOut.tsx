import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { signOut } from '@fengqiao/contract/identity.ts';
import { ask } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Button, LinkButton } from '@fengqiao/ui/phone/Button.tsx';
import { Sheet } from '@fengqiao/ui/phone/Sheet.tsx';
import { noteLeaving } from '../../offline/identity.ts';
import { wipePhone } from '../../offline/open.ts';
import { unsent } from '../../offline/outbox.ts';
import { usePhone } from '../../offline/phone.ts';
import { texts } from './texts.ts';

/** Signing out wipes this phone; with something unsent it says so first, and how much. */
export function SignOut() {
  const { phone } = usePhone();
  const client = useQueryClient();
  const [lost, setLost] = useState<number | null>(null);
  const leave = async () => {
    await ask(signOut, {}).catch(noteLeaving);
    await wipePhone(phone);
    client.clear();
    location.assign('/field/sign-in');
  };
  const press = async () => {
    const left = await unsent(phone.base);
    if (left === 0) await leave();
    else setLost(left);
  };
  return (
    <>
      <Button kind="quiet" onPress={() => void press()}>
        {t(texts.signOut)}
      </Button>
      {lost !== null && (
        <Sheet title={t(texts.signOut)} onClose={() => setLost(null)}>
          <p className="error">{t(texts.lost, { n: lost })}</p>
          <LinkButton kind="main" icon="up" to="/outbox">
            {t(texts.sendFirst)}
          </LinkButton>
          <Button kind="danger" onPress={() => void leave()}>
            {t(texts.leaveAnyway)}
          </Button>
        </Sheet>
      )}
    </>
  );
}
