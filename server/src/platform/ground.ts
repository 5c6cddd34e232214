import { listPromises, promiseList } from '@fengqiao/contract/forbidden.ts';
import { makeUploadNonce, platformDoors, readTime } from '@fengqiao/contract/platform.ts';
import { addNonce } from './files/store.ts';
import { pieces } from './files/pieces.ts';
import { reading } from './files/read.ts';
import { uploads } from './files/upload.ts';
import { healthDoors, version } from './health.ts';
import { liveDoor } from './live-door.ts';
import { openapiDoors } from './openapi.ts';
import type { Room } from './room.ts';
import { serve } from './serve.ts';
import { sweepers } from './sweep.ts';

/** What stands under every room and is nobody's domain: files, live changes, health, the description of the interface. */
export const ground = (dataDir: string): Room => ({
  name: 'platform',
  routes: [
    serve(makeUploadNonce, (work) => addNonce(work)),
    serve(readTime, async (work) => ({ now: work.now.toISOString() })),
    serve(listPromises, async () => ({ items: [...promiseList] })),
  ],
  jobs: sweepers(dataDir),
  told: platformDoors,
  doors: async (app, platform) => {
    await uploads(app, platform);
    await pieces(app, platform);
    reading(app, platform);
    liveDoor(app, platform);
    healthDoors(app, platform);
    openapiDoors(app, platform, version);
  },
});
