import type { LifeEvent } from '@fengqiao/contract/services.ts';
import type { IconName } from '@fengqiao/ui/phone/Icon.tsx';

export const lifeIcons: Readonly<Record<LifeEvent, IconName>> = {
  birth: 'cradle',
  school: 'book',
  work: 'briefcase',
  home: 'building',
  family: 'heart',
  elder: 'tree',
  illness: 'care',
  end: 'candle',
};
