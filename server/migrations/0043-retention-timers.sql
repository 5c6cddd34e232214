-- Timers: what is kept for how long, and every run of a timer, counted and approved before anything goes.

-- The first version of a term comes with the product; every later one from two people.
create table retention.term (
  street text not null references platform.street,
  kind text not null,                 -- of keepings in the contract
  version int not null check (version > 0),
  value int not null check (value between 1 and 400),
  unit text not null check (unit in ('day', 'month', 'year')),
  enabled boolean not null,
  requested_by uuid,
  approved_by uuid,
  since timestamptz not null,
  primary key (street, kind, version),
  check (approved_by <> requested_by),
  check (version = 1 or (requested_by is not null and approved_by is not null))
);
grant select, insert on retention.term to fengqiao_app;

create table retention.term_change (
  street text not null references platform.street,
  id uuid not null,
  kind text not null,
  value int not null,
  unit text not null,
  enabled boolean not null,
  reason text not null,
  requested_by uuid not null,
  requested_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  approved boolean,
  note text,
  primary key (street, id),
  check (decided_by <> requested_by),
  check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (approved is null))
);
create unique index term_change_waiting_key on retention.term_change (street, kind) where decided_at is null;
grant select, insert, update on retention.term_change to fengqiao_app;

create table retention.run (
  street text not null references platform.street,
  id uuid not null,
  kind text not null,
  version int not null,
  before timestamptz not null,        -- what had reached this moment goes
  state text not null check (state in ('dry', 'approved', 'running', 'done', 'refused', 'stale')),
  counted int not null check (counted >= 0),
  held int not null default 0,        -- subjects under a legal hold when it was counted
  sample jsonb not null,              -- numbers and days of some of it
  made_by uuid,                       -- null: the regular round
  asked_by uuid,                      -- whoever asked for the term it follows
  made_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  note text,
  taken int not null default 0,
  ended_at timestamptz,
  primary key (street, id),
  foreign key (street, kind, version) references retention.term,
  check (decided_by <> made_by),
  check (decided_by <> asked_by),
  check ((state in ('approved', 'running', 'done', 'refused')) = (decided_by is not null)),
  check ((state = 'done') <= (ended_at is not null)),
  check (taken <= counted)
);
create unique index run_open_key on retention.run (street, kind) where state in ('dry', 'approved', 'running');
create index run_kind_idx on retention.run (street, kind, version, made_at);              -- when it was counted last
grant select, insert, update on retention.run to fengqiao_app;

-- Who minds the terms; for the others there are none but those told in the open.
create function retention.minds() returns boolean language sql stable as $$
  select s.kind = 'system' or s.role in ('steward', 'privacy', 'auditor')
    from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid
$$;
grant execute on function retention.minds to fengqiao_app;

do $$
declare t text;
begin
  foreach t in array array['term', 'term_change', 'run'] loop
    execute format('alter table retention.%I enable row level security', t);
    execute format('alter table retention.%I force row level security', t);
    execute format('create policy own_street on retention.%I to fengqiao_app using (street = (select identity.here()))', t);
  end loop;
end $$;
create policy minded on retention.term_change as restrictive to fengqiao_app using ((select retention.minds()));
create policy minded on retention.run as restrictive to fengqiao_app using ((select retention.minds()));

-- What the timers find and take.
create index case_archived_idx on cases."case" (street, archived_at, id) where archived_at is not null;
create index message_made_idx on notices.message using brin (made_at);
create index mandate_ended_idx on identity.mandate (street, ended_at) where ended_at is not null;
grant update (value) on cases.import_problem to fengqiao_app;
grant delete on identity.mandate, identity.mandate_use to fengqiao_app;
