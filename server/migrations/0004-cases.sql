-- The closed loop: reports, cases, who holds them, clocks, side requests, evidence, checks, satisfaction, archive.
-- Every table starts its key with the street. Nothing here names a resident: that stands in identity.

create schema cases;
grant usage on schema cases to fengqiao_app;

-- The responsibility list 责任清单, versioned with effective dates; a published version is never changed.
create table cases.list (
  street text not null references platform.street,
  version int not null check (version > 0),
  state text not null check (state in ('draft', 'published', 'retired')),
  note text not null default '',
  effective_from timestamptz,
  made_by uuid,
  made_at timestamptz not null,
  published_by uuid,
  published_at timestamptz,
  primary key (street, version)
);
create unique index list_draft_key on cases.list (street) where state = 'draft';   -- one draft at a time
grant select, insert, update, delete on cases.list to fengqiao_app;

create table cases.list_row (
  street text not null,
  version int not null,
  row_key text not null,
  type text not null check (type ~ '^[0-9]{5}$'),
  row jsonb not null,                 -- domain type ListRow
  primary key (street, version, row_key),
  foreign key (street, version) references cases.list on delete cascade
);
grant select, insert, update, delete on cases.list_row to fengqiao_app;

create table cases.list_revision (
  street text not null references platform.street,
  id uuid not null,
  type text not null,
  reason_zh text not null,
  reason_en text not null,
  mandatory boolean not null,
  cases uuid[] not null default '{}',
  state text not null default 'open' check (state in ('open', 'done')),
  opened_at timestamptz not null,
  done_at timestamptz,
  done_version int,
  done_note text,
  primary key (street, id)
);
create unique index list_revision_open_key on cases.list_revision (street, type) where state = 'open';
grant select, insert, update on cases.list_revision to fengqiao_app;

create table cases."case" (
  street text not null references platform.street,
  id uuid not null,
  no text not null,
  version int not null default 1,
  state text not null check (state in ('received', 'verifying', 'registered', 'negotiating', 'dispatched', 'handling',
    'handled', 'closed', 'archived', 'held', 'declined', 'merged', 'voided')),
  round smallint not null default 1,
  channel text not null,
  type text,
  list_version int,
  row_key text,
  class text,
  grade text check (grade in ('S', 'A', 'B', 'C', 'Q')),
  basis text check (basis in ('statutory', 'negotiated', 'designated')),
  title text not null,
  text text not null,
  lng double precision not null,
  lat double precision not null,
  address text not null,
  place_kind text,
  community text,
  grid text,
  lead text,                          -- the unit that answers for it now
  holder text,                        -- the unit or team that has it in hand now
  held_by uuid,                       -- the person who reported it handled; never its checker
  seen_by text[] not null default '{}',
  sensitive boolean not null default false,
  verified boolean not null default false,
  outcome text check (outcome in ('solved', 'explained', 'referred')),
  exit_code text,
  hand_offs smallint not null default 0,
  designated boolean not null default false,
  reports int not null default 1,
  due_at timestamptz,                 -- of the overall clock
  late_since timestamptz,             -- once late, always late
  merged_into uuid,
  satisfied boolean,                  -- what the reporters said; null is silence, and silence is not satisfaction
  bigrams tsvector,
  source jsonb,                       -- where an imported case comes from
  reported_at timestamptz not null,
  registered_at timestamptz,
  dispatched_at timestamptz,
  handled_at timestamptz,
  closed_at timestamptz,
  archived_at timestamptz,
  updated_at timestamptz not null,
  primary key (street, id),
  unique (street, no)
);
create index case_due_idx on cases."case" (street, state, due_at, id);                   -- work lists by deadline
create index case_new_idx on cases."case" (street, state, reported_at, id);         -- work lists by age
create index case_all_new_idx on cases."case" (street, reported_at, id);            -- all cases, newest first
create index case_changed_idx on cases."case" (street, updated_at, id);             -- what changed lately
create index case_lead_idx on cases."case" (street, lead, state, due_at, id);            -- a department's list
create index case_community_idx on cases."case" (street, community, state, due_at, id);  -- a community's list
create index case_grid_idx on cases."case" (street, grid, state, due_at, id);            -- a grid worker's list
create index case_type_idx on cases."case" (street, type, reported_at);             -- by type
create index case_seen_idx on cases."case" using gin (seen_by);                          -- what a unit takes part in
create index case_text_idx on cases."case" using gin (bigrams);                          -- substring search
create index case_place_idx on cases."case" (street, lng, lat) where state not in ('archived', 'voided', 'merged', 'declined');  -- duplicates nearby
create index case_merged_idx on cases."case" (street, merged_into) where merged_into is not null;
create unique index case_source_key on cases."case" (street, (source ->> 'system'), (source ->> 'id')) where source is not null;  -- an import is repeatable
grant select, insert, update on cases."case" to fengqiao_app;

