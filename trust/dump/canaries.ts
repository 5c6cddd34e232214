import { checkSignOf } from '@fengqiao/contract/identity-number.ts';

/** Somebody who does not exist; each fact begins with a mark that stands nowhere else in the world. */
export type Canary = {
  readonly name: string;
  readonly phone: string;
  readonly idNumber: string;
  readonly address: string;
};

const marks = { name: '龘靐', phone: '17770139', idNumber: '00000019871103', address: '鸓虪里' } as const;
const rest = '甲乙丙丁戊己庚辛壬癸';

/** Up to a thousand of them. */
export const canaries = (count: number): Canary[] =>
  Array.from({ length: count }, (_, n) => {
    const digits = String(n).padStart(3, '0');
    const first17 = `${marks.idNumber}${digits}`;
    return {
      name: `${marks.name}${[...digits].map((digit) => rest[Number(digit)]).join('')}`,
      phone: `${marks.phone}${digits}`,
      idNumber: first17 + checkSignOf(first17),
      address: `${marks.address}${n + 1}号`,
    };
  });

export type Pattern = { readonly what: string; readonly bytes: Buffer };

/** How a text looks in the encodings in which software keeps texts. */
export function encodings(what: string, text: string): Pattern[] {
  const utf8 = Buffer.from(text, 'utf8');
  const little = Buffer.from(text, 'utf16le');
  const all: [string, Buffer][] = [
    ['UTF-8', utf8],
    ['UTF-16 LE', little],
    ['UTF-16 BE', Buffer.from(little).swap16()],
    ['hex', Buffer.from(utf8.toString('hex'))],
    ['capital hex', Buffer.from(utf8.toString('hex').toUpperCase())],
    ...[0, 1, 2].map((shift): [string, Buffer] => ['base64', within(utf8, shift)]),
  ];
  const known = new Set<string>();
  return all.flatMap(([name, bytes]) => {
    if (known.has(bytes.toString('latin1'))) return [];
    known.add(bytes.toString('latin1'));
    return [{ what: `${what} in ${name}`, bytes }];
  });
}

/** The letters of base64 that do not depend on what stands before and after. */
function within(bytes: Buffer, shift: number): Buffer {
  const text = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  const first = Math.ceil((shift * 8) / 6);
  const whole = Math.floor(((shift + bytes.length) * 8) / 6);
  return Buffer.from(text.slice(first, whole));
}

/** Every mark in every encoding: what is not found by its mark is not there. */
export const patterns: readonly Pattern[] = Object.entries(marks).flatMap(([what, mark]) =>
  encodings(what, mark),
);

/** Encodings in which the patterns themselves are not found, each canary tried at every alignment. */
export function blindSpots(people: readonly Canary[]): string[] {
  return people.flatMap((person) =>
    (['name', 'phone', 'idNumber', 'address'] as const).flatMap((what) =>
      [0, 1, 2].flatMap((shift) => {
        const text = `${'x'.repeat(shift)}${person[what]}`;
        const seen = [
          Buffer.from(text),
          Buffer.from(text, 'utf16le'),
          Buffer.from(Buffer.from(text).toString('hex')),
          Buffer.from(Buffer.from(text).toString('base64')),
        ];
        return seen.flatMap((bytes, at) =>
          patterns.some((pattern) => bytes.includes(pattern.bytes))
            ? []
            : [`${what} ${person[what]} at ${shift}, form ${at}`],
        );
      }),
    ),
  );
}
