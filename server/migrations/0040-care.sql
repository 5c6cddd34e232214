-- Special care 重点关爱 (G4): records about one person each, known to two people of the unit whose duty it is. They stand
-- apart: a role of their own reads them, a key of their own seals them, and nothing here can be searched, counted or mapped.

do $$ begin
  if not exists (select from pg_roles where rolname = 'fengqiao_care') then
    create role fengqiao_care nologin noinherit nobypassrls;
  end if;
  execute format('grant fengqiao_care to %I', current_user);
end $$;

create schema care;
grant usage on schema care, identity to fengqiao_care;
-- What the row policies below ask of a session; tokens and names are not among it.
grant select (id, street, kind, account, unit) on identity.session to fengqiao_care;

create function care.engine() returns boolean language sql stable as $$
  select s.kind = 'system' from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid
$$;
create function care.account() returns uuid language sql stable as $$
  select s.account from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid
$$;
create function care.unit() returns text language sql stable as $$
  select s.unit from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid
$$;
revoke all on function care.engine, care.account, care.unit from public;
grant execute on function care.engine, care.account, care.unit to fengqiao_care;

-- Whom it is about is sealed too: nothing in a copy of these tables names a person or says what their record is for.
create table care.record (
  street text not null references platform.street,
  id uuid not null,
  unit text not null,                 -- whose duty it is
  person_enc bytea not null,          -- key of the person in the registry, by the key of this schema
  person_index bytea not null,        -- by which erasure and a second proposal find them
  body_enc bytea not null,            -- kind, paper, why, help agreed; by the person's own key, and by the key of this schema
  state text not null check (state in ('proposed', 'open', 'refused', 'closed')),
  worker uuid not null,               -- who looks after the person
  second uuid not null,               -- who knows as well: whoever approved it, or took that seat over
  contact_on date,                    -- when the person is to hear from the worker next
  until date not null,                -- its last day
  requested_by uuid not null,
  requested_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  closed_at timestamptz,
  closed_by uuid,
  ending text check (ending in ('help_done', 'moved', 'died', 'unfounded', 'term', 'unattended')),
  closing_enc bytea,                  -- in the words of whoever refused or closed it, sealed like the body
  delete_on date,
  primary key (street, id),
  check (worker <> second),
  check (approved_by <> requested_by),
  check ((approved_by is null) = (approved_at is null)),
  check ((state in ('open', 'closed')) = (approved_by is not null)),
  check ((state in ('refused', 'closed')) = (closed_at is not null)),
  check ((closed_at is null) = (delete_on is null)),
  check ((state = 'closed') = (ending is not null))
);
create unique index record_person_key on care.record (street, unit, person_index) where state in ('proposed', 'open');
create index record_person_idx on care.record (street, person_index);                    -- erasure
create index record_worker_idx on care.record (street, worker, id);                      -- one's own records
create index record_second_idx on care.record (street, second, id);
create index record_until_idx on care.record (street, until) where state in ('proposed', 'open');   -- those whose term is over
create index record_delete_idx on care.record (street, delete_on) where delete_on is not null;

-- An approval is written by the one who gives it, of the same unit; nobody writes it for somebody else or takes it back.
create function care.demand_four_eyes() returns trigger language plpgsql as $$
begin
  if new.approved_by is distinct from old.approved_by
     and (old.approved_by is not null or new.approved_by is distinct from care.account() or new.unit is distinct from care.unit()) then
    raise exception 'a special-care record is approved by a second person of the unit' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger four_eyes before update on care.record for each row execute function care.demand_four_eyes();

-- What was done and heard, in the order it happened.
create table care.note (
  street text not null,
  id uuid not null,
  record uuid not null,
  account uuid not null,
  at timestamptz not null,
  text_enc bytea not null,            -- words and the name of whoever wrote them, sealed like the body
  primary key (street, id),
  foreign key (street, record) references care.record on delete cascade
);
create index note_record_idx on care.note (street, record, id);

-- One of the two seats goes to a colleague; whoever stays decides, or the colleague where nobody else is left.
create table care.handover (
  street text not null,
  id uuid not null,
  record uuid not null,
  seat text not null check (seat in ('worker', 'second')),
  to_account uuid not null,
  reason_enc bytea not null,          -- by the key of this schema
  requested_by uuid not null,
  requested_at timestamptz not null,
  decider uuid not null,
  decided_by uuid,
  decided_at timestamptz,
  approved boolean,
  primary key (street, id),
  foreign key (street, record) references care.record on delete cascade,
  check (decider <> requested_by),
  check (decided_by <> requested_by),
  check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (approved is null))
);
create index handover_record_idx on care.handover (street, record);
create unique index handover_waiting_key on care.handover (street, record) where decided_at is null;
create index handover_decider_idx on care.handover (street, decider) where decided_at is null;

-- Whose records somebody has opened on a day: the budget of this room.
create table care.reading (
  street text not null references platform.street,
  day date not null,
  account uuid not null,
  record uuid not null,
  primary key (street, day, account, record)
);

do $$
declare t text;
begin
  foreach t in array array['record', 'note', 'handover', 'reading'] loop
    execute format('alter table care.%I enable row level security', t);
    execute format('alter table care.%I force row level security', t);
    execute format('create policy own_street on care.%I to fengqiao_care using (street = (select identity.here()))', t);
    execute format('grant select, delete on care.%I to fengqiao_care', t);
  end loop;
end $$;
-- A record begins as a proposal: nobody can write one that is approved already, nor say later that somebody else asked for it.
grant insert (street, id, unit, person_enc, person_index, body_enc, state, worker, second, contact_on, until, requested_by, requested_at)
  on care.record to fengqiao_care;
grant update (person_enc, person_index, body_enc, state, worker, second, contact_on, approved_by, approved_at, closed_at, closed_by,
  ending, closing_enc, delete_on) on care.record to fengqiao_care;
grant insert, update (text_enc) on care.note to fengqiao_care;
grant insert (street, id, record, seat, to_account, reason_enc, requested_by, requested_at, decider),
  update (reason_enc, decided_by, decided_at, approved) on care.handover to fengqiao_care;
grant insert on care.reading to fengqiao_care;

create policy own_handovers on care.handover as restrictive to fengqiao_care using (
  (select care.engine()) or (select care.account()) in (decider, requested_by));
create policy own_records on care.record as restrictive to fengqiao_care using (
  (select care.engine())
  or ((select care.account()) in (worker, second) and unit = (select care.unit()))
  or (unit = (select care.unit())
      and id in (select h.record from care.handover h where h.decider = (select care.account()) and h.decided_at is null)));
create policy own_notes on care.note as restrictive to fengqiao_care using (
  (select care.engine()) or record in (select r.id from care.record r));
create policy own_readings on care.reading as restrictive to fengqiao_care using (
  (select care.engine()) or account = (select care.account()));
