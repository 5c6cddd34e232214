import { useState } from 'react';
import { doubtStates, myAccesses, type MyAccess } from '@fengqiao/contract/audit.ts';
import { myDoubts, type DoubtView } from '@fengqiao/contract/audit/doubts.ts';
import { useMore, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Badge } from '@fengqiao/ui/phone/Badge.tsx';
import { Button, LinkButton } from '@fengqiao/ui/phone/Button.tsx';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { Empty, Failed, Loading } from '@fengqiao/ui/phone/States.tsx';
import { useWho } from '@fengqiao/ui/phone/street.ts';
import { longDay } from '@fengqiao/ui/time.ts';
import { Doubt } from './Doubt.tsx';
import { LookWords } from './LookWords.tsx';
import { texts } from './texts.ts';

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
          <Looks />
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

function Looks() {
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useMore(
    myAccesses,
    (after) => ({ query: { limit: 20, ...(after !== undefined && { after }) } }),
  );
  if (error !== null) return <Failed error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const looks = data.pages.flatMap(({ items }) => items);
  if (looks.length === 0) return <Empty>{t(texts.nobody)}</Empty>;
  return (
    <section className="stack" aria-labelledby="looks">
      <h2 id="looks">{t(texts.allLooks)}</h2>
      <ul className="cards">
        {looks.map((look) => (
          <li key={look.id} className="card">
            <OneLook look={look} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button busy={isFetchingNextPage} onPress={() => void fetchNextPage()}>
          {t(texts.more)}
        </Button>
      )}
    </section>
  );
}

function OneLook({ look }: { look: MyAccess }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <LookWords look={look} />
      {look.doubt !== null ? (
        <p className="hint">{t(doubtStates[look.doubt])}</p>
      ) : open ? (
        <Doubt look={look.id} onDone={() => setOpen(false)} />
      ) : (
        <Button kind="quiet" onPress={() => setOpen(true)}>
          {t(texts.notRight)}
        </Button>
      )}
    </>
  );
}
