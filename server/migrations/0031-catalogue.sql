-- The catalogue of data resources, and how units share data: every request with its clocks, acts and uses.

create schema catalogue;
grant usage on schema catalogue to fengqiao_app;

create sequence catalogue.number_seq;
grant usage on sequence catalogue.number_seq to fengqiao_app;

create table catalogue.resource (
  street text not null references platform.street,
  id uuid not null,
  code text not null,                 -- 信息资源代码: base, unit and running number; an attribute, never a key
  provider text not null,
  collection text,                    -- what a room of this platform keeps, such as registry.person
  content jsonb not null,
  version int not null default 1,
  state text not null check (state in ('published', 'withdrawn')),
  withdrawn_reason text,
  published_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (street, id),
  unique (street, code),
  foreign key (street, provider) references identity.unit
);
create index resource_provider_idx on catalogue.resource (street, provider);
create unique index resource_collection_key on catalogue.resource (street, collection) where collection is not null;
grant select, insert, update on catalogue.resource to fengqiao_app;

-- A new resource or a change of one: proposed by one person of the unit, endorsed by another, published by the steward.
create table catalogue.proposal (
  street text not null references platform.street,
  id uuid not null,
  resource uuid,
  provider text not null,
  content jsonb not null,
  reason text not null,
  state text not null check (state in ('proposed', 'endorsed', 'published', 'sent_back')),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  endorsed_by uuid,
  due_at timestamptz,
  decided_by uuid,
  answer text,
  primary key (street, id),
  foreign key (street, resource) references catalogue.resource,
  foreign key (street, provider) references identity.unit,
  check (endorsed_by <> proposed_by)
);
create unique index proposal_open_key on catalogue.proposal (street, resource) where state in ('proposed', 'endorsed');
create index proposal_provider_idx on catalogue.proposal (street, provider);
create index proposal_state_idx on catalogue.proposal (street, state, id);   -- what waits for whom
grant select, insert, update on catalogue.proposal to fengqiao_app;

-- What a measurement of the data found; shares from 0 to 1.
create table catalogue.quality (
  street text not null,
  resource uuid not null,
  measured_at timestamptz not null,
  rows bigint not null,
  newest_at timestamptz,
  completeness double precision not null,
  validity double precision not null,
  uniqueness double precision not null,
  timeliness double precision,
  score double precision not null,
  fields jsonb not null,
  primary key (street, resource, measured_at),
  foreign key (street, resource) references catalogue.resource
);
grant select, insert, delete on catalogue.quality to fengqiao_app;

create table catalogue.request (
  street text not null references platform.street,
  id uuid not null,
  no text not null,
  kind text not null check (kind in ('share', 'upward', 'return')),
  resource uuid,
  wanted text,
  provider text not null,
  requester text not null,
  asked jsonb not null,               -- fields, basis, scenario, scope, method, term
  findings text[] not null,
  state text not null check (state in
    ('asked', 'submitted', 'supplement', 'granted', 'active', 'suspended', 'refused', 'withdrawn', 'terminated', 'disposed')),
  granted text[],
  ground text,
  answer text,
  missing text,
  supplemented boolean not null default false,
  extended boolean not null default false,
  delivery text,
  dispute text check (dispute in ('negotiating', 'arbitration', 'settled', 'decided')),
  dispute_due_at timestamptz,
  asked_by uuid not null,
  asked_at timestamptz not null,
  approved_by uuid,
  due_at timestamptz,                 -- of whoever must move next
  provisional boolean not null default false,
  paused_days int,                    -- work days that were left when what was missing was asked for
  told_overdue boolean not null default false,
  until timestamptz not null,         -- the share ends with its term
  primary key (street, id),
  unique (street, no),
  foreign key (street, resource) references catalogue.resource,
  foreign key (street, provider) references identity.unit,
  foreign key (street, requester) references identity.unit,
  check (approved_by <> asked_by)
);
create index request_requester_idx on catalogue.request (street, requester, id);
create index request_provider_idx on catalogue.request (street, provider, id);
create index request_resource_idx on catalogue.request (street, resource);
create index request_due_idx on catalogue.request (street, due_at) where state in ('submitted', 'granted');   -- the reminder
create index request_until_idx on catalogue.request (street, until) where state in ('active', 'suspended');   -- the end of terms
create index request_dispute_idx on catalogue.request (street, dispute_due_at) where dispute = 'negotiating';
grant select, insert, update on catalogue.request to fengqiao_app;

create table catalogue.request_act (
  street text not null,
  id uuid not null,
  request uuid not null,
  at timestamptz not null,
  act text not null,
  account uuid,
  unit text,
  text text,
  before text,
  after text not null,
  primary key (street, id),
  foreign key (street, request) references catalogue.request
);
create index request_act_idx on catalogue.request_act (street, request, id);
grant select, insert on catalogue.request_act to fengqiao_app;

-- Every use of shared data; kept for three years at least (Order 809, art. 29).
create table catalogue.use (
  street text not null,
  id uuid not null,
  request uuid not null,
  at timestamptz not null,
  account uuid not null,
  unit text not null,
  rows int not null,
  why text not null,
  primary key (street, id),
  foreign key (street, request) references catalogue.request
);
create index use_request_idx on catalogue.use (street, request, id);
grant select, insert on catalogue.use to fengqiao_app;

create table catalogue.doubt (
  street text not null references platform.street,
  id uuid not null,
  resource uuid not null,
  by_unit text not null,
  by_account uuid not null,
  field text,
  text text not null,
  state text not null check (state in ('open', 'corrected', 'right')),
  opened_at timestamptz not null,
  due_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  answer text,
  primary key (street, id),
  foreign key (street, resource) references catalogue.resource,
  foreign key (street, by_unit) references identity.unit
);
create index doubt_resource_idx on catalogue.doubt (street, resource, id);
create index doubt_by_idx on catalogue.doubt (street, by_unit);
create index doubt_open_idx on catalogue.doubt (street, due_at) where state = 'open';
grant select, insert, update on catalogue.doubt to fengqiao_app;

-- The catalogue itself is for everybody who works in the street; a request is for the two units it is between, and for
-- those who watch over sharing.
create function catalogue.watches() returns boolean language sql stable as $$
  select s.kind = 'system' or s.role in ('steward', 'leader', 'district', 'supervisor', 'privacy', 'auditor')
    from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid
$$;
create function catalogue.own_units() returns text[] language sql stable as $$
  select s.units from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid
$$;
grant execute on function catalogue.watches, catalogue.own_units to fengqiao_app;

do $$
declare t text;
begin
  foreach t in array array['resource', 'proposal', 'quality', 'request', 'request_act', 'use', 'doubt'] loop
    execute format('alter table catalogue.%I enable row level security', t);
    execute format('alter table catalogue.%I force row level security', t);
    if t not in ('request_act', 'use') then
      execute format('create policy own_street on catalogue.%I to fengqiao_app using (street = (select identity.here()))', t);
    end if;
  end loop;
end $$;
create policy own_requests on catalogue.request as restrictive to fengqiao_app using (
  (select catalogue.watches()) or requester = any ((select catalogue.own_units())::text[]) or provider = any ((select catalogue.own_units())::text[]));
-- What was done with a request, and each use of it, is for whom the request is for.
create policy own_street on catalogue.request_act to fengqiao_app
  using (street = (select identity.here()) and request in (select r.id from catalogue.request r))
  with check (street = (select identity.here()));
create policy own_street on catalogue.use to fengqiao_app
  using (street = (select identity.here()) and request in (select r.id from catalogue.request r))
  with check (street = (select identity.here()));
