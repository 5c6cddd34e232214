import { openHouse, type House } from './house.ts';
import { loop } from './journeys/loop.ts';
import { roles } from './journeys/roles.ts';
import { screens } from './journeys/screens.ts';

export type Journey = { readonly name: string; readonly go: (house: House) => Promise<void> };

const house = await openHouse();
let passed = 0;
let failed = 0;
for (const { name, go } of [...roles, ...screens, ...loop]) {
  try {
    await go(house);
    passed += 1;
    console.log(`ok ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`not ok ${name}\n  ${error instanceof Error ? error.message.slice(0, 1200) : String(error)}`);
  }
}
await house.close();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
