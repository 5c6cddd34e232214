-- A change of law or duty starts a clock to update the catalogue (Order 809, art. 17); codes are numbered by class, item, group
-- and sub-group; who approved an entry and when is on record; and keys of other systems pull what their unit was granted.

alter table catalogue.proposal add column endorsed_at timestamptz;
alter table catalogue.proposal add column decided_at timestamptz;

-- The numbers of groups 目 and sub-groups 细目 within class 类 and item 项, given as they first come up.
create table catalogue.category (
  street text not null references platform.street,
  parent text not null,               -- class and item, such as 106; or these and the group, such as 106001
  title text not null,
  number int not null check (number > 0),
  primary key (street, parent, title),
  unique (street, parent, number)
);
grant select, insert on catalogue.category to fengqiao_app;

create table catalogue.update_duty (
  street text not null references platform.street,
  id uuid not null,
  resource uuid not null,
  change text not null check (change in ('law', 'decision', 'duty')),
  basis text not null,                -- which law or decision, or which change of duties
  occurred_on date not null,
  due_at timestamptz not null,
  extended boolean not null default false,
  told_due_at timestamptz,            -- the end that was told when it ran out
  state text not null check (state in ('open', 'met', 'closed')),
  opened_by uuid not null,
  opened_at timestamptz not null,
  ended_at timestamptz,
  ending text,                        -- why nothing had to be changed
  primary key (street, id),
  foreign key (street, resource) references catalogue.resource,
  foreign key (street, opened_by) references identity.account,
  check ((state = 'open') = (ended_at is null))
);
create index update_duty_resource_idx on catalogue.update_duty (street, resource, id);
create index update_duty_open_idx on catalogue.update_duty (street, due_at) where state = 'open';
create index update_duty_opened_idx on catalogue.update_duty (street, opened_by);
grant select, insert, update on catalogue.update_duty to fengqiao_app;

do $$
declare t text;
begin
  foreach t in array array['category', 'update_duty'] loop
    execute format('alter table catalogue.%I enable row level security', t);
    execute format('alter table catalogue.%I force row level security', t);
    execute format('create policy own_street on catalogue.%I to fengqiao_app using (street = (select identity.here()))', t);
  end loop;
end $$;

-- A key that pulls shared data belongs to the unit that was granted it.
alter table identity.api_key add column unit text;
alter table identity.api_key add foreign key (street, unit) references identity.unit;
create index api_key_unit_idx on identity.api_key (street, unit) where unit is not null;
drop function identity.key_holder;
create function identity.key_holder(p_hash text) returns table (street text, id uuid, name text, scopes text[], unit text)
language sql stable security definer set search_path = identity, pg_temp as $$
  select k.street, k.id, k.name, k.scopes, k.unit from identity.api_key k where k.key_hash = p_hash and k.ended_at is null
$$;
revoke all on function identity.key_holder from public;
grant execute on function identity.key_holder to fengqiao_app;

-- A use by another system names its key instead of a person.
alter table catalogue.use alter column account drop not null;
alter table catalogue.use add column api_key uuid;
alter table catalogue.use add foreign key (street, api_key) references identity.api_key;
alter table catalogue.use add check ((account is null) <> (api_key is null));
create index use_key_idx on catalogue.use (street, api_key) where api_key is not null;
