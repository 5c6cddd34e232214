import type { ListRow } from '@fengqiao/contract/cases/list-row.ts';
import type { EvidenceGiven } from '@fengqiao/contract/cases/views.ts';
import type { Role } from '@fengqiao/contract/roles.ts';
import { openResidentSession, openStaffSession, type Seeded } from '#modules/identity';
import { hashOf } from '#platform/http.ts';

import type { Platform } from '#platform/serve.ts';
import { withWork, type Work } from '#platform/work.ts';
import { Random } from '../names/random.ts';
import type { Street } from '../street/types.ts';
import { Agenda, type Story } from './agenda.ts';
import { Hands, type Now, type Townsman } from './hand.ts';
import { atOffice, atWork, days } from './hours.ts';
import { drawPicture, keepPicture } from './pictures.ts';

/** How a unit works: how often its work holds, how soon it acts, whether it takes the same picture twice. */
export type Manner = { readonly care: number; readonly pace: number; readonly honest: boolean };
export type Look = {
  readonly state: string;
  readonly lead: string | null;
  readonly holder: string | null;
  readonly grid: string | null;
  readonly community: string | null;
  readonly round: number;
  readonly closedAt: Date | null;
};

const LONG = 400 * 86_400;
const PICTURES = 48;

/** The street while it is lived: its people with their sessions, its clock, its agenda and its chance. */
export class Town {
  readonly random = new Random('tingfeng-life-2026');
  readonly agenda = new Agenda();
  readonly now: Now;
  readonly hands: Hands;
  readonly street: Street;
  readonly rows: readonly ListRow[];
  readonly refused = new Map<string, number>();
  readonly #platform: Platform;
  readonly #byUnit = new Map<string, Townsman[]>();
  readonly #byRole = new Map<Role, Townsman[]>();
  readonly #manners = new Map<string, Manner>();
  readonly residents: Townsman[] = [];
  #pictures: string[] = [];

  constructor(platform: Platform, now: Now, street: Street, rows: readonly ListRow[]) {
    this.#platform = platform;
    this.now = now;
    this.street = street;
    this.rows = rows.filter((row) => row.residentVisible);
    this.hands = new Hands(platform, now);
  }

