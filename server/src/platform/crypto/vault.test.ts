import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashPassword, passwordFits } from './password.ts';
import { newCode, newPassword } from './secret.ts';
import { newTotp, totpCode, totpStep } from './totp.ts';
import { keyAfter } from '#test/keys.ts';
import { SealBroken, vaultOf } from './vault.ts';

const vault = vaultOf({ masterKey: randomBytes(32) });
const place = { table: 'identity.contact', column: 'phone_enc', row: 'a' };

test('what was sealed for a place comes back there, whatever it says', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      (text) => vault.open(vault.seal(text, place), place) === text,
    ),
  );
});

test('a sealed value that was altered in any one bit is refused', () => {
  const sealed = vault.seal('13812345678', place);
  fc.assert(
    fc.property(fc.nat(sealed.length * 8 - 1), (bit) => {
      const altered = Buffer.from(sealed);
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => vault.open(altered, place)).toThrow(SealBroken);
    }),
  );
  expect(() => vault.open(sealed.subarray(0, 20), place)).toThrow(SealBroken);
});

test('a sealed value cannot be moved to another person, column or table, nor opened with another key', () => {
  const sealed = vault.seal('张三', place);
  for (const other of [
    { ...place, row: 'b' },
    { ...place, column: 'name_enc' },
    { ...place, table: 'identity.account' },
  ]) {
    expect(() => vault.open(sealed, other)).toThrow(SealBroken);
  }
  expect(() => vaultOf({ masterKey: randomBytes(32) }).open(sealed, place)).toThrow(SealBroken);
});

test('the same phone sealed twice looks different, and its index the same, for one use only', () => {
  expect(vault.seal('13812345678', place).equals(vault.seal('13812345678', place))).toBe(false);
  expect(vault.index('13812345678', 'phone')).toEqual(vault.index('13812345678', 'phone'));
  expect(vault.index('13812345678', 'phone').equals(vault.index('13812345678', 'attempt'))).toBe(false);
  expect(
    vaultOf({ masterKey: randomBytes(32) })
      .index('13812345678', 'phone')
      .equals(vault.index('13812345678', 'phone')),
  ).toBe(false);
});

test('what an older key or the other suite sealed still opens, and what is new is sealed with the new ones', () => {
  const older = randomBytes(32);
  const newer = randomBytes(32);
  const before = vaultOf({ masterKey: older, suite: 'aes' });
  const after = vaultOf({ masterKey: newer, previousKey: older, suite: 'sm' });
  const alone = vaultOf({ masterKey: newer, suite: 'aes' });
  const old = before.seal('张三', place);
  const fresh = after.seal('张三', place);
  expect([after.open(old, place), after.open(fresh, place), alone.open(fresh, place)]).toEqual([
    '张三',
    '张三',
    '张三',
  ]);
  expect(after.marks).toContainEqual(fresh.subarray(0, 2));
  expect(after.marks).not.toContainEqual(old.subarray(0, 2));
  expect(() => alone.open(old, place)).toThrow(SealBroken);
});

test('an index key of its own decides the indexes alone, whatever the master key', () => {
  const indexKey = randomBytes(32);
  const one = vaultOf({ masterKey: randomBytes(32), indexKey });
  const two = vaultOf({ masterKey: randomBytes(32), indexKey });
  expect(one.index('000000199001011237', 'id-number')).toEqual(two.index('000000199001011237', 'id-number'));
  expect(one.index('000000199001011237', 'id-number')).not.toEqual(
    vault.index('000000199001011237', 'id-number'),
  );
});

test.each(['aes', 'sm'] as const)('facts about a person open with that person’s key only (%s)', (suite) => {
  const own = vaultOf({ masterKey: randomBytes(32), suite });
  const home = { table: 'identity.person_key', column: 'key_enc', row: 'a' };
  const { wrapped, seal } = own.newPersonKey(home);
  const other = own.newPersonKey({ ...home, row: 'b' });
  const sealed = seal.seal('000000199001011237', place);
  expect(own.openPersonKey(wrapped, home).open(sealed, place)).toBe('000000199001011237');
  expect(() => other.seal.open(sealed, place)).toThrow(SealBroken);
  expect(() => own.open(sealed, place)).toThrow(SealBroken);
  expect(() => own.openPersonKey(wrapped, { ...home, row: 'b' }).open(sealed, place)).toThrow(SealBroken);
});

test.each(['aes', 'sm'] as const)(
  'a change of the master key leaves people’s keys what they are (%s)',
  (suite) => {
    const older = randomBytes(32);
    const masterKey = Buffer.from(keyAfter(older.toString('base64')), 'base64');
    const home = { table: 'identity.person_key', column: 'key_enc', row: 'a' };
    const { wrapped, seal } = vaultOf({ masterKey: older, suite }).newPersonKey(home);
    const sealed = seal.seal('000000199001011237', place);
    const both = vaultOf({ masterKey, previousKey: older, suite: 'sm' });
    expect(both.openPersonKey(wrapped, home).open(sealed, place)).toBe('000000199001011237');
    expect(both.marks).not.toContainEqual(wrapped.subarray(0, 2));
    const anew = both.seal(both.open(wrapped, home), home);
    const alone = vaultOf({ masterKey });
    expect(alone.openPersonKey(anew, home).open(sealed, place)).toBe('000000199001011237');
    expect(() => alone.openPersonKey(wrapped, home)).toThrow(SealBroken);
  },
);

test('what is kept of a person’s key has no two alike, and says nothing without the master key or with one byte gone', () => {
  const home = { table: 'identity.person_key', column: 'key_enc', row: 'a' };
  const [one, other] = [vault.newPersonKey(home), vault.newPersonKey(home)];
  expect(one.wrapped.equals(other.wrapped)).toBe(false);
  const sealed = one.seal.seal('张三', place);
  const altered = Buffer.from(one.wrapped);
  altered[20] = (altered[20] ?? 0) ^ 1;
  expect(() => vault.openPersonKey(altered, home).open(sealed, place)).toThrow(SealBroken);
  expect(() =>
    vaultOf({ masterKey: randomBytes(32) })
      .openPersonKey(one.wrapped, home)
      .open(sealed, place),
  ).toThrow(SealBroken);
});

test('the national algorithms of this Node give the values of their standards', () => {
  expect(createHash('sm3').update('abc').digest('hex')).toBe(
    '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  );
  const key = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');
  const sm4 = createCipheriv('sm4-ecb', key, null).setAutoPadding(false);
  expect(sm4.update(key).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
});

test('a password fits its own hash only, however its characters were typed', async () => {
  const hash = await hashPassword('Ａmaple-桥-7');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await passwordFits('Amaple-桥-7', hash)).toBe(true);
  expect(await passwordFits('amaple-桥-7', hash)).toBe(false);
  expect(await passwordFits('anything', null)).toBe(false);
});

test('a code of the authenticator belongs to its half minute, with one of drift', () => {
  const { secret } = newTotp('wang');
  const now = new Date('2026-11-23T02:00:00Z');
  const step = now.getTime() / 30_000;
  expect(totpStep(secret, totpCode(secret, now), now)).toBe(step);
  expect(totpStep(secret, totpCode(secret, new Date(now.getTime() - 30_000)), now)).toBe(step - 1);
  expect(totpStep(secret, totpCode(secret, new Date(now.getTime() - 90_000)), now)).toBeNull();
});

test('one-time passwords and codes are readable and do not repeat', () => {
  const made = new Set(Array.from({ length: 200 }, newPassword));
  expect(made.size).toBe(200);
  for (const one of made) expect(one).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
  expect(newCode()).toMatch(/^\d{6}$/);
});
