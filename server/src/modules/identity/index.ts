/**
 * Identity knows who somebody is and at which post: accounts, units, posts, sessions, how to reach people, keys of other
 * systems. A post is a unit and a role, granted with a reason and ended with one; what one may see follows from it.
 * Names and phones are sealed; other rooms hold keys of contacts and ask here to reveal them, for a purpose, on record.
 */
import { signOnDoors as signOnTold } from '@fengqiao/contract/sign-on.ts';
import type { Room } from '#platform/room.ts';
import { phoneIndexes } from './actions/indexes.ts';
import { eraseIdentity } from './actions/erase.ts';
import { keepings } from './actions/keepings.ts';
import { identityJobs } from './jobs.ts';
import { mayReadEvidence } from './actions/window-mandates.ts';
import { signOnDoors } from './doors/sign-on.ts';
import { identityRoutes } from './routes.ts';

export { actedFor, lookedFor } from './actions/act-for.ts';
export { findApiKey } from './actions/api-keys.ts';
export {
  contactOf,
  keepContact,
  maskedAccount,
  maskedContact,
  peopleWithPhone,
  personOf,
  phoneOf,
  reachOf,
  smsPhoneOf,
} from './actions/contacts.ts';
export { contactsLeftBy } from './actions/erase.ts';
export { forgetContacts } from './actions/keepings.ts';
export { importUnits } from './actions/import-units.ts';
export { installAdmins } from './actions/install.ts';
export { indexKeyFits, keyFits } from './actions/key-fits.ts';
export {
  accountOfPerson,
  moveAccount,
  personOfAccount,
  raiseToRealName,
  residentWithPhone,
} from './actions/real-name.ts';
export {
  destroyPersonKeys,
  keepPackedKeys,
  keepPersonKeys,
  newPersonKeys,
  personSeals,
  wrappedKeys,
  type PersonSeal,
} from './actions/person-keys.ts';
export { accountsWith, staffAt } from './actions/posts.ts';
export { DEMO_PASSWORD, seatMissing, seedPeople, type Seeded } from './actions/seed-people.ts';
export { openResidentSession, openStaffSession } from './actions/session.ts';
export { allUnits, saveUnits, unitOf } from './actions/units.ts';
export { lendSession, takeBackSession } from './actions/lend-session.ts';
export { followersOf, mandateNotice, type MandateNotice } from './actions/mandate-notice.ts';
export { takePhoneCode } from './actions/sign-in-by-phone.ts';
export { unitKindsOf } from './domain/post.ts';
export { mobile } from './domain/phone.ts';

export const identityRoom: Room = {
  name: 'identity',
  routes: identityRoutes,
  jobs: identityJobs,
  erase: eraseIdentity,
  keepings,
  files: { mayRead: mayReadEvidence },
  doors: signOnDoors,
  told: signOnTold,
  indexed: phoneIndexes,
  sealed: [
    { table: 'identity.account', columns: ['name_enc', 'phone_enc', 'totp_enc'] },
    { table: 'identity.contact', columns: ['name_enc', 'phone_enc', 'email_enc'] },
    { table: 'identity.phone_code', columns: ['phone_enc', 'code_enc'] },
    { table: 'identity.person_key', columns: ['key_enc'], row: 'subject::text' },
    // Answers kept for repeated requests belong to the platform; this is the lowest room that knows whose they are.
    { table: 'platform.idempotency', columns: ['reply'], row: "street || '|' || who || '|' || key" },
  ],
};
