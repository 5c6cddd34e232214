import { acknowledge } from '@fengqiao/contract/cases.ts';
import type { CaseView } from '@fengqiao/contract/cases/views.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { Sheet } from '@fengqiao/ui/phone/Sheet.tsx';
import { Failed } from '@fengqiao/ui/phone/States.tsx';
import { texts } from './texts.ts';

export function Acknowledge({ found, onClose }: { found: CaseView; onClose: () => void }) {
  const act = useAct(acknowledge, onClose);
  return (
    <Sheet title={t(texts.acknowledge)} onClose={onClose}>
      <p>{t(texts.acknowledgeMeans)}</p>
      {act.error && <Failed error={act.error} />}
      <Button
        kind="main"
        wide
        busy={act.isPending}
        onPress={() => act.mutate({ params: { id: found.id }, body: { version: found.version } })}
      >
        {t(texts.acknowledgeNow)}
      </Button>
    </Sheet>
  );
}
