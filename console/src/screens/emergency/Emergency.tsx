import { t } from '@fengqiao/ui/language.ts';
import { Page } from '../../parts/Page.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { names } from '../../shell/texts.ts';
import { useOpenEmergency } from './open.ts';
import { OpenPerson } from './OpenPerson.tsx';
import { StartForm } from './StartForm.tsx';
import { texts } from './texts.ts';
import './emergency.css';

/** Break-glass: the form that opens one person, or the person who is open. */
export function Emergency() {
  const { use, ready } = useOpenEmergency();
  return (
    <Page title={t(names.emergency)} says={t(texts.says)}>
      {ready ? use === null ? <StartForm /> : <OpenPerson use={use} /> : <Waiting />}
    </Page>
  );
}
