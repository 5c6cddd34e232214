import { useState } from 'react';
import type { takeReport } from '@fengqiao/contract/cases.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Page } from '../../parts/Page.tsx';
import { names } from '../../shell/texts.ts';
import { IntakeForm } from './IntakeForm.tsx';
import { Receipt } from './Receipt.tsx';
import { texts } from './texts.ts';
import '../../parts/case/case.css';
import '../../parts/desk/desk.css';
import './intake.css';

/** One form for everything that is said by phone, at the window or on paper; afterwards the receipt. */
export function Intake() {
  const [receipt, setReceipt] = useState<Out<typeof takeReport> | null>(null);
  return (
    <Page title={t(names.intake)} says={t(texts.says)}>
      {receipt === null ? (
        <IntakeForm onTaken={setReceipt} />
      ) : (
        <Receipt receipt={receipt} onAgain={() => setReceipt(null)} />
      )}
    </Page>
  );
}
