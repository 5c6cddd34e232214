import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);
const KIB = 19_456;
const PASSES = 2;

/** A password as argon2id (19 MiB, two passes; OWASP's least), in PHC form with its own salt. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await argon(password, salt);
  return `$argon2id$v=19$m=${KIB},t=${PASSES},p=1$${plain(salt)}$${plain(hash)}`;
}

/** Whether a password fits its hash; without a hash the same work is done, so that the time tells nothing. */
export async function passwordFits(password: string, stored: string | null): Promise<boolean> {
  const [, , , , salt = '', hash = ''] = (stored ?? nobody).split('$');
  const given = await argon(password, Buffer.from(salt, 'base64'));
  const kept = Buffer.from(hash, 'base64');
  return stored !== null && given.length === kept.length && timingSafeEqual(given, kept);
}

const nobody = `$argon2id$v=19$m=${KIB},t=${PASSES},p=1$${plain(randomBytes(16))}$${plain(randomBytes(32))}`;

function argon(password: string, nonce: Buffer): Promise<Buffer> {
  return derive('argon2id', {
    message: password.normalize('NFKC'),
    nonce,
    parallelism: 1,
    tagLength: 32,
    memory: KIB,
    passes: PASSES,
  });
}

function plain(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
