import { createPublicKey } from 'node:crypto';
import { expect, test } from 'vitest';
import { isSm2Key, isSm2Signed, newSm2Key, sm2PublicKey, sm2Sign } from './sm2.ts';

const hex = (text: string) => Buffer.from(text, 'hex');

// GB/T 32918.5-2017, annex A: the example of a signature.
const key = hex('3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8');
const point =
  '09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020' +
  'ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13';
const nonce = BigInt('0x59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21');
const r = 'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3';
const s = 'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa';
const text = Buffer.from('message digest');

test('the example of the standard comes out as it is printed', () => {
  expect(sm2PublicKey(key).toString('hex').endsWith(`04${point}`)).toBe(true);
  const signature = sm2Sign(key, text, { nonce });
  expect(signature.toString('hex')).toBe(`3046022100${r}022100${s}`);
  expect(isSm2Signed(sm2PublicKey(key), text, signature)).toBe(true);
});

test('a fresh key signs what it signs, and nothing else passes for it', () => {
  for (let round = 0; round < 20; round += 1) {
    const fresh = newSm2Key();
    const publicKey = sm2PublicKey(fresh);
    const signature = sm2Sign(fresh, text);
    expect(isSm2Signed(publicKey, text, signature)).toBe(true);
    expect(isSm2Signed(publicKey, Buffer.from('message digesT'), signature)).toBe(false);
    expect(isSm2Signed(publicKey, text, signature, 'somebody else')).toBe(false);
    expect(isSm2Signed(sm2PublicKey(newSm2Key()), text, signature)).toBe(false);
    const touched = Buffer.from(signature);
    touched[40] = (touched[40] ?? 0) ^ 1;
    expect(isSm2Signed(publicKey, text, touched)).toBe(false);
  }
});

test('the public half is one that other programs read', () => {
  const read = createPublicKey({ key: sm2PublicKey(key), format: 'der', type: 'spki' });
  expect(read.export({ format: 'der', type: 'spki' }).equals(sm2PublicKey(key))).toBe(true);
});

test('what is no key and no signature is told as such', () => {
  expect(isSm2Key(key)).toBe(true);
  for (const wrong of [Buffer.alloc(32), Buffer.alloc(32, 0xff), key.subarray(1)])
    expect(isSm2Key(wrong)).toBe(false);
  expect(isSm2Signed(Buffer.from('no key'), text, Buffer.from('no signature'))).toBe(false);
  expect(isSm2Signed(sm2PublicKey(key), text, Buffer.from('no signature'))).toBe(false);
});
