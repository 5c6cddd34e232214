import { doubtStates } from '@fengqiao/contract/audit.ts';
import { myDoubts, type DoubtView } from '@fengqiao/contract/audit/doubts.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Badge } from '@fengqiao/ui/phone/Badge.tsx';
import { LinkButton } from '@fengqiao/ui/phone/Button.tsx';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { Empty, Loading } from '@fengqiao/ui/phone/States.tsx';
import { useWho } from '@fengqiao/ui/phone/street.ts';
import { longDay } from '@fengqiao/ui/time.ts';
import { LookWords } from './LookWords.tsx';
import { texts } from './texts.ts';
import { Whose } from './Whose.tsx';

/** 谁看过我的信息: every look is here with its purpose, and each can be doubted. */
export function Privacy() {
  const me = useWho().data;
  return (
    <Page title={t(texts.privacy)} back="/settings">
      <p>{t(texts.privacyWhat)}</p>
      {me === undefined ? (
        <Loading />
      ) : me.kind === 'resident' ? (
        <>
          <Doubts />
          <Whose />
        </>
      ) : (
        <Empty action={<LinkButton to="/sign-in?next=/privacy">{t(texts.signIn)}</LinkButton>}>
          {t(texts.privacyWhy)}
        </Empty>
      )}
      <LinkButton kind="quiet" to="/purposes">
        {t(texts.register)}
      </LinkButton>
    </Page>
  );
}

/** What I doubted, and how far it has come. */
function Doubts() {
  const { data } = useSay(myDoubts, {});
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="doubts">
      <h2 id="doubts">{t(texts.myDoubts)}</h2>
      <ul className="cards">
        {data.items.map((doubt) => (
          <li key={doubt.id} className="card">
            <OneDoubt doubt={doubt} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneDoubt({ doubt: { state, text, dueAt, answer, decidedAt, look } }: { doubt: DoubtView }) {
  return (
    <>
      <Badge tone={decidedAt === null ? 'river' : 'good'} icon={decidedAt === null ? 'clock' : 'check'}>
        {t(doubtStates[state])}
      </Badge>
      <LookWords look={{ ...look, times: 1, flags: [] }} />
      <p>“{text}”</p>
      {answer === null ? (
        <p className="hint">{t(texts.answerBy, { day: longDay(dueAt) })}</p>
      ) : (
        <p>
          <strong>{t(texts.answered)}</strong> {answer}
        </p>
      )}
    </>
  );
}