create table cases.report (
  street text not null,
  id uuid not null,
  case_id uuid not null,
  channel text not null check (channel in ('resident', 'field', 'hotline', 'phone', 'window', 'paper', 'upstream', 'open311', 'sensor', 'import')),
  account uuid,                       -- of the resident, or of the staff member who found it
  contact uuid,                       -- identity.contact, when there is no account
  taken_by uuid,                      -- staff who wrote it down for somebody
  text text not null,
  lng double precision not null,
  lat double precision not null,
  accuracy double precision,
  address text not null,
  wishes_anonymous boolean not null default false,
  files uuid[] not null default '{}',
  tracking_hash text not null,        -- of the code with which a guest follows the report
  state text not null default 'open' check (state in ('open', 'withdrawn')),
  facts jsonb not null default '{}',  -- attributes asked by the type, names of outside systems
  solved boolean,                     -- the reporter's last word on "was it really solved?"
  reported_at timestamptz not null,
  primary key (street, id),
  foreign key (street, case_id) references cases."case"
);
create index report_case_idx on cases.report (street, case_id);
create index report_account_idx on cases.report (street, account, reported_at desc);
create index report_files_idx on cases.report using gin (files);                          -- who may open a picture
create index report_time_idx on cases.report (street, reported_at desc);
create unique index report_tracking_key on cases.report (street, tracking_hash);
grant select, insert, update on cases.report to fengqiao_app;

create table cases.assignment (
  street text not null,
  id uuid not null,
  case_id uuid not null,
  round smallint not null,
  level smallint not null check (level in (1, 2)),
  unit text not null,
  basis text not null check (basis in ('statutory', 'negotiated', 'designated')),
  why jsonb not null,                 -- row, list version, consultation or named leader's reason, alternatives not taken
  assigned_by uuid,
  assigned_at timestamptz not null,
  acknowledged_by uuid,
  acknowledged_at timestamptz,
  contacted_at timestamptz,
  returned boolean not null default false,   -- a return was asked on this assignment; there is only one
  ended_at timestamptz,
  ended_how text check (ended_how in ('returned', 'rerouted', 'arbitrated', 'done', 'merged', 'voided', 'reopened')),
  primary key (street, id),
  foreign key (street, case_id) references cases."case"
);
create index assignment_case_idx on cases.assignment (street, case_id);
create unique index assignment_current_key on cases.assignment (street, case_id, level) where ended_at is null;
create index assignment_designated_idx on cases.assignment (street, assigned_at) where basis = 'designated';
grant select, insert, update on cases.assignment to fengqiao_app;

create table cases.task (
  street text not null,
  id uuid not null,
  case_id uuid not null,
  round smallint not null,
  unit text not null,
  part text not null check (part in ('lead', 'co')),
  text text not null,
  weight smallint not null default 1 check (weight between 1 and 10),
  required boolean not null default true,
  state text not null default 'open' check (state in ('open', 'reported', 'accepted', 'rejected', 'cancelled')),
  given_by uuid,
  given_at timestamptz not null,
  reported_by uuid,
  reported_at timestamptz,
  report text,
  judged_by uuid,
  judged_at timestamptz,
  judgement text,
  rejections smallint not null default 0,
  primary key (street, id),
  check (judged_by is distinct from reported_by or judged_by is null),
  foreign key (street, case_id) references cases."case"
);
create index task_case_idx on cases.task (street, case_id);
create index task_unit_idx on cases.task (street, unit, state);
grant select, insert, update on cases.task to fengqiao_app;

