import { sharedReport, shareReport } from '@fengqiao/contract/cases.ts';
import { useEffect, useRef, useState } from 'react';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { Sheet } from '@fengqiao/ui/phone/Sheet.tsx';
import { Failed, Loading } from '@fengqiao/ui/phone/States.tsx';
import { linesOf, titleOf, type Shared } from './lines.ts';
import { drawShared } from './picture.ts';
import { texts } from './texts.ts';

/** Shows others where it stands: a picture, and a link that opens the public state only. */
export function Share({ report, code }: { report: string; code: { code?: string } }) {
  const [open, setOpen] = useState(false);
  const act = useAct(shareReport, () => undefined, { reveals: true });
  const begin = () => {
    setOpen(true);
    act.mutate({ params: { id: report }, body: code });
  };
  return (
    <>
      <Button icon="share" onPress={begin}>
        {t(texts.share)}
      </Button>
      {open && (
        <Sheet title={t(texts.share)} onClose={() => setOpen(false)}>
          {act.error && <Failed error={act.error} onRetry={begin} />}
          {act.isPending && <Loading />}
          {act.data && <Card token={act.data.token} />}
        </Sheet>
      )}
    </>
  );
}

function Card({ token }: { token: string }) {
  const { data, error } = useSay(sharedReport, { params: { token } });
  if (error !== null) return <Failed error={error} />;
  return data === undefined ? (
    <Loading />
  ) : (
    <Drawn shared={data} link={`${location.origin}/shared/${token}`} />
  );
}

function Drawn({ shared, link }: { shared: Shared; link: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (canvas.current !== null) drawShared(canvas.current, shared, new Date());
  }, [shared]);
  const said = [titleOf(shared), ...linesOf(shared).map(({ label, value }) => `${label} ${value}`)];
  const picture = () =>
    new Promise<File | null>((done) =>
      canvas.current?.toBlob((blob) =>
        done(blob === null ? null : new File([blob], `${shared.no}.png`, { type: 'image/png' })),
      ),
    );
  const send = async () => {
    const file = await picture();
    const files = file === null ? [] : [file];
    const whole = { text: titleOf(shared), url: link, files };
    await navigator.share(navigator.canShare?.(whole) ? whole : { text: titleOf(shared), url: link });
  };
  const save = async () => {
    const file = await picture();
    if (file === null) return;
    const url = URL.createObjectURL(file);
    Object.assign(document.createElement('a'), { href: url, download: file.name }).click();
    URL.revokeObjectURL(url);
  };
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    setCopied(true);
  };
  return (
    <>
      <canvas
        ref={canvas}
        className="shared-picture"
        role="img"
        aria-label={`${t(texts.card)}: ${said.join(', ')}`}
      />
      <p className="hint">{t(texts.what)}</p>
      <div className="row">
        {'share' in navigator && (
          <Button kind="main" icon="share" onPress={() => void send().catch(() => undefined)}>
            {t(texts.send)}
          </Button>
        )}
        <Button icon="save" onPress={() => void save()}>
          {t(texts.save)}
        </Button>
        {'clipboard' in navigator && (
          <Button icon="copy" onPress={() => void copy()}>
            {t(copied ? texts.copied : texts.copy)}
          </Button>
        )}
      </div>
    </>
  );
}
