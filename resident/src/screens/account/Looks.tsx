import { useState } from 'react';
import { doubtStates, myAccesses, type MyAccess } from '@fengqiao/contract/audit.ts';
import { childAccesses } from '@fengqiao/contract/registry/children.ts';
import { useMore } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { Empty, Failed, Loading } from '@fengqiao/ui/phone/States.tsx';
import { Doubt } from './Doubt.tsx';
import { LookWords } from './LookWords.tsx';
import { texts } from './texts.ts';

const PAGE = 20;

/** Everybody who looked at me. */
export function MyLooks() {
  const list = useMore(myAccesses, (after) => ({
    query: { limit: PAGE, ...(after !== undefined && { after }) },
  }));
  return <Looks list={list} child={null} />;
}

/** Everybody who looked at a child of mine. */
export function ChildLooks({ child }: { child: string }) {
  const list = useMore(childAccesses, (after) => ({
    params: { id: child },
    query: { limit: PAGE, ...(after !== undefined && { after }) },
  }));
  return <Looks list={list} child={child} />;
}

type List = ReturnType<typeof useMore<typeof myAccesses>>;

function Looks({ list, child }: { list: List; child: string | null }) {
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = list;
  if (error !== null) return <Failed error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const looks = data.pages.flatMap(({ items }) => items);
  if (looks.length === 0) return <Empty>{t(child === null ? texts.nobody : texts.nobodyChild)}</Empty>;
  return (
    <section className="stack" aria-labelledby="looks">
      <h2 id="looks">{t(texts.allLooks)}</h2>
      <ul className="cards">
        {looks.map((look) => (
          <li key={look.id} className="card">
            <OneLook look={look} child={child} />
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

function OneLook({ look, child }: { look: MyAccess; child: string | null }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <LookWords look={look} />
      {look.doubt !== null ? (
        <p className="hint">{t(doubtStates[look.doubt])}</p>
      ) : open ? (
        <Doubt look={look.id} child={child} onDone={() => setOpen(false)} />
      ) : (
        <Button kind="quiet" onPress={() => setOpen(true)}>
          {t(texts.notRight)}
        </Button>
      )}
    </>
  );
}
