import type { ReactNode } from 'react';
import type { Refused } from '@fengqiao/contract/client.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import { t } from '@fengqiao/ui/language.ts';
import { ActForm, Inline } from '../../parts/form/ActForm.tsx';
import { StatedFields, type Stated } from '../../parts/form/StatedFields.tsx';
import { Page } from '../../parts/Page.tsx';
import { texts } from './texts.ts';

type Props<T> = {
  title: Both;
  says: Both;
  act: { readonly isPending: boolean; readonly error: Refused | null };
  start: Partial<T>;
  onSend: (entered: T) => void;
  children: ReactNode;
};

/** The page on which a home or organization is written down: what is told of it, and from where it is known. */
export function NewPlace<T extends Stated>({ title, says, act, start, onSend, children }: Props<T>) {
  return (
    <Page title={t(title)} says={t(says)}>
      <Inline value>
        <ActForm<T> send={title} act={act} start={start} onSend={onSend}>
          <div className="stack">
            {children}
            <PlacePart id="known" title={texts.known}>
              <StatedFields />
            </PlacePart>
          </div>
        </ActForm>
      </Inline>
    </Page>
  );
}

/** One card of it. */
export function PlacePart({ id, title, children }: { id: string; title: Both; children: ReactNode }) {
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{t(title)}</h2>
      {children}
    </section>
  );
}