create table cases.clock (
  street text not null,
  id uuid not null,
  case_id uuid not null,
  subject uuid,                       -- the task, request, consultation or milestone it measures
  kind text not null,
  owner text,                         -- the unit whose time runs
  round smallint not null,
  grade text,
  unit text not null check (unit in ('urgent_hour', 'work_hour', 'work_day', 'calendar_day')),
  value double precision not null,
  body jsonb not null,                -- domain type Clock with its segments
  started_at timestamptz not null,
  due_at timestamptz not null,
  paused boolean not null default false,
  stopped_at timestamptz,
  late_since timestamptz,
  provisional boolean not null default false,
  step smallint not null default 0,   -- ladder steps already taken
  next_step_at timestamptz,
  primary key (street, id),
  foreign key (street, case_id) references cases."case"
);
create index clock_case_idx on cases.clock (street, case_id);
create index clock_sweep_idx on cases.clock (next_step_at) where stopped_at is null and not paused;   -- the sweeper
create index clock_provisional_idx on cases.clock (street) where provisional and stopped_at is null;
grant select, insert, update on cases.clock to fengqiao_app;

create table cases.side_request (
  street text not null,
  id uuid not null,
  case_id uuid not null,
  round smallint not null,
  kind text not null check (kind in ('extension', 'return', 'hold', 'void', 'escalation', 'type_change', 'termination')),
  state text not null default 'pending' check (state in ('pending', 'approved', 'rejected', 'withdrawn')),
  unit text,
  asked_by uuid not null,
  asked_at timestamptz not null,
  facts jsonb not null,
  decided_by uuid,
  decided_at timestamptz,
  decision text,
  primary key (street, id),
  check (decided_by is null or decided_by <> asked_by),
  foreign key (street, case_id) references cases."case"
);
create index side_request_case_idx on cases.side_request (street, case_id);
create unique index side_request_pending_key on cases.side_request (street, case_id, kind) where state = 'pending';
create index side_request_pending_idx on cases.side_request (street, kind, asked_at) where state = 'pending';
grant select, insert, update on cases.side_request to fengqiao_app;

create table cases.hold (
  street text not null,
  id uuid not null,
  case_id uuid not null,
  reason_code text not null,
  reason text not null,
  plan text not null,
  told_how text not null,             -- how the resident was told the reason and the next milestone
  told_at timestamptz not null,
  approved_by uuid not null,
  since timestamptz not null,
  next_review_at timestamptz not null,
  cap_at timestamptz not null,
  escalated_at timestamptz,
  ended_at timestamptz,
  ended_why text,
  primary key (street, id),
  foreign key (street, case_id) references cases."case"
);
create unique index hold_current_key on cases.hold (street, case_id) where ended_at is null;
create index hold_review_idx on cases.hold (next_review_at) where ended_at is null;
grant select, insert, update on cases.hold to fengqiao_app;

create table cases.milestone (
  street text not null,
  id uuid not null,
  hold uuid not null,
  case_id uuid not null,
  title text not null,
  due_on date not null,
  done_at timestamptz,
  done_by uuid,
  note text,
  primary key (street, id),
  foreign key (street, hold) references cases.hold
);
create index milestone_hold_idx on cases.milestone (street, hold);
create index milestone_case_idx on cases.milestone (street, case_id);
grant select, insert, update on cases.milestone to fengqiao_app;

