import { fileUrl } from '@fengqiao/ui/upload.ts';

type SoundProps = { file: string; name: string; width?: number };

/** What somebody has said. It has no captions; whoever takes it up writes it down. */
export const Sound = ({ file, name, width }: SoundProps) => (
  // oxlint-disable-next-line jsx-a11y/media-has-caption
  <audio controls preload="metadata" src={fileUrl(file)} aria-label={name} style={{ width }} />
);
