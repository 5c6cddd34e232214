/** Calls for every text in a value, however deep, with the way to it; gives the value with what was answered in its place. */
export function overTexts(value: unknown, change: (text: string, way: string) => string, way = ''): unknown {
  if (typeof value === 'string') return change(value, way);
  if (Array.isArray(value)) {
    const items: unknown[] = value;
    const after = items.map((one, at) => overTexts(one, change, `${way}/${at}`));
    return after.every((one, at) => one === items[at]) ? value : after;
  }
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const before = Object.entries(value);
  const after = before.map(([name, one]): [string, unknown] => [
    name,
    overTexts(one, change, `${way}/${name}`),
  ]);
  return after.every(([, one], at) => one === before[at]?.[1]) ? value : Object.fromEntries(after);
}

/** The texts in a value, with the way to each. */
export function textsIn(value: unknown): { readonly way: string; readonly text: string }[] {
  const found: { way: string; text: string }[] = [];
  overTexts(value, (text, way) => {
    found.push({ way, text });
    return text;
  });
  return found;
}
