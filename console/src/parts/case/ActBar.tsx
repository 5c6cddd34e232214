import { Suspense } from 'react';
import { Drawer } from 'antd';
import type { CaseView } from '@fengqiao/contract/cases/views.ts';
import { acts, type Act } from '@fengqiao/contract/cases/words.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayOf } from '@fengqiao/ui/may.ts';
import { keysOf } from '@fengqiao/ui/record.ts';
import { actForms, actGroups } from '../../acts/registry.ts';
import { Waiting } from '../Waiting.tsx';
import { WhyButton } from '../WhyButton.tsx';
import { useActParam } from './act-param.ts';
import { texts } from './texts.ts';

const groupNames: Readonly<Record<keyof typeof actGroups, Both>> = {
  work: texts.acts,
  ask: texts.actsAsk,
  watch: texts.actsWatch,
};

type ActBarProps = { theCase: CaseView; except?: readonly Act[] };

/** What this post may do with the case now; what it may not do yet says why. */
export function ActBar({ theCase, except = [] }: ActBarProps) {
  const [, open] = useActParam();
  const offered = (group: readonly Act[]) =>
    group
      .filter((act) => !except.includes(act) && theCase.may.some((one) => one.act === act))
      .toSorted((a, b) => Number(mayOf(theCase.may, b).may) - Number(mayOf(theCase.may, a).may));
  const groups = keysOf(actGroups)
    .map((name) => ({ name, of: offered(actGroups[name]) }))
    .filter(({ of }) => of.length > 0);
  // Where a form stands open above, what it sends comes first, and nothing here rivals it.
  const first =
    except.length > 0 ? undefined : offered(actGroups.work).find((act) => mayOf(theCase.may, act).may);
  return (
    <section className="card act-bar no-print" aria-label={t(texts.acts)}>
      {groups.length === 0 && <p className="hint">{t(texts.noActs)}</p>}
      {groups.map(({ name, of }) => (
        <div key={name} role="group" className="act-row" aria-label={t(groupNames[name])}>
          <span className="act-group">{t(groupNames[name])}</span>
          <span className="row wrap">
            {of.map((act) => (
              <WhyButton
                key={act}
                size="small"
                type={act === first ? 'primary' : 'default'}
                why={mayOf(theCase.may, act).why}
                onClick={() => open(act)}
              >
                {t(acts[act])}
              </WhyButton>
            ))}
          </span>
        </div>
      ))}
      <ActDrawer theCase={theCase} />
    </section>
  );
}

/** The form of the act named in the address, at the side of what it is about. */
export function ActDrawer({ theCase }: { theCase: CaseView }) {
  const [act, open] = useActParam();
  const Form = act === undefined || !mayOf(theCase.may, act).may ? null : actForms[act];
  return (
    <Drawer
      title={act === undefined ? '' : `${t(acts[act])} · ${theCase.no}`}
      open={Form !== null}
      onClose={() => open(undefined)}
      size={560}
      destroyOnHidden
    >
      <Suspense fallback={<Waiting />}>
        {Form !== null && <Form theCase={theCase} onDone={() => open(undefined)} />}
      </Suspense>
    </Drawer>
  );
}
