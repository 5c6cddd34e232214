import { countDesks } from '@fengqiao/contract/cases.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { useMe } from '@fengqiao/ui/session.ts';
import { longDay } from '@fengqiao/ui/time.ts';
import { Decisions } from '../../parts/decisions/Decisions.tsx';
import { Answer } from '../../parts/Answer.tsx';
import { useNow } from '../../parts/now.ts';
import { Page } from '../../parts/Page.tsx';
import { names } from '../../shell/texts.ts';
import { Desks } from './Desks.tsx';
import { Soon } from './Soon.tsx';
import { Stock } from './Stock.tsx';
import { texts } from './texts.ts';
import './today.css';

/** The first look of the day: what waits for me, what is late, and what stays unsolved. */
export function Today() {
  const me = useMe();
  const counts = useSay(countDesks, {}, { everyMs: 60_000 });
  const decides = me.role === 'leader' || me.role === 'supervisor' || me.role === 'district';
  return (
    <Page title={t(names.today)} says={t(texts.hello, { name: me.name, day: longDay(useNow()) })}>
      <Answer of={counts}>
        {(found) => (
          <>
            {decides && <Decisions />}
            <Desks counts={found} />
            <div className="today-columns">
              <div className="stack">
                <Soon title={texts.late} none={texts.noneLate} query={{ desk: 'overdue', sort: 'due' }} />
                <Soon
                  title={texts.soon}
                  none={texts.noneSoon}
                  query={{ desk: me.wide ? 'open' : 'mine', sort: 'due', late: false, held: false }}
                />
              </div>
              <Stock counts={found} />
            </div>
          </>
        )}
      </Answer>
    </Page>
  );
}
