import type { ReactNode } from 'react';
import type { CaseView } from '@fengqiao/contract/cases/views.ts';
import type { Act } from '@fengqiao/contract/cases/words.ts';
import { mayOf } from '@fengqiao/ui/may.ts';
import { t } from '@fengqiao/ui/language.ts';
import { acts } from '@fengqiao/contract/cases/words.ts';
import type { ActProps } from '../../acts/props.ts';
import { ActBar } from '../case/ActBar.tsx';
import { Clocks } from '../case/Clocks.tsx';
import { Head } from '../case/Head.tsx';
import { Inline } from '../form/ActForm.tsx';
import { Holders } from '../case/Holders.tsx';
import { Said } from '../case/Said.tsx';
import { Tasks } from '../case/Tasks.tsx';

type PaneProps = {
  theCase: CaseView;
  /** Acts whose forms stand open in the pane and are left out of the bar. */
  open?: readonly (readonly [Act, (props: ActProps) => ReactNode])[];
  /** What has to be seen before the act. */
  children?: ReactNode;
};

/** The chosen case of a desk: what it is, the form this desk is for, the other acts, then what one needs to know. */
export function Pane({ theCase, open = [], children }: PaneProps) {
  const ready = open.filter(([act]) => mayOf(theCase.may, act).may);
  return (
    <>
      <Head theCase={theCase} linked />
      {children}
      {ready.map(([act, Form]) => (
        <section key={act} className="card" aria-label={t(acts[act])}>
          <h2>{t(acts[act])}</h2>
          <Inline value={true}>
            <Form theCase={theCase} onDone={() => undefined} />
          </Inline>
        </section>
      ))}
      <ActBar theCase={theCase} except={ready.map(([act]) => act)} />
      <Said theCase={theCase} />
      {theCase.assignments.length > 0 && <Holders theCase={theCase} />}
      {theCase.tasks.length > 0 && <Tasks tasks={theCase.tasks} />}
      <Clocks theCase={theCase} />
    </>
  );
}
