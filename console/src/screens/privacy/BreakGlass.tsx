import {
  emergencies,
  listBreakGlass,
  reviewBreakGlass,
  type BreakGlassView,
} from '@fengqiao/contract/audit/oversight.ts';
import { roles } from '@fengqiao/contract/roles.ts';
import { useAct, useMore } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { dayOf, stamp } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { Feed } from '../../parts/Feed.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { Review } from './Review.tsx';
import { findings, texts } from './texts.ts';

/** Uses of break-glass; each is reviewed by somebody else within two workdays. */
export function BreakGlass() {
  const list = useMore(listBreakGlass, (after) => ({
    query: { limit: 20, ...(after === undefined ? {} : { after }) },
  }));
  return (
    <Feed list={list} label={t(texts.glass)} empty={t(texts.noGlass)} keyOf={(one) => one.id}>
      {(use) => <Use use={use} />}
    </Feed>
  );
}

function Use({ use }: { use: BreakGlassView }) {
  const { nameOf } = useUnits();
  const me = useMe();
  const review = useAct(reviewBreakGlass);
  const { id, role, unit, reasonCode, text, openedAt, reviewDueAt, looks, verdict, note, mine } = use;
  return (
    <article className="row between" aria-label={text.slice(0, 40)}>
      <span className="grow">
        <span className="row wrap">
          <span className="mark urgent">{t(emergencies[reasonCode])}</span>
          {t(roles[role])} · {nameOf(unit)}
        </span>
        <p className="said quoted">{text}</p>
        <span className="small hint">
          {stamp(openedAt)} · {t(texts.looks, { n: looks })}
          {verdict === null && ` · ${t(texts.reviewBy, { day: dayOf(reviewDueAt) })}`}
        </span>
      </span>
      {verdict !== null ? (
        <span>
          {t(findings[verdict])} · {note}
        </span>
      ) : mine ? (
        <span className="hint small">{t(texts.ownReview)}</span>
      ) : (
        mayCall(me, reviewBreakGlass) && (
          <OpenForm type="primary" label={texts.review}>
            {(close) => (
              <Review
                act={review}
                onSend={(body) => review.mutate({ params: { id }, body }, { onSuccess: close })}
                onCancel={close}
              />
            )}
          </OpenForm>
        )
      )}
    </article>
  );
}
