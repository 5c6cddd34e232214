import { generateKeyPairSync, sign } from 'node:crypto';
import { demand } from '../demand.ts';
import { passwordOf } from '../hands/sign-in.ts';
import type { Journey } from '../house.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');

/** An app of the district signs for somebody it knows; they stand in the resident app, signed in, on the page that was meant. */
export const embedded: Journey = {
  name: 'an app of the district hands a resident over, once, and a second try is told what to do instead',
  go: async (lane) => {
    const admin = await lane.enter({ role: 'admin' });
    const password = await passwordOf(admin, lane);
    const proved = await admin.request.post(`${lane.base}/api/sessions/current/step-up`, {
      data: { password },
    });
    demand(proved.ok(), `the proof of the administrator was answered with ${proved.status()}`);
    const made = await admin.request.post(`${lane.base}/api/api-keys`, {
      data: {
        name: '区级应用',
        scopes: ['hand_over'],
        publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
      },
    });
    const { id } = (await made.json()) as { id: string };
    const second = await lane.enter({ login: 'second administrator' });
    const entered = await second.request.post(`${lane.base}/api/sessions`, {
      data: { login: 'admin-1', password },
    });
    demand(entered.ok(), `the second administrator was answered with ${entered.status()}`);
    const approved = await second.request.post(`${lane.base}/api/api-keys/${id}/approval`);
    demand(approved.ok(), `the approval of the key was answered with ${approved.status()}`);
    const now = Math.floor(Date.now() / 1000);
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = `${part({ alg: 'EdDSA', kid: id })}.${part({
      aud: new URL(lane.base).host,
      sub: '19900006601',
      nonce: `journey-${id}`,
      iat: now,
      exp: now + 60,
    })}`;
    const token = `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`;
    const address = `${lane.base}/embed#token=${token}&to=/settings`;

    const page = await lane.enter({ login: 'embedded', phone: true });
    await page.goto(address);
    await page.getByText('199****6601').waitFor();
    demand(!page.url().includes('token'), `the token stayed in the address: ${page.url()}`);
    const again = await lane.enter({ login: 'embedded again', phone: true });
    await again.goto(address);
    await again.getByText('这个凭证已经用过一次').waitFor();
    await again.getByRole('link', { name: '用手机号登录' }).waitFor();
  },
};
