import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collectorOf, sendSyslog } from './syslog.ts';

test.each([
  ['udp://10.0.0.9:514', { by: 'udp', host: '10.0.0.9', port: 514 }],
  ['tls://log.example:6514', { by: 'tls', host: 'log.example', port: 6514 }],
  ['tcp://[fd00::9]:601', { by: 'tcp', host: 'fd00::9', port: 601 }],
  ['tls://log.example', null],
  ['http://log.example:80', null],
])('%s is read as %j', (address, collector) => expect(collectorOf(address)).toEqual(collector));

const HAS_OPENSSL = spawnSync('openssl', ['version']).status === 0;
describe.skipIf(!HAS_OPENSSL)('to a collector behind TLS (RFC 5425)', () => {
  const got: string[] = [];
  const known = tls.getCACertificates('default');
  let server: tls.Server;
  let certificate = '';
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fengqiao-tls-'));
    const words =
      'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1 -keyout key.pem -out certificate.pem';
    expect(spawnSync('openssl', words.split(' '), { cwd: folder }).status).toBe(0);
    const read = (name: string) => readFileSync(join(folder, name), 'utf8');
    certificate = read('certificate.pem');
    server = tls.createServer({ key: read('key.pem'), cert: certificate }, (socket) =>
      socket.setEncoding('utf8').on('data', (text) => got.push(String(text))),
    );
    rmSync(folder, { recursive: true });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => {
    tls.setDefaultCACertificates(known);
    server.close();
  });
  const send = (host: string) =>
    sendSyslog({ by: 'tls', host, port: (server.address() as AddressInfo).port }, ['<109>1 甲', '<109>1 b']);

  test('nothing is sent to one whose certificate nobody vouches for', async () => {
    await expect(send('localhost')).rejects.toThrow('self-signed certificate');
    expect(got.join('')).toBe('');
  });

  test.each(['localhost', '127.0.0.1'])(
    'messages arrive with their lengths, by its name %s',
    async (host) => {
      tls.setDefaultCACertificates([...known, certificate]);
      got.length = 0;
      await send(host);
      expect(got.join('')).toBe('10 <109>1 甲8 <109>1 b');
    },
  );
});
