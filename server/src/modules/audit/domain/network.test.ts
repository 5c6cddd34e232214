import { expect, test } from 'vitest';
import { networkOf } from './network.ts';
import { syslogOf } from './syslog.ts';

test.each([
  ['10.1.2.3', '10.1.2.0/24'],
  ['::ffff:192.168.7.9', '192.168.7.0/24'],
  ['2001:db8:aa:bb::1', '2001:db8:aa::/48'],
  ['2001:DB8::7', '2001:db8:0::/48'],
  ['::1', '0:0:0::/48'],
  ['nonsense', null],
])('of the address %s the log keeps %s', (address, network) => expect(networkOf(address)).toBe(network));

test('no value can end the structured data of a syslog message', () => {
  const message = syslogOf(
    {
      street: 'tingfeng',
      id: 'x',
      at: new Date(0),
      act: 'cli.rotate',
      result: 'done',
      facts: { detail: 'a"] \\', code: null },
    },
    '枫 host',
  );
  expect(message).toBe(
    '<109>1 1970-01-01T00:00:00.000Z host fengqiao - cli.rotate [fengqiao@32473 id="x" street="tingfeng" kind="upkeep" result="done" detail="a\\"\\] \\\\"] \ufeff更换密钥 成功',
  );
});
