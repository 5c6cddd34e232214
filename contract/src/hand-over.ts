import { Me } from './identity.ts';
import { route, Shape } from './route.ts';
import { Text } from './shapes.ts';

/** A token holds for so long from when it was signed. */
export const HAND_OVER_SECONDS = 60;

/**
 * The token is a JWT signed with EdDSA. Header: `alg` EdDSA, `kid` the id of the key registered here. Claims: `aud` the host of
 * this platform, `sub` the mobile number the other app has verified, `nonce` used once, `iat` and `exp` at most a minute apart.
 */
export const handOver = route({
  id: 'identity.handOver',
  method: 'POST',
  path: '/hand-overs',
  who: 'anyone',
  secret: true,
  says: {
    zh: '上级应用交接已登录的居民：凭其签名的一次性令牌（一分钟内有效）登录为手机核验级。',
    en: 'An app of the district hands over a resident it has signed in: a token signed by its key, good once within a minute, opens a session of somebody known by phone.',
  },
  body: Shape({ token: Text(1, 2000) }),
  reply: Me,
});
