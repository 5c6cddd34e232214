import { FileTextOutlined } from '@ant-design/icons';
import { Image } from 'antd';
import type { FileSeen } from '@fengqiao/contract/cases/views.ts';
import { t } from '@fengqiao/ui/language.ts';
import { kindOf } from '@fengqiao/ui/media.ts';
import { fileUrl } from '@fengqiao/ui/upload.ts';
import { texts } from './texts.ts';

/** A file somebody sent along: a picture, what they said, or a document. */
export function ReportFile({ file: { id, media }, name }: { file: FileSeen; name: string }) {
  const kind = kindOf(media);
  if (kind === 'picture')
    return (
      <Image src={fileUrl(id, 'thumb')} preview={{ src: fileUrl(id) }} width={96} height={72} alt={name} />
    );
  if (kind === 'sound')
    return (
      // What a resident has said has no captions; whoever takes it up writes it down.
      // oxlint-disable-next-line jsx-a11y/media-has-caption
      <audio controls preload="metadata" src={fileUrl(id)} aria-label={name} />
    );
  return (
    <a href={fileUrl(id)} target="_blank" rel="noreferrer">
      <FileTextOutlined aria-hidden /> {t(texts.openFile)}
      {media === 'application/pdf' && ' PDF'}
    </a>
  );
}
