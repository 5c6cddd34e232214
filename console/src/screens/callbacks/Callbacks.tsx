import { Link, useSearchParams } from 'react-router';
import { listCallbacks } from '@fengqiao/contract/cases.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { useMore } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { Reveal } from '../../parts/case/Reveal.tsx';
import { OutcomeMark } from '../../parts/Marks.tsx';
import { Page } from '../../parts/Page.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { names } from '../../shell/texts.ts';
import { CallbackForm } from './CallbackForm.tsx';
import { texts } from './texts.ts';
import '../../parts/case/case.css';
import '../../parts/desk/desk.css';

type Drawn = Out<typeof listCallbacks>['items'][number];

/** Calls drawn at random, one after the other, with the few things to say. */
export function Callbacks() {
  const [asked, setAsked] = useSearchParams();
  const list = useMore(listCallbacks, (after) => ({
    query: { limit: 30, ...(after === undefined ? {} : { after }) },
  }));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const chosen = items.find((one) => one.ask === asked.get('ask')) ?? items[0];
  return (
    <Page title={t(names.callbacks)} says={t(texts.says)}>
      <Refusal error={list.error} onAgain={() => void list.refetch()} />
      {list.isPending && <Waiting />}
      {list.data !== undefined && chosen === undefined && <p className="card wait">{t(texts.empty)}</p>}
      {chosen !== undefined && (
        <div className="desk">
          <section className="card desk-list" aria-label={t(texts.list)}>
            <ul className="desk-items">
              {items.map((one) => (
                <li key={one.ask}>
                  <button
                    type="button"
                    className={one.ask === chosen.ask ? 'desk-item chosen' : 'desk-item'}
                    aria-current={one.ask === chosen.ask}
                    onClick={() => setAsked({ ask: one.ask }, { replace: true })}
                  >
                    <span className="clip">{one.title}</span>
                    <span className="row small hint">
                      <span className="number">{one.no}</span>
                      <span className="grow" />
                      {t(texts.askAt, { at: stamp(one.askAt) })}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
          <Call key={chosen.ask} drawn={chosen} />
        </div>
      )}
    </Page>
  );
}

function Call({ drawn }: { drawn: Drawn }) {
  return (
    <div className="stack">
      <section className="card stack">
        <div className="row between">
          <span className="row wrap">
            <Link to={`/cases/${drawn.id}`} className="number">
              {drawn.no}
            </Link>
            <OutcomeMark outcome={drawn.outcome} />
          </span>
          <Reveal caseId={drawn.id} report={drawn.report} purpose="callback" />
        </div>
        <h2>{drawn.title}</h2>
        <p className="hint">
          {drawn.address} · {drawn.typeName === null ? '' : t(drawn.typeName)} · {stamp(drawn.reportedAt)}
        </p>
      </section>
      <section className="card" aria-labelledby="script">
        <h2 id="script">{t(texts.script)}</h2>
        <ol className="script">
          <li>{t(texts.step1)}</li>
          <li>{t(texts.step2)}</li>
          <li>{t(texts.step3)}</li>
        </ol>
      </section>
      <section className="card" aria-label={t(texts.send)}>
        <CallbackForm ask={drawn.ask} />
      </section>
    </div>
  );
}
