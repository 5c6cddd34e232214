/** Service items by life event, as people read them and as a street keeps them. */
export * from './services/desk.ts';
export * from './services/item.ts';
export * from './services/telling.ts';
