/**
 * What stands beside every loaded case, made by the database out of the case itself: the report, the chain of holders,
 * the clocks with their segments, the timeline, the evidence, the check and the question to the reporter.
 */
const id = (at: string) =>
  `(lpad(to_hex((extract(epoch from ${at}) * 1000)::bigint), 12, '0') || substr(replace(gen_random_uuid()::text, '-', ''), 13))::uuid`;
const iso = (at: string) => `to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const somebody = `'01900000-0000-7000-8000-000000000001'::uuid`;

const report = `
  insert into cases.report (street, id, case_id, channel, taken_by, text, lng, lat, address, tracking_hash, solved, reported_at)
  select street, ${id('reported_at')}, id, channel, ${somebody}, text, lng, lat, address, md5(id::text), satisfied, reported_at from cases."case" where street = $1`;

const assignment = `
  insert into cases.assignment (street, id, case_id, round, level, unit, basis, why, assigned_by, assigned_at, acknowledged_by, acknowledged_at, contacted_at, ended_at, ended_how)
  select street, ${id('dispatched_at')}, id, 1, 1, lead, basis, '{"rowKey":"load"}', ${somebody}, dispatched_at,
         case when state <> 'dispatched' then ${somebody} end, case when state <> 'dispatched' then dispatched_at + interval '40 min' end,
         case when state <> 'dispatched' then dispatched_at + interval '2 h' end, closed_at, case when closed_at is not null then 'done' end
    from cases."case" where street = $1 and dispatched_at is not null`;

const task = `
  insert into cases.task (street, id, case_id, round, unit, part, text, state, given_by, given_at, reported_by, reported_at, report)
  select street, ${id('dispatched_at')}, id, 1, lead, 'lead', '承办', case when handled_at is null then 'open' else 'reported' end, ${somebody}, dispatched_at,
         case when handled_at is not null then ${somebody} end, handled_at, case when handled_at is not null then '已按要求处置，问题已消除。' end
    from cases."case" where street = $1 and dispatched_at is not null`;

/** Kind, unit and value of a clock, when it starts, is due and stops; those of open cases run. */
const clock = `
  insert into cases.clock (street, id, case_id, kind, owner, round, grade, unit, value, body, started_at, due_at, stopped_at, late_since, next_step_at)
  select c.street, ${id('k.started')}, c.id, k.kind, k.owner, 1, c.grade, k.unit, k.value,
         jsonb_build_object('kind', k.kind, 'unit', k.unit, 'value', k.value, 'window', case when k.unit in ('work_hour', 'work_day') then '{"from":"08:30","to":"17:30","workdaysOnly":false}'::jsonb end,
           'startedAt', ${iso('k.started')}, 'segments', jsonb_build_array(jsonb_build_object('kind', 'running', 'from', ${iso('k.started')}, 'to', ${iso('k.stopped')})),
           'dueAt', ${iso('k.due')}, 'stoppedAt', ${iso('k.stopped')}, 'lateSince', case when k.stopped > k.due then ${iso('k.due')} end, 'provisional', false),
         k.started, k.due, k.stopped, case when k.stopped > k.due then k.due end, case when k.stopped is null then greatest(k.due, $2::timestamptz + interval '30 d') end
    from cases."case" c, lateral (values
      ('register', 'centre', 'work_hour', 0.5, c.reported_at, c.reported_at + interval '30 min', c.registered_at),
      ('overall', 'centre', 'work_day', 5, c.registered_at, c.due_at, c.closed_at),
      ('dispatch', 'centre', 'work_hour', 0.5, c.registered_at, c.registered_at + interval '30 min', c.dispatched_at),
      ('sign', c.lead, 'work_hour', 2, c.dispatched_at, c.dispatched_at + interval '2 h', case when c.state <> 'dispatched' then c.dispatched_at + interval '40 min' end),
      ('contact', c.lead, 'work_day', 1, c.dispatched_at, c.dispatched_at + interval '1 d', case when c.state <> 'dispatched' then c.dispatched_at + interval '2 h' end),
      ('check', 'centre', 'work_day', 1, c.handled_at, c.handled_at + interval '1 d', c.closed_at)
    ) as k (kind, owner, unit, value, started, due, stopped)
   where c.street = $1 and k.started is not null and k.due is not null and (k.stopped is not null or c.state in ('received', 'registered', 'dispatched', 'handling', 'handled'))`;

const evidence = `
  insert into cases.evidence (street, id, case_id, round, stage, kind, note, taken_by, unit, at)
  select street, ${id('handled_at')}, id, 1, 'handle', 'record', '办理记录已登记。', ${somebody}, lead, handled_at from cases."case" where street = $1 and handled_at is not null`;

const fieldCheck = `
  insert into cases.field_check (street, id, case_id, round, drawn_at, checker, unit, method, passed, note, at)
  select street, ${id('closed_at')}, id, 1, handled_at, '01900000-0000-7000-8000-000000000002', 'centre', 'onsite', true, '到场核对，与反馈一致。', closed_at
    from cases."case" where street = $1 and closed_at is not null`;

const activity = `
  insert into cases.activity (street, id, case_id, round, kind, at, account, name, role, unit, state_before, state_after, facts, public)
  select c.street, ${id('a.at')}, c.id, 1, a.kind, a.at, ${somebody}, '周敏', a.role, a.unit, a.before, a.after, a.facts::jsonb, true
    from cases."case" c, lateral (values
      ('report', c.reported_at, 'intake', 'centre', null, 'received', '{"channel":"phone"}'),
      ('register', c.registered_at, 'intake', 'centre', 'received', 'registered', '{"grade":"B","limit":5}'),
      ('dispatch', c.dispatched_at, 'dispatcher', 'centre', 'registered', 'dispatched', '{"basis":"statutory","rowKey":"load","why":"责任清单第一版"}'),
      ('acknowledge', case when c.state <> 'dispatched' then c.dispatched_at + interval '40 min' end, 'department', c.lead, 'dispatched', 'handling', '{}'),
      ('contact', case when c.state <> 'dispatched' then c.dispatched_at + interval '2 h' end, 'department', c.lead, 'handling', 'handling', '{"reached":true,"note":"已电话联系，说明办理安排。"}'),
      ('handled', c.handled_at, 'department', c.lead, 'handling', 'handled', '{"summary":"已按要求处置，问题已消除。","outcome":"solved"}'),
      ('check', c.closed_at, 'checker', 'centre', 'handled', 'handled', '{"passed":true,"method":"onsite"}'),
      ('close', c.closed_at, 'checker', 'centre', 'handled', 'closed', '{"outcome":"solved","summary":"现场已恢复，符合办结标准。"}'),
      ('archive', c.archived_at, 'checker', 'centre', 'closed', 'archived', '{"bytes":4096}')
    ) as a (kind, at, role, unit, before, after, facts)
   where c.street = $1 and a.at is not null`;

const ask = `
  insert into cases.ask (street, id, case_id, report, round, kind, ask_at, ends_at, asked, answered_at, solved, score)
  select street, ${id('closed_at')}, id, id, 1, 'now', closed_at, closed_at + interval '7 d', true, case when satisfied is not null then closed_at + interval '1 d' end, satisfied,
         case when satisfied then 5 when not satisfied then 2 end
    from cases."case" where street = $1 and closed_at is not null`;

/** Statements in their order; $1 is the street, and the clocks also take the present moment. */
export const beside: readonly { readonly text: string; readonly takesNow: boolean }[] = [
  ...[report, assignment, task].map((text) => ({ text, takesNow: false })),
  { text: clock, takesNow: true },
  ...[evidence, fieldCheck, activity, ask].map((text) => ({ text, takesNow: false })),
];
