import { randomBytes } from 'node:crypto';
import { vaultOf } from '../server/src/platform/crypto/vault.ts';
import { suiteNames, type SuiteName } from '../server/src/platform/crypto/suite.ts';

const PEOPLE = 210_000;
const CORES = 2;
const LIMIT_SECONDS = 10;

const general = JSON.stringify({
  name: '欧阳娜娜',
  phone: '19900001234',
  sex: '2',
  workplace: '听枫街道某某有限公司',
  relation: 'spouse',
});
const sensitive = JSON.stringify({
  idKind: 'id',
  idNumber: '000000199003071234',
  birthDate: '1990-03-07',
  ethnicity: '01',
  address: '橹声路8号1幢2单元501室',
});

/** Seconds of CPU to take in people: a wrapped key, two blobs and three indexes each. */
function takeIn(suite: SuiteName, people: number): number {
  const vault = vaultOf({ masterKey: randomBytes(32), indexKey: randomBytes(32), suite });
  const began = process.cpuUsage();
  for (let n = 0; n < people; n += 1) {
    const row = `person-${n}`;
    const { seal } = vault.newPersonKey({ table: 'identity.person_key', column: 'key_enc', row });
    seal.seal(general, { table: 'registry.person', column: 'g2_enc', row });
    seal.seal(sensitive, { table: 'registry.person', column: 'g3_enc', row });
    vault.index(`欧阳${n}`, 'name');
    vault.index(String(19_900_000_000 + n), 'phone');
    vault.index(String(n).padStart(18, '0'), 'id-number');
  }
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1e6;
}

let kept = true;
for (const suite of suiteNames) {
  takeIn(suite, 5_000);
  const cpu = takeIn(suite, PEOPLE);
  const seconds = cpu / CORES;
  kept &&= seconds < LIMIT_SECONDS;
  console.log(
    `${suite}: ${PEOPLE} people take ${cpu.toFixed(1)} s of CPU, ${seconds.toFixed(1)} s on ${CORES} cores (limit ${LIMIT_SECONDS} s); ${Math.round((PEOPLE * 3) / cpu)} seals a second and core, with as many indexes`,
  );
}
process.exitCode = kept ? 0 : 1;
