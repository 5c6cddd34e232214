/** How a file is shown, by what it is: a picture is looked at, a sound is played, anything else is opened. */
export type MediaKind = 'picture' | 'sound' | 'document';

export function kindOf(media: string | null): MediaKind {
  if (media?.startsWith('image/') === true) return 'picture';
  return media?.startsWith('audio/') === true ? 'sound' : 'document';
}
