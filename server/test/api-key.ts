import type { World } from './world.ts';

/** A key of another system, made by one administrator and approved by another. */
export async function makeApiKey(
  world: World,
  asked: {
    readonly name: string;
    readonly scopes: readonly string[];
    readonly publicKey?: string;
    readonly unit?: string;
  },
  street = world.street,
): Promise<{ id: string; key: string }> {
  const [maker, other] = [
    await world.person('admin', undefined, street),
    await world.person('admin', undefined, street),
  ];
  const made = (await world.as(maker).post('/api/api-keys', asked)).json<{ id: string; key: string }>();
  await world.as(other).post(`/api/api-keys/${made.id}/approval`);
  return made;
}
