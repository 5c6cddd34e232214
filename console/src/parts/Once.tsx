import { CopyOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import type { Both } from '@fengqiao/contract/route.ts';
import { t } from '@fengqiao/ui/language.ts';
import { texts } from './texts.ts';

/** A secret that is shown once and never again. */
export function Once({
  what,
  secret,
  says,
  onDone,
}: {
  what: Both;
  secret: string;
  says?: string;
  onDone: () => void;
}) {
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    void message.success(t(texts.copied));
  };
  return (
    <div className="stack">
      <p className="mark warn">{t(what)}</p>
      <div className="row once">
        <code className="grow">{secret}</code>
        <Button icon={<CopyOutlined aria-hidden />} onClick={() => void copy()}>
          {t(texts.copy)}
        </Button>
      </div>
      {says !== undefined && <p className="hint">{says}</p>}
      <div>
        <Button type="primary" onClick={onDone}>
          {t(texts.close)}
        </Button>
      </div>
    </div>
  );
}
