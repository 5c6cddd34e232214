import * as accounts from '@fengqiao/contract/accounts.ts';
import * as demo from '@fengqiao/contract/demo.ts';
import { handOver as toldHandOver } from '@fengqiao/contract/hand-over.ts';
import * as identity from '@fengqiao/contract/identity.ts';
import * as mandates from '@fengqiao/contract/mandates.ts';
import * as sessions from '@fengqiao/contract/sessions.ts';
import * as units from '@fengqiao/contract/units.ts';
import { serve, type Http, type Served } from '#platform/serve.ts';
import { actFor, actForMyself } from './actions/act-for.ts';
import {
  addAccount,
  closeAccount,
  listAccounts,
  openLogin,
  removeSecondFactor,
  renewPassword,
} from './actions/accounts.ts';
import { addApiKey, approveApiKey, endApiKey, listApiKeys } from './actions/api-keys.ts';
import { demoPeople, enterAs } from './actions/demo.ts';
import { importUnits } from './actions/import-units.ts';
import { handOver } from './actions/hand-over.ts';
import { meOf, nameMyself, settleMyself } from './actions/me.ts';
import { answerMandate, askByPhone, myMandates, revokeMandate } from './actions/mandates.ts';
import { deviceKey } from './actions/device-key.ts';
import { beginTotp, beginTotpAtDoor, changePassword, confirmTotp, endTotp } from './actions/own-secrets.ts';
import { endDevice, myDevices, signOut, switchPost } from './actions/own-session.ts';
import { approvePost, approvePosts, endPost, grantPost, waitingPosts } from './actions/posts.ts';
import { askPhoneCode, signInByPhone } from './actions/sign-in-by-phone.ts';
import { askProofCode, stayHere, stepUp } from './actions/step-up.ts';
import { signIn, type SignedIn } from './actions/sign-in.ts';
import { joined, toldOfAccount, toldOfDoor, toldOfMe, toldOfPost, toldOfSignIn } from './actions/told.ts';
import { enterMandate, revokeAtWindow, windowMandates } from './actions/window-mandates.ts';
import { addUnit, changeUnit, endUnit, listUnits } from './actions/units.ts';

/** From one address, behind which a whole office may sit; guessing across many logins is slowed down by it. */
const SIGN_INS_A_MINUTE = 120;

const handOut = async (http: Http, signed: Promise<SignedIn>) => {
  const { me, opened } = await signed;
  http.keep(opened.token, opened.seconds);
  return me;
};

const door: readonly Served[] = [
  serve(
    identity.signIn,
    (work, { body }, http) => {
      http.limitBy('sign-in', http.ip, SIGN_INS_A_MINUTE);
      return handOut(http, signIn(work, body, http.agent));
    },
    toldOfSignIn,
  ),
  serve(identity.beginTotpAtDoor, (work, { body }, http) => {
    http.limitBy('sign-in', http.ip, SIGN_INS_A_MINUTE);
    return beginTotpAtDoor(work, body);
  }),
  serve(identity.askPhoneCode, (work, { body }, http) => askPhoneCode(work, body, http.ip)),
  serve(
    identity.signInByPhone,
    (work, { body }, http) => {
      http.limitBy('sign-in', http.ip, SIGN_INS_A_MINUTE);
      return handOut(http, signInByPhone(work, body, http.agent));
    },
    toldOfDoor,
  ),
  serve(
    toldHandOver,
    async (work, { body }, http) => {
      http.limitBy('sign-in', http.ip, SIGN_INS_A_MINUTE);
      const { me, opened } = await handOver(work, body.token, http);
      http.keep(opened.token, opened.seconds, { embedded: true });
      return me;
    },
    toldOfDoor,
  ),
  serve(identity.signOut, async (work, _, http) => {
    http.forget();
    return signOut(work);
  }),
  serve(demo.listDemoRoles, (work) => demoPeople(work)),
  serve(
    demo.demoSignIn,
    async (work, { body }, http) => {
      const { me, opened } = await enterAs(work, body.role, http.agent);
      if (opened === null) http.forget();
      else http.keep(opened.token, opened.seconds);
      return me;
    },
    toldOfDoor,
  ),
];

const myself: readonly Served[] = [
  serve(identity.readMe, (work) => meOf(work)),
  serve(identity.nameMe, (work, { body }) => nameMyself(work, body.name)),
  serve(identity.settleMe, (work, { body }) => settleMyself(work, body)),
  serve(
    identity.switchPost,
    (work, { body }) => switchPost(work, body.post),
    (_work, { body }, me) => (me === null ? { object: body.post } : { ...toldOfMe(me), object: body.post }),
  ),
  serve(sessions.askProofCode, (work, _, http) => askProofCode(work, http.ip)),
  serve(sessions.stepUp, (work, { body }) => stepUp(work, body)),
  serve(sessions.deviceKey, (work) => deviceKey(work)),
  serve(sessions.stayHere, (work) => stayHere(work)),
  serve(identity.listDevices, (work) => myDevices(work)),
  serve(identity.endDevice, (work, { params }) => endDevice(work, params.id)),
  serve(identity.changePassword, (work, { body }) => changePassword(work, body.password, body.newPassword)),
  serve(identity.beginTotp, (work, { body }) => beginTotp(work, body.password)),
  serve(identity.confirmTotp, (work, { body }) => confirmTotp(work, body.code)),
  serve(identity.endTotp, (work, { body }) => endTotp(work, body.password, body.code)),
];

