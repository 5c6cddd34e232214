import { Button } from 'antd';
import { accessFlags, capacities, doubtStates, personalFields } from '@fengqiao/contract/audit.ts';
import {
  acknowledgeTicket,
  decideTicket,
  listTickets,
  type TicketView,
} from '@fengqiao/contract/audit/doubts.ts';
import { purposes } from '@fengqiao/contract/purposes.ts';
import { roles } from '@fengqiao/contract/roles.ts';
import { useAct, useMore } from '@fengqiao/ui/data.ts';
import { listed, t } from '@fengqiao/ui/language.ts';
import { dayOf, stamp } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { Feed } from '../../parts/Feed.tsx';
import { ActForm } from '../../parts/form/ActForm.tsx';
import { ChoiceField, WordsField } from '../../parts/form/Fields.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { texts, verdicts } from './texts.ts';

/** Doubts of residents, the first due first. */
export function Tickets({ state }: { state: 'open' | 'decided' }) {
  const list = useMore(listTickets, (after) => ({
    query: { state, limit: 20, ...(after === undefined ? {} : { after }) },
  }));
  return (
    <Feed
      list={list}
      label={t(state === 'open' ? texts.tickets : texts.decided)}
      empty={t(state === 'open' ? texts.noTickets : texts.noDecided)}
      keyOf={(one) => one.id}
    >
      {(ticket) => <Ticket ticket={ticket} />}
    </Feed>
  );
}

function Ticket({ ticket }: { ticket: TicketView }) {
  const acknowledge = useAct(acknowledgeTicket);
  const { id, state, text, openedAt, dueAt, answer, decidedAt } = ticket;
  return (
    <article className="stack" aria-label={text.slice(0, 40)}>
      <div className="row between">
        <span className="row wrap">
          <span className={`mark ${decidedAt === null ? 'warn' : 'good'}`}>{t(doubtStates[state])}</span>
          <span className="hint small">{stamp(openedAt)}</span>
          {decidedAt === null && <span className="hint small">{t(texts.dueBy, { day: dayOf(dueAt) })}</span>}
        </span>
        {decidedAt === null && (
          <span className="row">
            {state === 'open' && (
              <Button
                size="small"
                loading={acknowledge.isPending}
                onClick={() => acknowledge.mutate({ params: { id } })}
              >
                {t(texts.acknowledge)}
              </Button>
            )}
            <OpenForm type="primary" label={texts.decide}>
              {(close) => <Decide id={id} onDone={close} />}
            </OpenForm>
          </span>
        )}
      </div>
      <p className="said quoted">{text}</p>
      <Doubted ticket={ticket} />
      {answer !== null && <p>{answer}</p>}
      <Refusal error={acknowledge.error} />
    </article>
  );
}

function Doubted({ ticket: { look, reason, flags } }: { ticket: TicketView }) {
  const { nameOf } = useUnits();
  const who =
    look.role === null
      ? t(capacities[look.capacity])
      : t(texts.lookedBy, { name: look.name ?? '—', role: t(roles[look.role]), unit: nameOf(look.unit) });
  return (
    <p className="small">
      <span className="hint">{t(texts.about)} </span>
      {[
        stamp(look.at),
        who,
        t(purposes[look.purpose].words),
        listed(look.fields.map((field) => t(personalFields[field]))),
        ...flags.map((flag) => t(accessFlags[flag])),
        ...(reason === null ? [] : [t(texts.givenReason, { reason })]),
      ].join(' · ')}
    </p>
  );
}

type Decision = { verdict: keyof typeof verdicts; answer: string };

function Decide({ id, onDone }: { id: string; onDone: () => void }) {
  const act = useAct(decideTicket, onDone);
  return (
    <ActForm<Decision>
      send={texts.decide}
      act={act}
      onSend={(body) => act.mutate({ params: { id }, body })}
      onCancel={onDone}
    >
      <ChoiceField name="verdict" label={texts.verdict} among={verdicts} />
      <WordsField
        name="answer"
        label={texts.answer}
        says={texts.answerSays}
        of={decideTicket.body.properties.answer}
      />
    </ActForm>
  );
}