create table cases.consultation (
  street text not null,
  id uuid not null,
  case_id uuid not null,
  round smallint not null,
  question text not null,
  proposed_lead text not null,
  proposed_co text[] not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  closes_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'agreed', 'failed')),
  ended_at timestamptz,
  primary key (street, id),
  foreign key (street, case_id) references cases."case"
);
create unique index consultation_open_key on cases.consultation (street, case_id) where state = 'open';
create index consultation_case_idx on cases.consultation (street, case_id);
create index consultation_due_idx on cases.consultation (closes_at) where state = 'open';     -- silence is consent
grant select, insert, update on cases.consultation to fengqiao_app;

create table cases.opinion (
  street text not null,
  consultation uuid not null,
  unit text not null,
  stance text not null check (stance in ('waiting', 'consents', 'objects', 'silent')),
  better_lead text,
  clause text,
  text text,
  by uuid,
  at timestamptz,
  primary key (street, consultation, unit),
  foreign key (street, consultation) references cases.consultation
);
create index opinion_unit_idx on cases.opinion (street, unit) where stance = 'waiting';
grant select, insert, update on cases.opinion to fengqiao_app;

create table cases.evidence (
  street text not null,
  id uuid not null,
  case_id uuid not null,
  round smallint not null,
  stage text not null check (stage in ('report', 'verify', 'handle', 'check', 'hold', 'close')),
  task uuid,
  kind text not null check (kind in ('photo', 'document', 'voice', 'record')),
  file uuid,
  sha256 text,
  note text not null default '',
  taken_by uuid,
  unit text,
  lng double precision,
  lat double precision,
  accuracy double precision,
  inside double precision,            -- P(taken at the place), 0..1
  fresh boolean not null default false,      -- carries an unused nonce of the server
  device_at timestamptz,
  offset_ms bigint,                   -- device clock minus server clock
  reuse_of uuid,                      -- an older picture that looks the same
  at timestamptz not null,
  primary key (street, id),
  foreign key (street, case_id) references cases."case"
);
create index evidence_case_idx on cases.evidence (street, case_id);
create index evidence_file_idx on cases.evidence (street, file) where file is not null;   -- who may open a picture
grant select, insert, update on cases.evidence to fengqiao_app;

-- A check 核查 by somebody who had no part in the handling.
create table cases.field_check (
  street text not null,
  id uuid not null,
  case_id uuid not null,
  round smallint not null,
  sample boolean not null default false,     -- drawn at random after closing
  drawn_at timestamptz not null,
  checker uuid,
  unit text,
  method text check (method in ('onsite', 'document', 'phone', 'record')),
  passed boolean,
  note text,
  at timestamptz,
  primary key (street, id),
  foreign key (street, case_id) references cases."case"
);
create index field_check_case_idx on cases.field_check (street, case_id);
create index field_check_open_idx on cases.field_check (street, drawn_at) where at is null;
grant select, insert, update on cases.field_check to fengqiao_app;

create table cases.supervision (
  street text not null,
  id uuid not null,
  case_id uuid not null,
  clock uuid,
  level smallint not null check (level between 1 and 4),
  unit text not null,                 -- who is to answer
  kind text not null check (kind in ('reminder', 'notice', 'order')),
  text text not null,
  by uuid,                            -- null: the ladder
  at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  answer text,
  primary key (street, id),
  foreign key (street, case_id) references cases."case"
);
create index supervision_case_idx on cases.supervision (street, case_id);
create index supervision_open_idx on cases.supervision (street, unit, at) where kind = 'order' and answered_at is null;
grant select, insert, update on cases.supervision to fengqiao_app;

-- A whistle 吹哨: a unit calls others to the place; both sides are appraised.
create table cases.whistle (
  street text not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('enforcement', 'key_work', 'emergency')),
  caller text not null,
  called_by uuid not null,
  text text not null,
  called_at timestamptz not null,
  answer_by timestamptz not null,
  result text,
  ended_at timestamptz,
  primary key (street, id),
  foreign key (street, case_id) references cases."case"
);
create index whistle_case_idx on cases.whistle (street, case_id);
grant select, insert, update on cases.whistle to fengqiao_app;

