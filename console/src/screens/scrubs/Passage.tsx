import { useEffect, useState } from 'react';
import { Button, Checkbox } from 'antd';
import { decideScrub, hitKinds, openPassage, type Hit } from '@fengqiao/contract/retention.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Refusal } from '../../parts/Refusal.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { texts } from './texts.ts';
import './scrubs.css';

/** One passage with what was found in it; looking at it is on record, so it is asked for once. */
export function Passage({ id, onDone }: { id: string; onDone: () => void }) {
  const look = useAct(openPassage);
  const { mutate, data, error } = look;
  useEffect(() => mutate({ params: { id } }), [mutate, id]);
  if (error !== null) return <Refusal error={error} onAgain={() => mutate({ params: { id } })} />;
  if (data === undefined) return <Waiting />;
  return <Choice key={id} passage={data} onDone={onDone} />;
}

type Opened = { readonly id: string; readonly text: string; readonly hits: readonly Hit[] };

/** Each find is ticked to be masked, until somebody unticks what belongs there. */
function Choice({ passage: { id, text, hits }, onDone }: { passage: Opened; onDone: () => void }) {
  const act = useAct(decideScrub, onDone);
  const [kept, setKept] = useState<readonly Hit[]>([]);
  const mask = hits.filter((hit) => !kept.includes(hit));
  return (
    <div className="stack">
      <p className="hint">{t(texts.lookSays)}</p>
      <p className="passage">
        {partsOf(text, hits).map(({ words, hit }, n) =>
          hit === null ? (
            words
          ) : (
            <mark key={`${hit.from}-${n}`} className={kept.includes(hit) ? 'kept' : ''}>
              {words}
            </mark>
          ),
        )}
      </p>
      <ul className="finds" aria-label={t(texts.finds)}>
        {hits.map((hit) => (
          <li key={`${hit.kind}-${hit.from}`}>
            <Checkbox
              checked={!kept.includes(hit)}
              onChange={({ target }) =>
                setKept(target.checked ? kept.filter((one) => one !== hit) : [...kept, hit])
              }
            >
              {t(texts.maskOne, { kind: t(hitKinds[hit.kind]), words: text.slice(hit.from, hit.to) })}
            </Checkbox>
          </li>
        ))}
      </ul>
      <Refusal error={act.error} />
      <div className="row">
        <Button
          type="primary"
          danger={mask.length > 0}
          loading={act.isPending}
          onClick={() => act.mutate({ params: { id }, body: { mask, keep: [...kept] } })}
        >
          {mask.length === 0 ? t(texts.keepAll) : t(texts.mask, { n: mask.length })}
        </Button>
        <Button onClick={onDone}>{t(texts.later)}</Button>
      </div>
    </div>
  );
}

/** The text in pieces, found and not. */
function partsOf(text: string, hits: readonly Hit[]): { words: string; hit: Hit | null }[] {
  const parts: { words: string; hit: Hit | null }[] = [];
  let at = 0;
  for (const hit of hits) {
    parts.push({ words: text.slice(at, hit.from), hit: null }, { words: text.slice(hit.from, hit.to), hit });
    at = hit.to;
  }
  return [...parts, { words: text.slice(at), hit: null }];
}
