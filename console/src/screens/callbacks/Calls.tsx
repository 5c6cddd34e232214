import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { listCallbacks, readCallback } from '@fengqiao/contract/cases.ts';
import { useMore, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { Answer } from '../../parts/Answer.tsx';
import { useKeys } from '../../parts/keys.ts';
import { Refusal } from '../../parts/Refusal.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { Call } from './Call.tsx';
import { texts } from './texts.ts';
import '../../parts/case/case.css';
import '../../parts/desk/desk.css';

/** Whom the system has drawn at the left, the chosen call step by step at the right. */
export function Calls({ part }: { part: 'due' | 'later' }) {
  const [asked, setAsked] = useSearchParams();
  const list = useMore(listCallbacks, (after) => ({
    query: { part, limit: 30, ...(after === undefined ? {} : { after }) },
  }));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const chosen =
    items.find((one) => one.ask === asked.get('ask')) ?? items.find((one) => !one.own) ?? items[0];
  const choose = (ask: string) => setAsked({ part, ask }, { replace: true });
  const move = (by: number) => {
    const at = items.findIndex((one) => one.ask === chosen?.ask);
    const next = items[Math.min(Math.max(at + by, 0), items.length - 1)];
    if (next !== undefined) choose(next.ask);
  };
  useKeys({ j: () => move(1), k: () => move(-1) });
  if (list.error !== null) return <Refusal error={list.error} onAgain={() => void list.refetch()} />;
  if (list.isPending) return <Waiting />;
  if (chosen === undefined)
    return <p className="card wait">{t(part === 'due' ? texts.empty : texts.emptyLater)}</p>;
  return (
    <div className="desk">
      <section className="card desk-list" aria-label={t(texts.list)}>
        <ul className="desk-items">
          {items.map((one) => (
            <li key={one.ask}>
              <button
                type="button"
                className={one.ask === chosen.ask ? 'desk-item chosen' : 'desk-item'}
                aria-current={one.ask === chosen.ask}
                onClick={() => choose(one.ask)}
              >
                <span className="clip">{one.title}</span>
                <span className="row small hint">
                  <span className="number">{one.no}</span>
                  <span className="grow" />
                  {one.own && <span className="mark warn">{t(texts.own)}</span>}
                  {one.tries > 0 && <span className="mark">{t(texts.tries, { n: one.tries + 1 })}</span>}
                  {t(texts.askAt, { at: stamp(one.askAt).slice(5) })}
                </span>
              </button>
            </li>
          ))}
        </ul>
        {list.hasNextPage && (
          <Button
            type="link"
            block
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t(texts.more)}
          </Button>
        )}
      </section>
      <Chosen key={chosen.ask} ask={chosen.ask} />
    </div>
  );
}

function Chosen({ ask }: { ask: string }) {
  const found = useSay(readCallback, { params: { id: ask } });
  return <Answer of={found}>{(drawn) => <Call drawn={drawn} />}</Answer>;
}
