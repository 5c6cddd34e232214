import type { RequestView } from '@fengqiao/contract/cases/beside.ts';
import { holdReasons, requestKinds } from '@fengqiao/contract/cases/words.ts';
import { withdrawRequest } from '@fengqiao/contract/cases.ts';
import { Button } from 'antd';
import { useAct } from '@fengqiao/ui/data.ts';
import { chained, t, tOf } from '@fengqiao/ui/language.ts';
import { amount, stamp, term, type TimeUnit } from '@fengqiao/ui/time.ts';
import { useMe } from '@fengqiao/ui/session.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { DecideRequest } from '../../acts/DecideRequest.tsx';
import { texts as actTexts } from '../../acts/texts.ts';
import { OpenForm } from '../form/OpenForm.tsx';
import { Refusal } from '../Refusal.tsx';
import { useTypes } from '../TypeSelect.tsx';
import { requestStates, texts } from './texts.ts';

const tones: Readonly<Record<RequestView['state'], string>> = {
  pending: 'warn',
  approved: 'good',
  rejected: 'urgent',
  withdrawn: '',
};

type RequestProps = { request: RequestView; clockUnit: TimeUnit | null };

/** One side request: what is asked, why, and who decides. */
export function RequestCard({ request, clockUnit }: RequestProps) {
  const { unit } = useMe();
  const { nameOf } = useUnits();
  const withdraw = useAct(withdrawRequest);
  const mine = request.state === 'pending' && request.unit === unit;
  return (
    <>
      <div className="row between">
        <span className="row wrap">
          <strong>{t(requestKinds[request.kind])}</strong>
          <span className={`mark ${tones[request.state]}`}>{t(requestStates[request.state])}</span>
          <span className="small hint">
            {nameOf(request.unit)} · {stamp(request.askedAt)}
          </span>
        </span>
        <span className="row">
          {mine && (
            <Button
              size="small"
              loading={withdraw.isPending}
              onClick={() => withdraw.mutate({ params: { id: request.id } })}
            >
              {t(actTexts.withdraw)}
            </Button>
          )}
          {request.mayDecide && (
            <OpenForm type="primary" label={actTexts.decide} title={t(requestKinds[request.kind])}>
              {(close) => (
                <>
                  <RequestFacts facts={request.facts} clockUnit={clockUnit} />
                  <DecideRequest request={request.id} onDone={close} />
                </>
              )}
            </OpenForm>
          )}
        </span>
      </div>
      <RequestFacts facts={request.facts} clockUnit={clockUnit} />
      {request.decision !== null && (
        <p className="quote prose">
          {request.decision}
          {request.decidedAt !== null && <span className="small hint"> {stamp(request.decidedAt)}</span>}
        </p>
      )}
      <Refusal error={withdraw.error} />
    </>
  );
}

type Milestone = { readonly title: string; readonly dueOn: string };
const isMilestone = (one: unknown): one is Milestone =>
  typeof one === 'object' &&
  one !== null &&
  'title' in one &&
  'dueOn' in one &&
  typeof one.title === 'string' &&
  typeof one.dueOn === 'string';

/** How much longer, in the unit of the overall clock. */
function longer(value: unknown, clockUnit: TimeUnit | null): string | null {
  if (typeof value !== 'number') return null;
  return clockUnit === null ? amount(value) : term(value, clockUnit);
}

type FactsProps = { facts: RequestView['facts']; clockUnit: TimeUnit | null };

/** The facts of a request in words. */
function RequestFacts({ facts, clockUnit }: FactsProps) {
  const { nameOf } = useUnits();
  const types = useTypes();
  const text = (name: string) => (typeof facts[name] === 'string' ? facts[name] : null);
  const type = text('type');
  const typeNamed = types.of(type);
  const milestones = Array.isArray(facts['milestones']) ? facts['milestones'].filter(isMilestone) : [];
  const rows: (readonly [string, string | null])[] = [
    [t(actTexts.betterLead), text('betterLead') === null ? null : nameOf(text('betterLead'))],
    [t(actTexts.escalateTo), text('to') === null ? null : nameOf(text('to'))],
    [
      t(actTexts.newType),
      type === null ? null : `${type} ${typeNamed === undefined ? '' : t(typeNamed.name)}`,
    ],
    [t(actTexts.extension), longer(facts['value'], clockUnit)],
    [t(actTexts.clause), text('clause')],
    [t(actTexts.reasonCode), text('reasonCode') === null ? null : tOf(holdReasons, text('reasonCode'))],
    [t(actTexts.reason), text('reason')],
    [t(actTexts.plan), text('plan')],
    [t(texts.told), text('toldHow')],
    [t(actTexts.explained), text('explained')],
    [
      t(texts.milestones),
      milestones.length === 0 ? null : chained(milestones.map(({ title, dueOn }) => `${dueOn} ${title}`)),
    ],
  ];
  const shown = rows.filter((row): row is readonly [string, string] => row[1] !== null && row[1] !== '');
  if (shown.length === 0) return null;
  return (
    <dl className="facts">
      {shown.map(([name, value]) => [
        <dt key={`${name} name`}>{name}</dt>,
        <dd key={name} className="prose">
          {value}
        </dd>,
      ])}
    </dl>
  );
}
