import type { ReactNode } from 'react';
import type { Refused } from '@fengqiao/contract/client.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { Empty, Failed, Loading } from '@fengqiao/ui/phone/States.tsx';
import { texts } from './texts.ts';

type Shown<T> = {
  readonly list: {
    readonly data: { readonly pages: readonly { readonly items: readonly T[] }[] } | undefined;
    readonly error: Refused | null;
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    refetch(): unknown;
    fetchNextPage(): unknown;
  };
  readonly label: string;
  readonly empty: string;
  readonly children: (one: T) => ReactNode;
};

/** A list of one's own records, the newest first, a page at a press. */
export function Pages<T extends { readonly id: string }>({ list, label, empty, children }: Shown<T>) {
  const { data, error, hasNextPage, isFetchingNextPage } = list;
  if (error !== null) return <Failed error={error} onRetry={() => void list.refetch()} />;
  if (data === undefined) return <Loading />;
  const items = data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Empty>{empty}</Empty>;
  return (
    <>
      <ul className="cards" aria-label={label}>
        {items.map((one) => (
          <li key={one.id} className="card">
            {children(one)}
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button wide busy={isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          {t(texts.more)}
        </Button>
      )}
    </>
  );
}
