-- Out on the ground 走访巡查: points that are looked at, patrols, visits at home, and objections of those who work. A patrol
-- keeps which points were looked at, not when each was: there is no way that anybody walked.

create schema rounds;
grant usage on schema rounds to fengqiao_app;

create table rounds.checkpoint (
  street text not null references platform.street,
  id uuid not null,
  grid text not null,
  name text not null,
  address text not null,
  lng double precision not null,
  lat double precision not null,
  code text not null,                 -- on the sheet; random, so that whoever knows it stood before it
  seen_on date,
  ended boolean not null default false,
  primary key (street, id),
  foreign key (street, grid) references identity.unit
);
create unique index checkpoint_code_key on rounds.checkpoint (street, code);
create index checkpoint_grid_idx on rounds.checkpoint (street, grid) where not ended;
grant select, insert, update on rounds.checkpoint to fengqiao_app;

create table rounds.patrol (
  street text not null references platform.street,
  id uuid not null,
  unit text not null,
  account uuid not null,
  name text not null,                 -- under which they act
  started_at timestamptz not null,    -- by the server's clock
  ended_at timestamptz not null,
  offset_ms bigint,                   -- device clock minus server clock
  remarks_enc bytea,
  received_at timestamptz not null,
  primary key (street, id),
  foreign key (street, unit) references identity.unit,
  foreign key (street, account) references identity.account,
  check (ended_at >= started_at)
);
create index patrol_account_idx on rounds.patrol (street, account, id desc);             -- one's own, and the street's in the order of ids
create index patrol_unit_idx on rounds.patrol (street, unit, id desc);
create index patrol_received_idx on rounds.patrol (street, received_at);                  -- whose term is over
grant select, insert, delete on rounds.patrol to fengqiao_app;

create table rounds.point_seen (
  street text not null,
  patrol uuid not null,
  checkpoint uuid not null,
  primary key (street, patrol, checkpoint),
  foreign key (street, patrol) references rounds.patrol on delete cascade,
  foreign key (street, checkpoint) references rounds.checkpoint
);
create index point_seen_checkpoint_idx on rounds.point_seen (street, checkpoint);
grant select, insert, delete on rounds.point_seen to fengqiao_app;

create table rounds.visit (
  street text not null references platform.street,
  id uuid not null,
  unit text not null,
  account uuid not null,
  name text not null,                 -- under which they act
  person uuid,                        -- key of the person in the registry; null for somebody who is not in it
  purpose text not null check (purpose in ('routine', 'support', 'policy', 'after_case', 'safety')),
  needs text[] not null check (needs <@ array['repair', 'safety', 'neighbours', 'benefit', 'help', 'other']),
  body_enc bytea not null,            -- place and words
  visited_at timestamptz not null,    -- by the server's clock
  offset_ms bigint,
  received_at timestamptz not null,
  case_id uuid,                       -- what came of it
  primary key (street, id),
  foreign key (street, unit) references identity.unit,
  foreign key (street, account) references identity.account
);
create index visit_account_idx on rounds.visit (street, account, id desc);
create index visit_unit_idx on rounds.visit (street, unit, id desc);
create index visit_person_idx on rounds.visit (street, person) where person is not null;  -- erasure
create index visit_received_idx on rounds.visit (street, received_at);
grant select, insert, update, delete on rounds.visit to fengqiao_app;

create table rounds.appeal (
  street text not null references platform.street,
  id uuid not null,
  account uuid not null,
  name text not null,
  unit text,
  about text not null check (about in ('count', 'check', 'evidence', 'duty', 'other')),
  case_no text,
  body_enc bytea not null,
  state text not null check (state in ('open', 'upheld', 'answered')),
  made_at timestamptz not null,
  answer_enc bytea,
  answered_by uuid,
  answered_at timestamptz,
  primary key (street, id),
  foreign key (street, account) references identity.account,
  check ((state = 'open') = (answered_at is null)),
  check ((answered_at is null) = (answer_enc is null)),
  check (answered_by <> account)
);
create index appeal_account_idx on rounds.appeal (street, account, id desc);
create index appeal_open_idx on rounds.appeal (street, id) where state = 'open';
grant select, insert, update on rounds.appeal to fengqiao_app;

do $$
declare t text;
begin
  foreach t in array array['checkpoint', 'patrol', 'point_seen', 'visit', 'appeal'] loop
    execute format('alter table rounds.%I enable row level security', t);
    execute format('alter table rounds.%I force row level security', t);
    execute format('create policy own_street on rounds.%I to fengqiao_app using (street = (select identity.here()))', t);
  end loop;
end $$;

-- A post's own units, or the whole street for those who look after it; the engine sees all of its street.
create function rounds.reaches(p_unit text) returns boolean language sql stable as $$
  select s.kind = 'system' or s.wide or p_unit = any (s.units)
    from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid
$$;
-- Who was visited is for those who visit: no post that sees the whole street reads it.
create function rounds.visits_here(p_unit text) returns boolean language sql stable as $$
  select s.kind = 'system' or p_unit = any (s.units)
    from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid
$$;
grant execute on function rounds.reaches, rounds.visits_here to fengqiao_app;
create policy own_place on rounds.checkpoint as restrictive to fengqiao_app using (rounds.reaches(grid));
create policy own_place on rounds.patrol as restrictive to fengqiao_app using (rounds.reaches(unit));
create policy own_place on rounds.visit as restrictive to fengqiao_app using (rounds.visits_here(unit));
