-- Acting for somebody 授权: who, for whom, what it covers, until when, on which evidence, and what was done by it.

create table identity.mandate (
  street text not null references platform.street,
  id uuid not null,
  principal uuid,                    -- this or helper is empty until the side that was asked by phone accepts
  helper uuid,
  asked text check (asked in ('principal', 'helper')),   -- who was asked by phone; null: entered at a window
  asked_contact uuid,                -- how the asked side is reached
  asked_index bytea,                 -- found by whoever signs in with that phone
  acts text[] not null check (cardinality(acts) between 1 and 4
    and acts <@ array['reports.report', 'reports.follow', 'reports.answer', 'data.see']),
  state text not null check (state in ('asked', 'active', 'declined', 'ended')),
  evidence uuid,                     -- the photo of the signed form
  taken_by uuid,                     -- staff who entered it
  taken_unit text,
  made_at timestamptz not null,
  active_at timestamptz,
  until timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  ended_how text check (ended_how in ('principal', 'helper', 'window', 'phone', 'expired', 'lapsed')),
  end_reason text,
  primary key (street, id),
  foreign key (street, principal) references identity.account,
  foreign key (street, helper) references identity.account,
  foreign key (street, asked_contact) references identity.contact,
  foreign key (street, taken_unit) references identity.unit,
  check (principal <> helper),
  check (until > made_at and until <= made_at + interval '8808 hours'),   -- 12 months of at most 367 days, to the end of the last
  check (state <> 'active' or (principal is not null and helper is not null and active_at is not null)),
  check (state <> 'asked' or (asked is not null and asked_contact is not null and asked_index is not null)),
  check (asked is not null or (evidence is not null and taken_by is not null and taken_unit is not null)),
  check ((state = 'ended') = (ended_how is not null)),
  check ((state in ('ended', 'declined')) = (ended_at is not null)),
  check (ended_how is null or ended_how not in ('window', 'phone') or end_reason is not null)
);
create unique index mandate_pair_key on identity.mandate (street, principal, helper) where state = 'active';
create index mandate_principal_idx on identity.mandate (street, principal, made_at desc);
create index mandate_helper_idx on identity.mandate (street, helper, made_at desc);
create index mandate_asked_idx on identity.mandate (street, asked_index) where state = 'asked';
create index mandate_unit_idx on identity.mandate (street, taken_unit, made_at desc) where taken_unit is not null;   -- entered by a unit
create index mandate_until_idx on identity.mandate (street, until) where state in ('asked', 'active');               -- what ends next
create index mandate_evidence_idx on identity.mandate (street, evidence) where evidence is not null;                 -- who may open the photo
grant select, insert, update on identity.mandate to fengqiao_app;

-- What was done by a mandate; the person reads it, and nothing is taken back.
create table identity.mandate_use (
  street text not null,
  id uuid not null,
  mandate uuid not null,
  act text not null,
  object text not null,
  at timestamptz not null,
  primary key (street, id),
  foreign key (street, mandate) references identity.mandate
);
create index mandate_use_idx on identity.mandate_use (street, mandate, at desc);
grant select, insert on identity.mandate_use to fengqiao_app;

do $$
declare t text;
begin
  foreach t in array array['mandate', 'mandate_use'] loop
    execute format('alter table identity.%I enable row level security', t);
    execute format('alter table identity.%I force row level security', t);
    execute format('create policy own_street on identity.%I to fengqiao_app using (street = (select identity.here()))', t);
  end loop;
end $$;

-- Whose reports a resident's session reaches: their own, or those of the one person they act for now.
create function identity.owner() returns uuid language sql stable as $$
  select coalesce(s.behalf, s.account) from identity.session s
   where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid
$$;
grant execute on function identity.owner to fengqiao_app;

alter policy case_read on cases."case" using (
  street = (select s.street from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid)
  and ((select s.wide from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid)
    or seen_by && (select s.units from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid)
    or id in (select r.case_id from cases.report r where r.account =
         (select coalesce(s.behalf, s.account) from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid and s.kind = 'resident'))));
alter policy own_reports on cases.report using (
  (select s.kind in ('staff', 'system') from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid)
  or account = (select identity.owner()));
