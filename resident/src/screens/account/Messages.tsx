import { myReports } from '@fengqiao/contract/cases.ts';
import { listMessages, readAllMessages, readMessage, type MessageView } from '@fengqiao/contract/notices.ts';
import { useNavigate } from 'react-router';
import { useAct, useMore, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Button, LinkButton } from '@fengqiao/ui/phone/Button.tsx';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { Empty, Failed, Loading } from '@fengqiao/ui/phone/States.tsx';
import { isSignedIn, useWho } from '@fengqiao/ui/phone/street.ts';
import { longTime } from '@fengqiao/ui/time.ts';
import { Nav } from '../../Nav.tsx';
import { texts } from './texts.ts';
import { Ways } from './Ways.tsx';

/** 消息: what was told to me; reading one opens what it is about. */
export function Messages() {
  const me = useWho();
  return (
    <Page title={t(texts.messages)} nav={<Nav />}>
      {me.data === undefined ? (
        <Loading />
      ) : isSignedIn(me.data) ? (
        <List />
      ) : (
        <Empty action={<LinkButton to="/sign-in?next=/messages">{t(texts.signIn)}</LinkButton>}>
          {t(texts.messagesWhy)}
        </Empty>
      )}
    </Page>
  );
}

function List() {
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useMore(
    listMessages,
    (after) => ({ query: { limit: 20, ...(after !== undefined && { after }) } }),
  );
  const readAll = useAct(readAllMessages);
  if (error !== null) return <Failed error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const messages = data.pages.flatMap(({ items }) => items);
  if (messages.length === 0) return <Empty>{t(texts.noMessages)}</Empty>;
  return (
    <>
      {messages.some(({ read }) => !read) && (
        <Button kind="quiet" busy={readAll.isPending} onPress={() => readAll.mutate({})}>
          {t(texts.readAll)}
        </Button>
      )}
      <ul className="cards">
        {messages.map((message) => (
          <li key={message.id}>
            <Message message={message} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button busy={isFetchingNextPage} onPress={() => void fetchNextPage()}>
          {t(texts.more)}
        </Button>
      )}
    </>
  );
}

function Message({ message }: { message: MessageView }) {
  const go = useNavigate();
  const read = useAct(readMessage);
  const mine = useSay(myReports, { query: { limit: 100 } }).data?.items ?? [];
  const about = mine.find(({ caseId }) => caseId === message.caseId);
  const open = () => {
    if (!message.read) read.mutate({ params: { id: message.id } });
    if (about !== undefined) void go(`/progress/${about.report}`);
  };
  return (
    <button type="button" className="card message" onClick={open}>
      <span className="card-top">
        <span className="hint">{longTime(message.at)}</span>
        {!message.read && <span className="count">{t(texts.new)}</span>}
      </span>
      <span>{t(message)}</span>
      <Ways ways={message.ways} />
      {about !== undefined && <span className="link">{t(texts.seeProgress)}</span>}
    </button>
  );
}
