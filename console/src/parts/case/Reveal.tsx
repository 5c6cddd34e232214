import { useEffect, useState } from 'react';
import { EyeOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { revealReporter } from '@fengqiao/contract/cases.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Refusal } from '../Refusal.tsx';
import { texts } from './texts.ts';

const SHOWN_MS = 30_000;
const purposes = {
  contact: { zh: '联系办理', en: 'To handle it' },
  verify: { zh: '核实情况', en: 'To verify' },
  callback: { zh: '回访', en: 'To call back' },
} as const;

type Person = Out<typeof revealReporter>;

/** Shows how to reach the reporter, for a purpose and for half a minute; the look is recorded. */
export function Reveal({
  caseId,
  report,
  purpose,
}: {
  caseId: string;
  report: string;
  purpose?: keyof typeof purposes;
}) {
  const [person, setPerson] = useState<Person | null>(null);
  const act = useAct(revealReporter, setPerson);
  useEffect(() => {
    if (person === null) return;
    const timer = setTimeout(() => setPerson(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [person]);
  if (person !== null)
    return (
      <output className="revealed">
        <Shown person={person} />
      </output>
    );
  const offered = purpose === undefined ? (['contact', 'verify', 'callback'] as const) : ([purpose] as const);
  const content = (
    <div className="stack tight" style={{ maxWidth: 260 }}>
      <span className="small hint">{t(texts.revealSays)}</span>
      <div className="row wrap">
        {offered.map((why) => (
          <Button
            key={why}
            size="small"
            loading={act.isPending && act.variables?.body?.purpose === why}
            onClick={() => act.mutate({ params: { id: caseId }, body: { report, purpose: why } })}
          >
            {t(purposes[why])}
          </Button>
        ))}
      </div>
      <Refusal error={act.error} />
    </div>
  );
  return (
    <Popover trigger="click" title={t(texts.revealWhy)} content={content}>
      <Button size="small" icon={<EyeOutlined aria-hidden />}>
        {t(texts.reveal)}
      </Button>
    </Popover>
  );
}

function Shown({ person: { name, phone, email } }: { person: Person }) {
  if (name === null && phone === null && email === null) return t(texts.revealNone);
  return <>{[name, phone, email].filter((part) => part !== null).join(' · ')}</>;
}
