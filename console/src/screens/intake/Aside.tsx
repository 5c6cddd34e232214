import { Button, Form } from 'antd';
import { Link } from 'react-router';
import { findNearby, suggestType } from '@fengqiao/contract/cases.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { metres, share } from '@fengqiao/ui/time.ts';
import { TypeHints } from '../../acts/TypeHints.tsx';
import { StateMark } from '../../parts/Marks.tsx';
import { useRested } from '../../parts/rested.ts';
import { texts as common } from '../../parts/texts.ts';
import type { Place } from './place.ts';
import { Script } from './Script.tsx';
import { texts } from './texts.ts';

export type Joining = { readonly id: string; readonly no: string };
type AsideProps = { joining: Joining | null; onJoin: (joining: Joining | null) => void };

/** What the system finds while one types: neighbours' reports near the place, and types the words suggest. */
export function Aside({ joining, onJoin }: AsideProps) {
  const form = Form.useFormInstance();
  const text: unknown = Form.useWatch('text', form);
  const type: unknown = Form.useWatch('type', form);
  const place: unknown = Form.useWatch('place', form);
  const channel: unknown = Form.useWatch('channel', form);
  const words = useRested(typeof text === 'string' ? text.trim() : '');
  const hints = useSay(
    suggestType,
    { body: { text: words } },
    { enabled: words.length >= 2, keepLast: true },
  );
  return (
    <div className="stack">
      {words.length >= 2 && (hints.data?.types.length ?? 0) > 0 && (
        <section className="card aside-hints">
          <TypeHints
            hints={hints.data?.types ?? []}
            chosen={typeof type === 'string' ? type : undefined}
            onChoose={(chosen) => form.setFieldValue('type', chosen)}
          />
        </section>
      )}
      <section className="card" aria-labelledby="nearby">
        <h2 id="nearby">{t(texts.nearby)}</h2>
        {isPlace(place) ? (
          <Nearby
            place={place}
            words={words}
            type={typeof type === 'string' ? type : null}
            joining={joining}
            onJoin={onJoin}
          />
        ) : (
          <p className="hint">{t(texts.nearbyWait)}</p>
        )}
      </section>
      {channel === 'phone' && <Script />}
    </div>
  );
}

const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' && value !== null && 'lng' in value && 'lat' in value;

type NearbyProps = AsideProps & { place: Place; words: string; type: string | null };

function Nearby({ place: { lng, lat }, words, type, joining, onJoin }: NearbyProps) {
  const found = useSay(
    findNearby,
    {
      query: {
        lng,
        lat,
        ...(words === '' ? {} : { text: words.slice(0, 500) }),
        ...(type === null ? {} : { type }),
      },
    },
    { keepLast: true },
  );
  const items = found.data?.items ?? [];
  if (items.length === 0) return <p className="hint">{t(texts.nearbyNone)}</p>;
  return (
    <ul className="duplicates">
      {items.slice(0, 5).map((one) => (
        <li key={one.caseId}>
          <span className="row">
            <Link to={`/cases/${one.caseId}`} target="_blank" className="number">
              {one.no}
            </Link>
            <span className="grow" />
            <span className="mark">{t(common.reports, { n: one.reports })}</span>
            <StateMark state={one.state} />
          </span>
          <span>{one.title}</span>
          <span className="row between">
            <span className="small hint">
              {metres(one.metres)} · {share(one.likeness, 1)} · {t({ zh: one.whyZh, en: one.whyEn })}
            </span>
            <Button
              size="small"
              disabled={joining?.id === one.caseId}
              onClick={() => onJoin({ id: one.caseId, no: one.no })}
            >
              {t(texts.join)}
            </Button>
          </span>
        </li>
      ))}
    </ul>
  );
}