create table cases.whistle_call (
  street text not null,
  whistle uuid not null,
  unit text not null,
  answered_at timestamptz,
  answered_by uuid,
  answer text,
  attended boolean,
  rating smallint check (rating between 1 and 5),          -- of the called unit, by the caller
  rating_back smallint check (rating_back between 1 and 5), -- of the caller, by the called unit
  primary key (street, whistle, unit),
  foreign key (street, whistle) references cases.whistle
);
create index whistle_call_unit_idx on cases.whistle_call (street, unit) where answered_at is null;
grant select, insert, update on cases.whistle_call to fengqiao_app;

create table cases.activity (
  street text not null,
  id uuid not null,
  case_id uuid not null,
  round smallint not null,
  kind text not null,
  at timestamptz not null,
  account uuid,
  name text not null,
  role text,
  unit text,
  on_behalf uuid,
  state_before text,
  state_after text,
  facts jsonb not null default '{}',
  public boolean not null default false,     -- a resident who follows the case may read it
  primary key (street, id),
  foreign key (street, case_id) references cases."case"
);
create index activity_case_idx on cases.activity (street, case_id, at, id);
create index activity_kind_idx on cases.activity (street, kind, at);
grant select, insert on cases.activity to fengqiao_app;    -- append-only

create table cases.merge (
  street text not null,
  id uuid not null,
  into_case uuid not null,
  from_case uuid not null,
  by uuid not null,
  at timestamptz not null,
  why jsonb not null,
  moved jsonb not null,               -- what to put back
  undone_by uuid,
  undone_at timestamptz,
  undone_why text,
  primary key (street, id),
  foreign key (street, into_case) references cases."case",
  foreign key (street, from_case) references cases."case"
);
create unique index merge_current_key on cases.merge (street, from_case) where undone_at is null;
create index merge_into_idx on cases.merge (street, into_case);
grant select, insert, update on cases.merge to fengqiao_app;

-- A question to a reporter: was it really solved? At once, after four weeks for a sample, or by a drawn callback.
create table cases.ask (
  street text not null,
  id uuid not null,
  case_id uuid not null,
  report uuid not null,
  round smallint not null,
  kind text not null check (kind in ('now', 'later', 'callback')),
  ask_at timestamptz not null,
  ends_at timestamptz,
  asked boolean not null default false,
  caller uuid,                        -- callback only: outside the handling unit
  reached boolean,
  answered_at timestamptz,
  solved boolean,
  score smallint check (score between 1 and 5),
  reasons text[] not null default '{}',
  text text,
  may_call boolean,
  primary key (street, id),
  foreign key (street, case_id) references cases."case"
);
create index ask_case_idx on cases.ask (street, case_id);
create index ask_report_idx on cases.ask (street, report);
create index ask_due_idx on cases.ask (ask_at) where not asked;
create index ask_callback_idx on cases.ask (street, ask_at) where kind = 'callback' and answered_at is null;
grant select, insert, update on cases.ask to fengqiao_app;

create table cases.reopening (
  street text not null,
  id uuid not null,
  case_id uuid not null,
  report uuid,
  kind text not null check (kind in ('not_solved', 'contest', 'recheck')),
  reason text not null,
  asked_by uuid,
  asked_at timestamptz not null,
  answer_by timestamptz not null,
  granted boolean,
  decided_by uuid,
  decided_at timestamptz,
  decision text,
  primary key (street, id),
  foreign key (street, case_id) references cases."case"
);
create index reopening_case_idx on cases.reopening (street, case_id);
create unique index reopening_open_key on cases.reopening (street, case_id) where decided_at is null;
grant select, insert, update on cases.reopening to fengqiao_app;

create table cases.archive (
  street text not null,
  case_id uuid not null,
  round smallint not null,
  sha256 text not null,
  package bytea not null,
  bytes int not null,
  made_at timestamptz not null,
  primary key (street, case_id, round),
  foreign key (street, case_id) references cases."case"
);
grant select, insert on cases.archive to fengqiao_app;

create table cases.saved_view (
  street text not null references platform.street,
  id uuid not null,
  account uuid not null,
  name text not null,
  query text not null,
  made_at timestamptz not null,
  primary key (street, id)
);
create index saved_view_account_idx on cases.saved_view (street, account);
grant select, insert, delete on cases.saved_view to fengqiao_app;

