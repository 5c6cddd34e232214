import { describe, expect, test } from 'vitest';
import type { PromiseName } from '@fengqiao/contract/forbidden.ts';
import { route, Shape } from '@fengqiao/contract/route.ts';
import { keysOf, Text, Uuid } from '@fengqiao/contract/shapes.ts';
import Type from 'typebox';
import { linesOf, namesAgainst, textsAgainst } from './look.ts';
import { standInClear, staleReasons, unsealedBytes } from './personal.ts';
import { figuresByPerson, forcedFacts, peopleInPlaces, statementsOf, sumsOfSessions } from './shapes.ts';
import { signs } from './signs.ts';
import { namesOf } from './told.ts';

/** What somebody under pressure would add; every one must turn a rule red. */
const names: Partial<Record<PromiseName, readonly string[]>> = {
  people_tracks: ['grid_worker.trajectory', 'lastPosition', 'geofences', 'resident_location_history'],
  face: ['face_template', 'faceId', 'person.biometric', 'voiceprint'],
  door_events: ['door_event', 'gateLogs', 'entry_records', 'visitor_pass'],
  risk_scores: ['risk_score', 'personRiskLevel', 'creditScore', 'resident_rating'],
  group_leaks: ['wechat_group'],
  consent_gate: ['consentRequired'],
  consent_nagging: ['consent_prompts'],
  commerce: ['coupon', 'ad_slot', 'sponsored'],
  clock_in: ['clock_in', 'clockedIn', 'check_ins', 'attendance', 'punch-in'],
  points_ranking: ['leaderboard', 'staff_points', 'community_rank', 'points_total', 'unitRanking'],
  online_time: ['online_minutes', 'sessionDuration', 'login_count', 'signIns', 'active_days'],
  install_quotas: ['registration_rate', 'installQuota', 'usage_target', 'activation_rate'],
  likes: ['like_count', 'likes', 'forwardCount', 'learning_minutes_learning_time'],
  forced_evidence: ['selfie', 'patrol_track', 'workPhoto', 'steps_walked'],
  repeated_forms: ['daily_form'],
  responsibility_letters: ['responsibility_letter', 'veto', 'one_vote'],
  empty_targets: ['target_rate', 'lastPlace', 'worst_unit'],
  own_app: ['install_prompt', 'apk'],
};
const words: Partial<Record<PromiseName, readonly string[]>> = {
  people_tracks: ['查看人员轨迹', 'Show the trajectory'],
  face: ['请刷脸登录', 'Facial verification'],
  door_events: ['门禁记录', 'Door events'],
  risk_scores: ['风险等级：高', 'Risk score'],
  group_leaks: ['转发到工作群', 'Share to a group'],
  consent_gate: ['不同意则无法使用', 'You must agree first'],
  consent_nagging: ['同意并继续', 'Agree and continue'],
  commerce: ['进入商城', 'Buy now'],
  clock_in: ['上班打卡', 'Clock in'],
  points_ranking: ['本月排名', 'Leaderboard'],
  online_time: ['在线时长', 'Login count'],
  install_quotas: ['社区注册率', 'Registration rate'],
  likes: ['点赞 12', 'Page views'],
  forced_evidence: ['上传工作照', 'Take a selfie'],
  repeated_forms: ['每日填报', 'Daily form'],
  responsibility_letters: ['签订责任状', 'Letter of responsibility'],
  empty_targets: ['末位通报', 'Last place'],
  own_app: ['请安装客户端', 'Download the app'],
};
const calls: Partial<Record<PromiseName, string>> = {
  people_tracks: 'navigator.geolocation.watchPosition(keep)',
  forced_evidence: 'navigator.geolocation.watchPosition(keep)',
  group_leaks: 'await navigator.share({ text })',
  own_app: "addEventListener('beforeinstallprompt', ask)",
};
const packages: Partial<Record<PromiseName, string>> = {
  face: 'face-api.js',
  commerce: 'stripe',
  own_app: '@capacitor/core',
};

const finds = (promise: string, found: readonly string[]) =>
  found.some((one) => one.endsWith(`goes against ${promise}`));