  /** Gives everybody a session that lasts as long as the story. */
  async wake(people: Seeded): Promise<void> {
    await this.asStreet(async (work) => {
      for (const one of people.staff) this.#join(await this.#staff(work, one));
      for (const { account, name } of people.residents) {
        const { token } = await openResidentSession(work, account, 'simulation', { seconds: LONG });
        this.residents.push({ entry: { tokenHash: hashOf(token) }, account, name, role: null, unit: null });
      }
    });
    for (let i = 0; i < PICTURES; i++)
      this.#pictures.push(
        await keepPicture(
          this.#platform.settings.dataDir,
          await drawPicture(this.random.branch(`picture/${i}`)),
        ),
      );
  }

  async #staff(
    work: Work,
    { account, post, name, role, unit }: Seeded['staff'][number],
  ): Promise<Townsman & { role: Role; unit: string }> {
    const held = {
      id: post,
      account,
      name,
      role,
      unit,
      unitName: { zh: unit, en: unit },
      from: work.now,
      until: null,
      approvedAt: work.now,
      grantedBy: null,
      approvedBy: null,
      reason: '',
    };
    const { token } = await openStaffSession(work, held, 'simulation', { seconds: LONG });
    return { entry: { tokenHash: hashOf(token) }, account, name, role, unit };
  }

  #join(person: Townsman & { role: Role; unit: string }): void {
    this.#byUnit.set(person.unit, [...(this.#byUnit.get(person.unit) ?? []), person]);
    this.#byRole.set(person.role, [...(this.#byRole.get(person.role) ?? []), person]);
  }

  /** Runs something as the street's engine, at the present moment. */
  asStreet<T>(act: (work: Work) => Promise<T>): Promise<T> {
    return withWork(this.#platform, { service: 'system', street: this.street.id }, this.now.at, 'write', act);
  }

  /** Somebody with a role of the centre. */
  one(role: Role): Townsman {
    return this.random.pick(this.#byRole.get(role) ?? []);
  }

  /** Somebody who works in a unit, or null where nobody does. */
  of(unit: string | null): Townsman | null {
    const people = unit === null ? [] : (this.#byUnit.get(unit) ?? []);
    const working = people.filter(
      ({ role }) => role === 'department' || role === 'community' || role === 'grid_worker',
    );
    return working.length === 0 ? null : this.random.pick(working);
  }

  /** Whoever answers for a unit, also for one where nobody handles cases; null where nobody has a post. */
  voice(unit: string): Townsman | null {
    const people = this.#byUnit.get(unit) ?? [];
    return this.of(unit) ?? (people.length === 0 ? null : this.random.pick(people));
  }

  /** How a unit works; about one in five is sloppy, and stays so. */
  manner(unit: string): Manner {
    const known = this.#manners.get(unit);
    if (known) return known;
    const random = this.random.branch(`manner/${unit.replace(/-[gt]\d+$/, '')}`);
    const sloppy = random.chance(0.22);
    const made = sloppy
      ? { care: random.between(0.5, 0.7), pace: random.between(0.8, 1.6), honest: false }
      : { care: random.between(0.88, 0.97), pace: random.between(0.25, 0.7), honest: true };
    this.#manners.set(unit, made);
    return made;
  }

  look(id: string): Promise<Look> {
    return this.asStreet(async ({ db, street }) => {
      const row = await db
        .selectFrom('cases.case')
        .select(['state', 'lead', 'holder', 'grid', 'community', 'round', 'closed_at'])
        .where('street', '=', street)
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return {
        state: row.state,
        lead: row.lead,
        holder: row.holder,
        grid: row.grid,
        community: row.community,
        round: row.round,
        closedAt: row.closed_at,
      };
    });
  }

  /** Evidence as the list asks for it; a sloppy unit hands in an older picture. */
  async evidence(
    who: Townsman,
    row: ListRow,
    stage: 'handle' | 'check',
    place: { lng: number; lat: number },
  ): Promise<EvidenceGiven[]> {
    const wanted = row.evidence
      .filter((need) => need.stage === stage)
      .flatMap((need) => Array.from({ length: need.least }, () => need.kind));
    const kinds = wanted.length === 0 && stage === 'handle' ? ['record' as const] : wanted;
    const given: EvidenceGiven[] = [];
    for (const kind of kinds)
      given.push(
        kind === 'record'
          ? { kind, note: '办理记录已登记。' }
          : {
              kind,
              file: await this.photo(who),
              ...this.#spot(place),
              accuracy: this.random.int(4, 30),
              deviceAt: new Date(this.now.at.getTime() + this.random.int(-40_000, 40_000)).toISOString(),
            },
      );
    return given;
  }

  #spot({ lng, lat }: { lng: number; lat: number }) {
    return { lng: lng + this.random.normal(0, 0.00012), lat: lat + this.random.normal(0, 0.0001) };
  }

  /** A picture somebody takes; honest people take a new one every time. */
  async photo(who: Townsman, honest = true): Promise<string> {
    const picture = this.random.int(0, PICTURES - 1);
    const sha256 = this.#pictures[picture] ?? '';
    const likeness =
      honest && this.manner(who.unit ?? 'resident').honest
        ? this.random
        : this.random.branch(`old/${who.unit}/${picture % 3}`);
    const phash = Array.from({ length: 16 }, () => likeness.int(0, 15).toString(16)).join('');
    return withWork(this.#platform, who.entry, this.now.at, 'write', async (work) => {
      const id = work.newId();
      const { db, street, actor, now } = work;
      await db
        .insertInto('platform.file')
        .values({
          street,
          id,
          owner: actor.account,
          session: actor.session,
          sha256,
          media: 'image/jpeg',
          bytes: 9000,
          width: 640,
          height: 480,
          phash,
          taken: '{}',
          name: '现场.jpg',
          attached: false,
          fresh: true,
          thumb: true,
          made_at: now,
        })
        .execute();
      return id;
    });
  }

  /** A moment some milliseconds from now, in working hours when staff is to act. */
  later(ms: number, staff = true): Date {
    const at = new Date(this.now.at.getTime() + ms);
    return staff ? atWork(this.random, at) : at;
  }

  /** A moment some milliseconds from now at which somebody acts on a matter: by day, and on what is urgent at any hour. */
  soon({ row }: { readonly row: ListRow }, ms: number): Date {
    return this.later(ms, row.grade !== 'S' && row.grade !== 'A');
  }

  /** Somebody with a role who is not of the unit that answers for a case; what the centre itself handled is the district's to look at. */
  outside(lead: string | null, role: Role): Townsman {
    const found = this.one(role);
    return found.unit === lead ? this.one('district') : found;
  }

  /** A moment some milliseconds from now on which those are at work who decide. */
  office(ms: number): Date {
    return atOffice(this.random, new Date(this.now.at.getTime() + ms));
  }

  tell(at: Date, story: Story): void {
    this.agenda.add(at, story);
  }

  /** Between two numbers of days, in ms. */
  daysFrom(from: number, to: number): number {
    return days(this.random.between(from, to));
  }
}