create table cases.import_run (
  street text not null references platform.street,
  id uuid not null,
  system text not null,
  file_name text not null,
  sha256 text not null,
  mapping jsonb not null,
  dry boolean not null,
  done_rows int not null default 0,
  created int not null default 0,
  updated int not null default 0,
  unchanged int not null default 0,
  rejected int not null default 0,
  state text not null check (state in ('running', 'done', 'failed')),
  made_by uuid,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (street, id)
);
grant select, insert, update on cases.import_run to fengqiao_app;

create table cases.import_problem (
  street text not null,
  run uuid not null,
  line int not null,
  external_id text,
  code text not null,
  zh text not null,
  en text not null,
  value text,
  primary key (street, run, line, code),
  foreign key (street, run) references cases.import_run
);
grant select, insert on cases.import_problem to fengqiao_app;

-- Row policies, the second lock: what the session row says, not what a client sends.
alter table cases."case" enable row level security;
alter table cases."case" force row level security;
create policy case_read on cases."case" for select to fengqiao_app using (
  street = (select s.street from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid)
  and ((select s.wide from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid)
    or seen_by && (select s.units from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid)
    or id in (select r.case_id from cases.report r where r.account =
         (select s.account from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid and s.kind = 'resident'))));
create policy case_add on cases."case" for insert to fengqiao_app with check (
  street = (select s.street from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid));
create policy case_change on cases."case" for update to fengqiao_app using (
  street = (select s.street from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid))
  with check (street = (select s.street from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid));

do $$
declare t text;
begin
  foreach t in array array['list', 'list_row', 'list_revision', 'report', 'assignment', 'task', 'clock', 'side_request', 'hold',
    'milestone', 'consultation', 'opinion', 'evidence', 'field_check', 'supervision', 'whistle', 'whistle_call', 'activity',
    'merge', 'ask', 'reopening', 'archive', 'saved_view', 'import_run', 'import_problem']
  loop
    execute format('alter table cases.%I enable row level security', t);
    execute format('alter table cases.%I force row level security', t);
    execute format($p$create policy own_street on cases.%I to fengqiao_app using (
      street = (select s.street from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid))$p$, t);
  end loop;
end $$;

-- Residents and guests reach only their own reports; staff read reports through the cases they may see.
create policy own_reports on cases.report as restrictive for select to fengqiao_app using (
  (select s.kind in ('staff', 'system') from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid)
  or account = (select s.account from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid));

-- Substring search by character pairs: scope first, then the text, in one place. A text operator is not leakproof, so
-- under a row policy its index would not be used; this function runs as the owner and applies the same scope itself.
do $$ begin
  execute format('create policy search_owner on cases."case" for select to %I using (true)', current_user);
  execute format('create policy search_owner on cases.report for select to %I using (true)', current_user);
end $$;

create function cases.search(p_pairs tsquery, p_text text, p_state text[], p_before timestamptz, p_limit int)
returns table (id uuid, reported_at timestamptz)
language plpgsql stable security definer set search_path = cases, pg_temp set jit = off as $$
declare scope identity.session%rowtype;
begin
  select * into scope from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid;
  if not found then return; end if;
  return query execute
    'select c.id, c.reported_at from cases."case" c
      where c.street = $1 and c.bigrams @@ $2'
    || case when scope.wide then '' else ' and (c.seen_by && $3)' end
    || case when p_state is null then '' else ' and c.state = any($4)' end
    || case when p_before is null then '' else ' and c.reported_at < $5' end
    || ' and position($6 in lower(regexp_replace(c.title || c.text || c.address || c.no, ''\s+'', '''', ''g''))) > 0
      order by c.reported_at desc limit $7'
    using scope.street, p_pairs, scope.units, p_state, p_before, p_text, p_limit;
end $$;
revoke all on function cases.search from public;
grant execute on function cases.search to fengqiao_app;