describe('a planted violation turns the rule red', () => {
  test.each(keysOf(signs))('against %s', (promise) => {
    const sign = signs[promise];
    expect(sign.names !== undefined).toBe(promise in names);
    expect(sign.words !== undefined).toBe(promise in words);
    expect(sign.calls !== undefined).toBe(promise in calls);
    expect(sign.packages !== undefined).toBe(promise in packages);
    for (const text of names[promise] ?? [])
      expect([text, finds(promise, namesAgainst([{ at: 'planted', text }]))]).toEqual([text, true]);
    for (const text of words[promise] ?? [])
      expect([text, finds(promise, textsAgainst([{ at: 'planted', text }], 'words'))]).toEqual([text, true]);
    for (const [kind, text] of [
      ['calls', calls[promise]],
      ['packages', packages[promise]],
    ] as const)
      if (text !== undefined)
        expect(finds(promise, textsAgainst([{ at: 'planted', text }], kind))).toBe(true);
  });

  test('in a field, a value and an id of the interface', () => {
    const planted = route({
      id: 'appraisal.clockIn',
      method: 'POST',
      path: '/staff/leaderboard',
      who: 'staff',
      says: { zh: '', en: '' },
      body: Shape({ inner: Type.Array(Shape({ onlineMinutes: Type.Integer() })) }),
      reply: Shape({ state: Type.Union([Type.Literal('faceprint'), Type.Literal('ok')]) }),
    });
    const found = namesAgainst(namesOf(planted));
    expect(['clock_in', 'points_ranking', 'online_time', 'face'].map((one) => finds(one, found))).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  test('but a comment or an import is no violation', () => {
    const source = "import { ranking } from './x.ts';\n// no ranking here\n/* 排名 */ const fine = 1;\n";
    expect(textsAgainst(linesOf('a.ts', source), 'words')).toEqual([]);
  });

  test('a person, a place and a moment in one row', () => {
    const column = (name: string, type = 'text') => ({ table: 'field.visit', column: name, type });
    const track = [
      column('staff', 'uuid'),
      column('lng', 'double precision'),
      column('at', 'timestamp with time zone'),
    ];
    expect(peopleInPlaces(track, {})).toHaveLength(1);
    expect(peopleInPlaces(track.slice(1), {})).toEqual([]);
    expect(peopleInPlaces(track, { 'field.visit': 'a reason' })).toEqual([]);
  });

  test('a sum of sessions, and a figure for each person', () => {
    const query = statementsOf(
      'x.ts',
      "export const busy = (work: Work) =>\n  work.db.selectFrom('identity.session').select((e) => e.fn.countAll().as('n')).groupBy('account');\n",
    );
    expect(sumsOfSessions(query)).toHaveLength(1);
    expect(figuresByPerson(query, {})).toHaveLength(1);
    const view = [
      { at: 'x.v_busy', text: 'select account, max(seen_at) from identity.session group by account' },
    ];
    expect(sumsOfSessions(view)).toHaveLength(1);
    expect(
      figuresByPerson([{ at: 'x', text: 'select handled_by, count(*) from c group by handled_by' }], {}),
    ).toHaveLength(1);
  });

  test('a name, a phone or a photo demanded from whoever may stay without one', () => {
    const asked = (who: 'anyone' | 'staff', body: ReturnType<typeof Shape>) =>
      forcedFacts(
        [
          route({
            id: 'x.y',
            method: 'POST',
            path: '/x',
            who,
            says: { zh: '', en: '' },
            body,
            reply: Shape({}),
          }),
        ],
        {},
      );
    expect(asked('anyone', Shape({ phone: Text(1, 20) }))).toHaveLength(1);
    expect(asked('anyone', Shape({ phone: Type.Optional(Text(1, 20)) }))).toEqual([]);
    expect(asked('staff', Shape({ photos: Type.Array(Uuid, { minItems: 1 }) }))).toHaveLength(1);
    expect(asked('staff', Shape({ photos: Type.Array(Uuid) }))).toEqual([]);
  });
});

describe('a fact about a person in clear turns the rule red', () => {
  const column = (name: string, type = 'text') => ({ table: 'registry.person', column: name, type });

  test.each([
    'id_number',
    'phone',
    'birth_date',
    'home_address',
    'ethnicity',
    'health',
    'disability',
    'religion',
    'guardian',
    'email',
    'photo',
  ])('%s', (name) => {
    expect(standInClear([column(name)], [])).toHaveLength(1);
    expect(standInClear([column(`${name}_enc`, 'bytea')], [])).toEqual([]);
  });

  test('a bag that may hold anything, a seal that is none, and a reason for nothing', () => {
    expect(standInClear([column('extra', 'jsonb')], [])).toHaveLength(1);
    expect(unsealedBytes([column('phone_enc')])).toHaveLength(1);
    expect(staleReasons([], [{ why: 'gone', columns: ['a.b.c'] }])).toHaveLength(1);
    expect(standInClear([column('phone')], [{ why: 'told', columns: ['registry.person.phone'] }])).toEqual(
      [],
    );
  });
});
