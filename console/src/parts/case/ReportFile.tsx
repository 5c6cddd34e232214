import { useState } from 'react';
import { FileTextOutlined } from '@ant-design/icons';
import { Image } from 'antd';
import { t } from '@fengqiao/ui/language.ts';
import { fileUrl } from '@fengqiao/ui/upload.ts';
import { texts } from './texts.ts';

/** What the browser could not show as one kind, it tries as the next. */
const next = { picture: 'sound', sound: 'other', other: 'other' } as const;

/** A file somebody sent along: a picture, what they said, or a document; which of them, its content tells. */
export function ReportFile({ file, name }: { file: string; name: string }) {
  const [kind, setKind] = useState<keyof typeof next>('picture');
  const fails = () => setKind((now) => next[now]);
  if (kind === 'picture')
    return (
      <Image
        src={fileUrl(file, 'thumb')}
        preview={{ src: fileUrl(file) }}
        width={96}
        height={72}
        alt={name}
        onError={fails}
      />
    );
  if (kind === 'sound')
    return (
      // What a resident has said has no captions; whoever takes it up writes it down.
      // oxlint-disable-next-line jsx-a11y/media-has-caption
      <audio controls preload="metadata" src={fileUrl(file)} aria-label={name} onError={fails} />
    );
  return (
    <a href={fileUrl(file)} target="_blank" rel="noreferrer">
      <FileTextOutlined aria-hidden /> {t(texts.openFile)}
    </a>
  );
}
