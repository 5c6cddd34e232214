import { useState } from 'react';
import { raiseDoubt } from '@fengqiao/contract/audit/doubts.ts';
import { doubtForChild } from '@fengqiao/contract/registry/children.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { TextArea } from '@fengqiao/ui/phone/Field.tsx';
import { Failed } from '@fengqiao/ui/phone/States.tsx';
import { texts } from './texts.ts';

const LEAST = 4;
const MOST = 1000;

type DoubtProps = { look: string; child: string | null; onDone: () => void };

/** Says what does not seem right about a look at me or at my child; the unit in question does not get to see it. */
export function Doubt({ look, child, onDone }: DoubtProps) {
  const [text, setText] = useState('');
  const mine = useAct(raiseDoubt, onDone);
  const childs = useAct(doubtForChild, onDone);
  const raise = child === null ? mine : childs;
  const short = [...text.trim()].length < LEAST;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (short) return;
        const body = { text: text.trim() };
        if (child === null) mine.mutate({ params: { id: look }, body });
        else childs.mutate({ params: { id: child, access: look }, body });
      }}
    >
      <p>{t(texts.notRightWhy)}</p>
      <TextArea
        label={t(texts.whatIsWrong)}
        hint={t(texts.whatIsWrongHint)}
        value={text}
        onChange={setText}
        max={MOST}
        rows={3}
      />
      {raise.error && <Failed error={raise.error} />}
      <Button kind="main" submit busy={raise.isPending} why={short ? t(texts.tellMore) : undefined}>
        {t(texts.raise)}
      </Button>
    </form>
  );
}
