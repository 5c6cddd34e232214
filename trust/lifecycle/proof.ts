import { randomBytes } from 'node:crypto';
import type { EvidenceGiven } from '@fengqiao/contract/cases/views.ts';
import { places } from '../../server/test/ground.ts';
import type { TestPerson } from '../../server/test/people.ts';
import type { World } from '../../server/test/world.ts';
import type { Scene } from './scene.ts';

/** Evidence as the type asks for it, or one record where it asks for nothing; every picture is a new one. */
export async function proof(
  { world, view, actor, pick }: Scene,
  stage: 'handle' | 'check',
): Promise<EvidenceGiven[]> {
  if (pick % 7 === 0) return [];
  const wanted = view.evidenceNeeded
    .filter((need) => need.stage === stage)
    .flatMap((need) => Array.from({ length: need.least }, () => need.kind));
  const kinds = wanted.length === 0 ? ['photo'] : wanted;
  const given: EvidenceGiven[] = [];
  for (const kind of kinds)
    given.push(
      kind === 'record'
        ? { kind: 'record', note: '记录' }
        : {
            kind: kind === 'document' ? 'document' : 'photo',
            file: await newFile(world, actor),
            ...places['c01-g01'],
            accuracy: 9,
          },
    );
  return given;
}

const newFile = (world: World, owner: TestPerson): Promise<string> =>
  world.asSystem(async (work) => {
    const id = work.newId();
    const mark = randomBytes(8).toString('hex');
    await work.db
      .insertInto('platform.file')
      .values({
        street: work.street,
        id,
        owner: owner.account,
        session: null,
        sha256: mark.repeat(4),
        media: 'image/jpeg',
        bytes: 9000,
        width: 640,
        height: 480,
        phash: mark,
        taken: '{}',
        name: '现场.jpg',
        attached: false,
        fresh: true,
        thumb: true,
        made_at: work.now,
      })
      .execute();
    return id;
  });