/** Guessing whose phone is whose by inviting is slowed down. */
const INVITATIONS_A_MINUTE = 20;

const acting: readonly Served[] = [
  serve(mandates.listMandates, (work) => myMandates(work)),
  serve(mandates.inviteHelper, (work, { body }, http) => {
    http.limitBy('mandate', work.actor.account ?? http.ip, INVITATIONS_A_MINUTE);
    return askByPhone(work, 'helper', body);
  }),
  serve(mandates.offerHelp, (work, { body }, http) => {
    http.limitBy('mandate', work.actor.account ?? http.ip, INVITATIONS_A_MINUTE);
    return askByPhone(work, 'principal', body);
  }),
  serve(mandates.answerMandate, (work, { params, body }) => answerMandate(work, params.id, body.accept)),
  serve(mandates.revokeMandate, (work, { params }) => revokeMandate(work, params.id)),
  serve(sessions.actFor, (work, { body }) => actFor(work, body.mandate)),
  serve(sessions.actForMyself, (work) => actForMyself(work)),
  serve(mandates.listWindowMandates, (work, { query }) => windowMandates(work, query.phone)),
  serve(mandates.enterMandate, (work, { body }) => enterMandate(work, body)),
  serve(mandates.revokeAtWindow, (work, { params, body }) => revokeAtWindow(work, params.id, body)),
];

const administration: readonly Served[] = [
  serve(units.listUnits, (work) => listUnits(work)),
  serve(units.addUnit, (work, { body }) => addUnit(work, body)),
  serve(units.changeUnit, (work, { params, body }) => changeUnit(work, params.unit, body)),
  serve(units.endUnit, (work, { params }) => endUnit(work, params.unit)),
  serve(units.importUnits, (work, { body }) => importUnits(work, body.rows, { dryRun: body.dryRun })),
  serve(accounts.listAccounts, (work, { query }) => listAccounts(work, query)),
  serve(
    accounts.addAccount,
    (work, { body }) => addAccount(work, body),
    (_work, { body: { name, role, unit, reason } }, said) => ({
      whom: said?.account.id ?? null,
      detail: joined(name, role, unit, reason),
    }),
  ),
  serve(
    accounts.renewPassword,
    (work, { params, body }) => renewPassword(work, params.id, body.reason),
    toldOfAccount,
  ),
  serve(
    accounts.removeSecondFactor,
    (work, { params, body }) => removeSecondFactor(work, params.id, body.reason),
    toldOfAccount,
  ),
  serve(
    accounts.openLogin,
    (work, { params, body }) => openLogin(work, params.id, body.reason),
    toldOfAccount,
  ),
  serve(
    accounts.closeAccount,
    (work, { params, body }) => closeAccount(work, params.id, body.reason),
    toldOfAccount,
  ),
  serve(
    accounts.grantPost,
    (work, { params, body }) => grantPost(work, params.id, body),
    (_work, { params, body }, post) => ({
      ...toldOfPost(post, body.reason, null),
      whom: params.id,
      ...(post === null ? { detail: joined(body.role, body.unit, body.reason) } : {}),
    }),
  ),
  serve(accounts.waitingPosts, (work) => waitingPosts(work)),
  serve(
    accounts.approvePost,
    (work, { params }) => approvePost(work, params.id),
    (_work, { params }, post) => toldOfPost(post, null, params.id),
  ),
  serve(
    accounts.approvePosts,
    (work, { body }) => approvePosts(work, body.posts),
    (_work, { body }, said) => ({
      detail: said === null ? null : joined(...said.items.map(({ name }) => name)),
      object: String(body.posts.length),
    }),
  ),
  serve(
    accounts.endPost,
    (work, { params, body }) => endPost(work, params.id, body.reason),
    (_work, { params, body }, post) => toldOfPost(post, body.reason, params.id),
  ),
  serve(accounts.listApiKeys, (work) => listApiKeys(work)),
  serve(
    accounts.addApiKey,
    (work, { body }) => addApiKey(work, body),
    (_work, { body: { name, scopes } }, said) => ({
      object: said?.id ?? null,
      detail: joined(name, ...scopes),
    }),
  ),
  serve(accounts.approveApiKey, (work, { params }) => approveApiKey(work, params.id)),
  serve(accounts.endApiKey, (work, { params }) => endApiKey(work, params.id)),
];

export const identityRoutes: readonly Served[] = [...door, ...myself, ...acting, ...administration];
