/** Words for people, in the two languages the product speaks. */
export type Both = { readonly zh: string; readonly en: string };
