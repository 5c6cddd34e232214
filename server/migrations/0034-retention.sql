-- Erasing people, and what beats it. What is written here names nobody: keys of people and accounts, no facts about them.

create schema retention;
grant usage on schema retention to fengqiao_app;

create table retention.erasure (
  street text not null references platform.street,
  id uuid not null,
  person uuid,                        -- registry.person
  account uuid,                       -- identity.account of a resident
  ground text not null check (ground in ('own_request', 'left', 'dead', 'unlawful', 'expired')),
  reason text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  provisional boolean not null default false,
  state text not null check (state in ('asked', 'approved', 'refused', 'withdrawn', 'done')),
  decided_by uuid,
  decided_at timestamptz,
  answer text,
  done_at timestamptz,
  primary key (street, id),
  check (person is not null or account is not null),
  check (decided_by <> asked_by),
  check ((state in ('approved', 'refused')) <= (decided_by is not null)),
  check ((state = 'done') = (done_at is not null))
);
create index erasure_due_idx on retention.erasure (street, due_at, id) where state in ('asked', 'approved');      -- the desk, and the engine
create index erasure_account_idx on retention.erasure (street, account, asked_at);
create unique index erasure_open_account_key on retention.erasure (street, account) where state in ('asked', 'approved');
create unique index erasure_open_person_key on retention.erasure (street, person) where state in ('asked', 'approved');
grant select, insert, update on retention.erasure to fengqiao_app;

-- A legal hold 法定保全: what it covers is neither erased nor lets its term run out.
create table retention.legal_hold (
  street text not null references platform.street,
  id uuid not null,
  subject uuid not null,              -- a person, an account or a case
  basis text not null,
  reason text not null,
  placed_by uuid not null,
  placed_at timestamptz not null,
  lifted_by uuid,
  lifted_at timestamptz,
  lift_reason text,
  primary key (street, id),
  check (lifted_by <> placed_by),
  check ((lifted_by is null) = (lifted_at is null) and (lifted_by is null) = (lift_reason is null))
);
create unique index legal_hold_key on retention.legal_hold (street, subject) where lifted_at is null;
grant select, insert, update on retention.legal_hold to fengqiao_app;

create function retention.watches() returns boolean language sql stable as $$
  select s.kind = 'system' or s.role in ('privacy', 'auditor')
    from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid
$$;
create function retention.own_account() returns uuid language sql stable as $$
  select s.account from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid
$$;
grant execute on function retention.watches, retention.own_account to fengqiao_app;

do $$
declare t text;
begin
  foreach t in array array['erasure', 'legal_hold'] loop
    execute format('alter table retention.%I enable row level security', t);
    execute format('alter table retention.%I force row level security', t);
    execute format('create policy own_street on retention.%I to fengqiao_app using (street = (select identity.here()))', t);
  end loop;
end $$;
create policy own_erasures on retention.erasure as restrictive for select to fengqiao_app using (
  (select retention.watches()) or asked_by = (select retention.own_account()));
create policy own_holds on retention.legal_hold as restrictive for select to fengqiao_app using ((select retention.watches()));

-- Erasing a person takes what hangs on them along.
grant delete on registry.correction to fengqiao_app;
grant delete on notices.message, notices.reading to fengqiao_app;
