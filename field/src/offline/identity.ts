import type { QueryClient } from '@tanstack/react-query';
import { call, Refused } from '@fengqiao/contract/client.ts';
import { readMe, signOut, type Me } from '@fengqiao/contract/identity.ts';
import { forget, recall, remember } from '@fengqiao/ui/phone/memory.ts';

const place = 'fengqiao.field.me';
const leaving = 'fengqiao.field.leaving';

/** Who was signed in here last, as a name only: what they may do is the server's to say when the phone reaches it. */
export const remembered = (): Me | undefined => recall<Me>(place);
export const rememberMe = (me: Me): void => remember(place, me);
export const forgetMe = (): void => forget(place);

/** The app opens with whoever was here last, and asks the server meanwhile. */
export function startAs(client: QueryClient): void {
  const me = remembered();
  if (me !== undefined) client.setQueryData([readMe.id, {}], me, { updatedAt: 0 });
  void tellLeaving(client);
  window.addEventListener('online', () => void tellLeaving(client));
}

/** Somebody signed in: the app knows it before it asks again. */
export function cameIn(client: QueryClient, me: Me): void {
  forget(leaving);
  client.setQueryData([readMe.id, {}], me);
}

/** Signed out without a network: the server hears of it at the next contact. */
export const noteLeaving = (): void => remember(leaving, true);
export const isLeaving = (): boolean => recall<boolean>(leaving) === true;

async function tellLeaving(client: QueryClient): Promise<void> {
  if (!isLeaving()) return;
  const heard = await call(signOut, {}).then(
    () => true,
    (error: unknown) => error instanceof Refused && error.status === 401,
  );
  if (!heard) return;
  forget(leaving);
  await client.resetQueries();
}
