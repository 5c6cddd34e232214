import { Link, useNavigate } from 'react-router';
import {
  completeProposal,
  endorseProposal,
  listProposals,
  publishProposal,
  sendBackProposal,
  type ProposalView,
} from '@fengqiao/contract/catalogue/proposals.ts';
import { proposalStates } from '@fengqiao/contract/catalogue/words.ts';
import { useAct, useMore } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe, type Me } from '@fengqiao/ui/session.ts';
import { dayOf, stamp } from '@fengqiao/ui/time.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import { Choices, useChoice } from '../../parts/Choices.tsx';
import { Feed } from '../../parts/Feed.tsx';
import { ActForm } from '../../parts/form/ActForm.tsx';
import { WordsField } from '../../parts/form/Fields.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { Page } from '../../parts/Page.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { WhyButton } from '../../parts/WhyButton.tsx';
import { names } from '../../shell/texts.ts';
import { About } from './About.tsx';
import { Items } from './Items.tsx';
import { proposalTexts as texts, texts as list } from './texts.ts';
import './catalogue.css';

const views = { all: texts.all, ...proposalStates };
const choice = { name: 'state', label: texts.state, of: views, usual: 'all' } as const;

/** Entries and changes that wait for somebody, with whose move it is. */
export function Proposals() {
  const state = useChoice(choice);
  const found = useMore(listProposals, (after) => ({
    query: { limit: 20, ...(state === 'all' ? {} : { state }), ...(after === undefined ? {} : { after }) },
  }));
  return (
    <Page
      title={t(list.proposals)}
      says={
        <span className="row wrap">
          <Link to="/catalogue">{t(names.catalogue)}</Link>
          <Link to="/catalogue/assessments">{t(names.assessments)}</Link>
          <span>{t(texts.says)}</span>
        </span>
      }
      extra={<Choices {...choice} />}
    >
      <Feed list={found} label={t(list.proposals)} empty={t(texts.empty)} keyOf={(one) => one.id}>
        {(one) => <Proposal proposal={one} />}
      </Feed>
    </Page>
  );
}

const tones = {
  drafted: 'warn',
  proposed: 'primary',
  endorsed: 'warn',
  published: 'good',
  sent_back: '',
} as const;

function Proposal({ proposal }: { proposal: ProposalView }) {
  const { state, content, resource, overdue, dueAt } = proposal;
  return (
    <article className="stack" aria-label={t(content.name)}>
      <div className="row between">
        <span className="row wrap">
          <span className={`mark ${tones[state]}`}>{t(proposalStates[state])}</span>
          <span className="mark">{t(resource === null ? texts.isNew : texts.isChange)}</span>
          <strong>
            {resource === null ? (
              t(content.name)
            ) : (
              <Link to={`/catalogue/${resource}`}>{t(content.name)}</Link>
            )}
          </strong>
          {state === 'endorsed' && dueAt !== null && (
            <span className={overdue ? 'mark urgent' : 'hint small'}>
              {t(overdue ? texts.overdue : texts.dueBy, { at: stamp(dueAt) })}
            </span>
          )}
        </span>
        <Acts proposal={proposal} />
      </div>
      <p className="hint small">
        {t(texts.by, {
          unit: t(proposal.providerName),
          name: proposal.proposedBy ?? t(texts.byRoom),
          at: dayOf(proposal.proposedAt),
        })}
        {proposal.endorsedBy !== null && ` · ${t(texts.endorsedBy, { name: proposal.endorsedBy })}`}
      </p>
      <p className="prose">{proposal.byRoom && state === 'drafted' ? t(texts.draftSays) : proposal.reason}</p>
      {proposal.answer !== null && <p className="prose hint">{t(texts.answer, { text: proposal.answer })}</p>}
    </article>
  );
}

/** What a room told of waits for somebody to fill in what only people can say. */
const needsCompletion = ({ state, proposedBy }: ProposalView): boolean =>
  state === 'drafted' || (state === 'sent_back' && proposedBy === null);

/** Why somebody may not complete, endorse or decide now; null when they may. */
function whyNot(
  { may, state, providerName, proposedBy }: ProposalView,
  me: Me,
): Record<'complete' | 'endorse' | 'decide', Both | null> {
  const done = state === 'published' || (state === 'sent_back' && proposedBy !== null);
  const of = { unit: t(providerName) };
  const other = { zh: t(texts.notEndorser, of), en: t(texts.notEndorser, of) };
  const unitOnly = { zh: t(texts.notUnit, of), en: t(texts.notUnit, of) };
  return {
    complete: may.complete ? null : unitOnly,
    endorse: may.endorse ? null : done ? texts.decided : state === 'endorsed' ? texts.notWaiting : other,
    decide: may.decide
      ? null
      : done
        ? texts.decided
        : me.role === 'steward' && (state === 'drafted' || state === 'proposed')
          ? texts.firstEndorse
          : me.role === 'steward'
            ? texts.otherSteward
            : texts.notSteward,
  };
}

function Acts({ proposal }: { proposal: ProposalView }) {
  const me = useMe();
  const navigate = useNavigate();
  const endorse = useAct(endorseProposal);
  const publish = useAct(publishProposal);
  const { id, content, may } = proposal;
  const why = whyNot(proposal, me);
  const params = { id };
  return (
    <span className="row wrap">
      <Refusal error={endorse.error ?? publish.error} />
      <OpenForm label={texts.details} title={t(content.name)} width={720}>
        {() => (
          <>
            <About content={content} />
            <Items content={content} />
          </>
        )}
      </OpenForm>
      {needsCompletion(proposal) && mayCall(me, completeProposal) && (
        <WhyButton
          size="small"
          type="primary"
          why={may.complete ? null : why.complete}
          onClick={() => void navigate(`/catalogue/proposals/${id}`)}
        >
          {t(texts.complete)}
        </WhyButton>
      )}
      {!needsCompletion(proposal) && mayCall(me, endorseProposal) && (
        <WhyButton
          size="small"
          type="primary"
          why={why.endorse}
          loading={endorse.isPending}
          onClick={() => endorse.mutate({ params, body: {} })}
        >
          {t(texts.endorse)}
        </WhyButton>
      )}
      {mayCall(me, publishProposal) && (
        <WhyButton
          size="small"
          type="primary"
          why={why.decide}
          loading={publish.isPending}
          onClick={() => publish.mutate({ params, body: {} })}
        >
          {t(texts.publish)}
        </WhyButton>
      )}
      {may.decide && (
        <OpenForm label={texts.sendBack}>{(close) => <SendBack id={id} onDone={close} />}</OpenForm>
      )}
    </span>
  );
}

function SendBack({ id, onDone }: { id: string; onDone: () => void }) {
  const act = useAct(sendBackProposal, onDone);
  return (
    <ActForm<{ answer: string }>
      send={texts.sendBack}
      act={act}
      onSend={(body) => act.mutate({ params: { id }, body })}
      onCancel={onDone}
    >
      <WordsField name="answer" label={texts.sendBackWhy} of={sendBackProposal.body.properties.answer} />
    </ActForm>
  );
}
