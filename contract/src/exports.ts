/** Lists that leave the platform as files, and cards for work chats. */
export * from './exports/ask.ts';
export * from './exports/cards.ts';
export * from './exports/fields.ts';
export * from './exports/lists.ts';
export * from './exports/trace.ts';
export * from './exports/words.ts';
