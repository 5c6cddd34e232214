import { t } from '@fengqiao/ui/language.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { useShell } from '@fengqiao/ui/shell/register.ts';
import { texts } from '../texts.ts';

/** A newer app waits; it comes in when the worker says so, never by itself. */
export function NewVersion() {
  const { waiting, entering, takeOver } = useShell();
  if (!waiting) return null;
  return (
    <aside className="new-version" role="status">
      <p>{t(texts.newVersion)}</p>
      <Button kind="main" icon="redo" busy={entering} onPress={takeOver}>
        {t(texts.update)}
      </Button>
    </aside>
  );
}
