import { asked } from './stories-first.ts';
import { others } from './stories-then.ts';
import type { Story } from './story.ts';

/** Invented requests in every state a request can be in, the oldest first, as they were made. */
export const stories: readonly Story[] = [...asked, ...others].toSorted((a, b) => b.daysAgo - a.daysAgo);
