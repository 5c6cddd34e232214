import type { ReactNode } from 'react';
import type { Both } from '@fengqiao/contract/both.ts';
import { t } from '@fengqiao/ui/language.ts';
import { LinkButton } from '@fengqiao/ui/phone/Button.tsx';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { Empty, Loading } from '@fengqiao/ui/phone/States.tsx';
import { useWho } from '@fengqiao/ui/phone/street.ts';

type Props = {
  words: { readonly title: Both; readonly signIn: Both; readonly signInWhy: Both };
  /** Where it stands, to come back to after signing in. */
  path: string;
  children: ReactNode;
};

/** A page about oneself, below the settings: whoever is not signed in is told why to, and led there and back. */
export function OwnPage({ words, path, children }: Props) {
  const me = useWho().data;
  return (
    <Page title={t(words.title)} back="/settings">
      {me === undefined ? (
        <Loading />
      ) : me.kind === 'resident' ? (
        children
      ) : (
        <Empty action={<LinkButton to={`/sign-in?next=${path}`}>{t(words.signIn)}</LinkButton>}>
          {t(words.signInWhy)}
        </Empty>
      )}
    </Page>
  );
}
