import type { ReactNode } from 'react';
import { Button } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { Refused } from '@fengqiao/contract/client.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Refusal } from './Refusal.tsx';
import { texts } from './texts.ts';
import { Waiting } from './Waiting.tsx';
import './case/case.css';
import './feed.css';

/** A list read page by page, as `useMore` gives it. */
type Reading<T> = {
  readonly data: { readonly pages: readonly { readonly items: readonly T[] }[] } | undefined;
  readonly error: Refused | null;
  readonly isPending: boolean;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  fetchNextPage(): unknown;
  refetch(): unknown;
};

type FeedProps<T> = {
  list: Reading<T>;
  empty: string;
  label: string;
  keyOf: (one: T) => string;
  children: (one: T) => ReactNode;
};

/** Cards one under the other, with what to say when there are none and a press for more. */
export function Feed<T>({ list, empty, label, keyOf, children }: FeedProps<T>) {
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.error !== null) return <Refusal error={list.error} onAgain={() => void list.refetch()} />;
  if (list.isPending) return <Waiting />;
  if (items.length === 0) return <p className="card wait">{empty}</p>;
  return (
    <>
      <ul className="feed" aria-label={label}>
        {items.map((one) => (
          <li key={keyOf(one)} className="card">
            {children(one)}
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t(texts.more)}
        </Button>
      )}
    </>
  );
}

/** Which case a card is about, linked; the one named in the address stands out. */
export function OfCase({
  id,
  no,
  title,
  extra,
}: {
  id: string;
  no: string;
  title: string;
  extra?: ReactNode;
}) {
  const [asked] = useSearchParams();
  return (
    <div className={asked.get('case') === id ? 'row of-case named' : 'row of-case'}>
      <Link to={`/cases/${id}`} className="number">
        {no}
      </Link>
      <Link to={`/cases/${id}`} className="clip grow of-title">
        {title}
      </Link>
      {extra}
    </div>
  );
}
