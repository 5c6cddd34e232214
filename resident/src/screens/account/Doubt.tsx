import { useState } from 'react';
import { raiseDoubt } from '@fengqiao/contract/audit/doubts.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { TextArea } from '@fengqiao/ui/phone/Field.tsx';
import { Failed } from '@fengqiao/ui/phone/States.tsx';
import { texts } from './texts.ts';

const LEAST = 4;
const MOST = 1000;

/** Says what does not seem right about a look; the unit in question does not get to see it. */
export function Doubt({ look, onDone }: { look: string; onDone: () => void }) {
  const [text, setText] = useState('');
  const raise = useAct(raiseDoubt, onDone);
  const short = [...text.trim()].length < LEAST;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!short) raise.mutate({ params: { id: look }, body: { text: text.trim() } });
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
