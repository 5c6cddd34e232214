import type { CaseView } from '@fengqiao/contract/cases/views.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { Sheet } from '@fengqiao/ui/phone/Sheet.tsx';
import { useHandInOn } from './hand-in.ts';
import { texts } from './texts.ts';

export function Acknowledge({ found, onClose }: { found: CaseView; onClose: () => void }) {
  const { handIn, seen } = useHandInOn(found);
  const send = () => handIn('acknowledge', { params: { id: found.id }, body: seen }).then(onClose);
  return (
    <Sheet title={t(texts.acknowledge)} onClose={onClose}>
      <p>{t(texts.acknowledgeMeans)}</p>
      <Button kind="main" wide onPress={() => void send()}>
        {t(texts.acknowledgeNow)}
      </Button>
    </Sheet>
  );
}
