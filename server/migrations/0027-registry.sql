-- The registry 一标三实: addresses, homes, people, organizations. Names, phones and numbers of people are sealed with a key
-- of each person; equality goes by keyed indexes. Codes of other systems are attributes with a validity, never keys.

create schema registry;
grant usage on schema registry to fengqiao_app;

-- How far a session reaches: the whole street, its own units, or nothing but what was opened to it.
create function registry.reach() returns text language sql stable as $$
  select case when s.kind = 'system' or s.role = 'steward' then 'street'
              when s.role in ('grid_worker', 'community') then 'units'
              else 'none' end
    from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid
$$;
create function registry.own_units() returns text[] language sql stable as $$
  select s.units from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid
$$;
grant execute on function registry.reach, registry.own_units to fengqiao_app;

-- An import: checked first, applied when somebody has seen what it would do, taken back as one.
create table registry.import (
  street text not null references platform.street,
  id uuid not null,
  kind text not null check (kind in ('people', 'homes', 'organizations', 'addresses')),
  state text not null check (state in ('checking', 'checked', 'applying', 'applied', 'undoing', 'undone', 'failed')),
  file_name text not null,
  sha256 text not null,
  file uuid,                          -- platform.file; null when the command line reads the table
  mapping jsonb not null,
  source text not null,               -- who keeps the data, such as 公安户籍
  as_of date not null,                -- the day the table speaks of
  unit text,                          -- who vouches for it
  done_rows int not null default 0,
  created int not null default 0,
  updated int not null default 0,
  unchanged int not null default 0,
  rejected int not null default 0,
  notes int not null default 0,
  applied_rows int not null default 0,
  go_on_reason text,                  -- why somebody let a table change more than it usually may
  error jsonb,
  made_by uuid,
  made_at timestamptz not null,
  applied_by uuid,
  ended_at timestamptz,
  primary key (street, id)
);
create index import_open_idx on registry.import (street, made_at) where state in ('checking', 'applying', 'undoing');  -- the background
grant select, insert, update on registry.import to fengqiao_app;

-- What is wrong with a row; its cells stand in the uploaded table alone, since they are personal.
create table registry.import_problem (
  street text not null,
  import uuid not null,
  line int not null,
  code text not null,
  rejects boolean not null,
  primary key (street, import, line, code),
  foreign key (street, import) references registry.import
);
grant select, insert on registry.import_problem to fengqiao_app;

-- How the columns of a table are read, kept for the next one of its kind.
create table registry.mapping (
  street text not null references platform.street,
  kind text not null check (kind in ('people', 'homes', 'organizations', 'addresses')),
  name text not null,
  mapping jsonb not null,
  made_by uuid,
  made_at timestamptz not null,
  primary key (street, kind, name)
);
grant select, insert, update, delete on registry.mapping to fengqiao_app;

-- The address book: each row stands below its parent, from the road or estate down to the door.
create table registry.address (
  street text not null references platform.street,
  id uuid not null,                   -- made from its standard words, so that the same place has the same key
  parent uuid,
  level text not null,
  text text not null,                 -- standard words from the road or estate on
  elements jsonb not null,            -- all levels of GA/T 2000.32; one without a value is 无
  building uuid,                      -- grids.building
  community text,
  grid text,
  lng double precision,
  lat double precision,
  digest bytea not null,
  provenance jsonb not null,
  made_by_import uuid,
  import uuid,                        -- the last one that wrote it
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (street, id)
);
create index address_parent_idx on registry.address (street, parent);
create index address_words_idx on registry.address using gin (text gin_trgm_ops);       -- typing an address
create index address_import_idx on registry.address (street, import) where import is not null;  -- taking an import back
grant select, insert, update, delete on registry.address to fengqiao_app;

create table registry.home (
  street text not null references platform.street,
  id uuid not null,                   -- made from building and door
  building uuid not null,
  door text not null,                 -- 2单元501室
  community text,
  grid text,
  use text not null check (use in ('owner', 'rented', 'shared', 'empty', 'dormitory', 'business')),
  square_metres double precision,
  rooms smallint,
  owner uuid,                         -- registry.person
  digest bytea not null,
  provenance jsonb not null,
  made_by_import uuid,
  import uuid,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (street, id)
);
create unique index home_door_key on registry.home (street, building, door);            -- homes of a building
create index home_grid_idx on registry.home (street, grid, building);
create index home_import_idx on registry.home (street, import) where import is not null;
grant select, insert, update, delete on registry.home to fengqiao_app;

create table registry.person (
  street text not null references platform.street,
  id uuid not null,
  kind text not null check (kind in ('registered', 'resident', 'migrant')),
  state text not null default 'here' check (state in ('here', 'left', 'dead', 'merged')),
  community text,
  grid text,
  building uuid,
  home uuid,
  household uuid,
  name_index bytea,
  phone_index bytea,
  id_index bytea,                     -- of the number of a paper, else of name, birth date and door together
  twin_index bytea,                   -- of name and birth date: who may be one person
  g2_enc bytea,                       -- name, phone, sex, workplace, place in the household
  g3_enc bytea,                       -- paper and number, birth date, ethnicity, door
  digest bytea,
  provenance jsonb not null,          -- '*' for all fields, a field's own name for what was corrected
  version int not null default 1,
  merged_into uuid,
  made_by_import uuid,
  import uuid,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (street, id)
);
create unique index person_number_key on registry.person (street, id_index) where state <> 'merged';  -- one person, one number
create index person_name_idx on registry.person (street, name_index);
create index person_phone_idx on registry.person (street, phone_index) where phone_index is not null;
create index person_place_idx on registry.person (street, grid, building, id);          -- people of a grid or building
create index person_home_idx on registry.person (street, home) where home is not null;
create index person_import_idx on registry.person (street, import) where import is not null;
grant select, insert, update, delete on registry.person to fengqiao_app;

create table registry.life_event (
  street text not null references platform.street,
  id uuid not null,
  person uuid not null,
  kind text not null,
  at date not null,
  source text not null,
  by_account uuid,
  made_at timestamptz not null,
  primary key (street, id),
  foreign key (street, person) references registry.person on delete cascade
);
create index life_event_person_idx on registry.life_event (street, person, at);
grant select, insert, delete on registry.life_event to fengqiao_app;

create table registry.organization (
  street text not null references platform.street,
  id uuid not null,
  kind text not null check (kind in ('enterprise', 'household_business', 'social', 'public', 'collective')),
  state text not null default 'open' check (state in ('open', 'closed')),
  name text not null,
  match text not null,                -- what tells it from others in a table: its credit code, else name and address
  address text not null default '',
  building uuid,
  community text,
  grid text,
  trade text,
  staff int,
  contact_enc bytea,                  -- JSON of the responsible person and phone
  digest bytea not null,
  provenance jsonb not null,
  made_by_import uuid,
  import uuid,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (street, id)
);
create unique index organization_match_key on registry.organization (street, match);
create index organization_place_idx on registry.organization (street, grid, name, id);
create index organization_name_idx on registry.organization (street, name, id);
create index organization_import_idx on registry.organization (street, import) where import is not null;
grant select, insert, update, delete on registry.organization to fengqiao_app;

-- Numbers that official and other systems give to addresses, homes and organizations.
create table registry.code (
  street text not null references platform.street,
  subject uuid not null,
  scheme text not null,
  value text not null,
  valid_from date not null,
  valid_to date not null default 'infinity',
  primary key (street, subject, scheme, valid_from)
);
create index code_value_idx on registry.code (street, scheme, value);
grant select, insert, update, delete on registry.code to fengqiao_app;

-- What a row was before an import changed it; rows that an import made are found by its name.
create table registry.import_before (
  street text not null,
  import uuid not null,
  id uuid not null,
  was jsonb not null,
  primary key (street, import, id),
  foreign key (street, import) references registry.import
);
grant select, insert, delete on registry.import_before to fengqiao_app;

-- Rows on their way in, already sealed; no log, since the table they come from is still there. Named by the import alone.
create unlogged table registry.stage (
  import uuid not null,
  line int not null,
  act text not null,                  -- new, change or same
  id uuid not null,
  match bytea not null,
  digest bytea,
  kind text,
  state text,
  community text,
  grid text,
  building uuid,
  home uuid,
  household uuid,
  name_index bytea,
  phone_index bytea,
  twin_index bytea,
  g2_enc bytea,
  g3_enc bytea,
  body jsonb,                         -- what homes, organizations and addresses are made of
  at date,
  primary key (import, line)
);
grant select, insert, delete on registry.stage to fengqiao_app;

-- A person opened to a unit by a case or by an approved share, until a moment.
create table registry.opening (
  street text not null references platform.street,
  person uuid not null,
  unit text not null,
  basis text not null check (basis in ('case', 'share')),
  ref uuid not null,
  ends_at timestamptz not null,
  made_at timestamptz not null,
  primary key (street, person, unit, ref),
  foreign key (street, person) references registry.person on delete cascade
);
create index opening_unit_idx on registry.opening (street, unit, person);
create index opening_ends_idx on registry.opening (street, ends_at);                     -- the sweeper
grant select, insert, update, delete on registry.opening to fengqiao_app;

-- A correction 校核: what somebody says is wrong, and what was decided within ten work days.
create table registry.correction (
  street text not null references platform.street,
  id uuid not null,
  person uuid not null,
  community text,
  grid text,
  account uuid,                       -- of the resident who asks
  taken_by uuid,                      -- of the staff member who asks, or wrote it down
  fields text[] not null,
  asked_enc bytea not null,           -- JSON of field → value as it should be, with the words of whoever asks
  state text not null default 'open' check (state in ('open', 'accepted', 'partly', 'refused')),
  asked_at timestamptz not null,
  due_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  accepted text[] not null default '{}',
  reply text,
  primary key (street, id),
  foreign key (street, person) references registry.person,
  check (decided_by is null or decided_by is distinct from taken_by)
);
create index correction_due_idx on registry.correction (street, state, due_at, id);
create index correction_person_idx on registry.correction (street, person);
create index correction_account_idx on registry.correction (street, account, asked_at);
grant select, insert, update on registry.correction to fengqiao_app;

-- Two rows that may be one person, and what somebody decided.
create table registry.twin (
  street text not null references platform.street,
  one uuid not null,
  other uuid not null,
  score double precision not null,
  reasons text[] not null,
  state text not null default 'open' check (state in ('open', 'apart', 'merged')),
  found_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  was jsonb,                          -- both rows before they became one, to part them again
  primary key (street, one, other),
  check (one < other),
  foreign key (street, one) references registry.person on delete cascade,
  foreign key (street, other) references registry.person on delete cascade
);
create index twin_open_idx on registry.twin (street, state, score desc);
create index twin_other_idx on registry.twin (street, other);
grant select, insert, update, delete on registry.twin to fengqiao_app;

-- Tries to prove a real name, named by a keyed hash, counted to slow guessing down.
create table registry.attempt (
  street text not null references platform.street,
  id uuid not null,
  who bytea not null,
  at timestamptz not null,
  primary key (street, id)
);
create index attempt_who_idx on registry.attempt (street, who, at);
grant select, insert, delete on registry.attempt to fengqiao_app;

-- Row policies: everything belongs to one street, and what lies in a place is seen by those who look after the place.
do $$
declare t text;
begin
  foreach t in array array['import', 'import_problem', 'mapping', 'address', 'home', 'person', 'life_event', 'organization', 'code',
    'import_before', 'opening', 'correction', 'twin', 'attempt']
  loop
    execute format('alter table registry.%I enable row level security', t);
    execute format('alter table registry.%I force row level security', t);
    execute format('create policy own_street on registry.%I to fengqiao_app using (street = (select identity.here()))', t);
  end loop;
end $$;

create policy own_place on registry.person as restrictive to fengqiao_app using (
  (select registry.reach()) = 'street'
  or ((select registry.reach()) = 'units' and (grid = any ((select registry.own_units())::text[]) or community = any ((select registry.own_units())::text[])))
  or id in (select o.person from registry.opening o where o.unit = any ((select registry.own_units())::text[])));
create policy own_place on registry.home as restrictive to fengqiao_app using (
  (select registry.reach()) = 'street'
  or ((select registry.reach()) = 'units' and (grid = any ((select registry.own_units())::text[]) or community = any ((select registry.own_units())::text[]))));
create policy own_place on registry.organization as restrictive to fengqiao_app using (
  (select registry.reach()) = 'street'
  or ((select registry.reach()) = 'units' and (grid = any ((select registry.own_units())::text[]) or community = any ((select registry.own_units())::text[]))));
create policy own_place on registry.correction as restrictive to fengqiao_app using (
  (select registry.reach()) = 'street'
  or ((select registry.reach()) = 'units' and (grid = any ((select registry.own_units())::text[]) or community = any ((select registry.own_units())::text[]))));

-- Words of an address hold a part: a text operator is not leakproof, so under a row policy its index would not be used;
-- this function runs as the owner and applies the street itself. It tells places, no people.
do $$ begin
  execute format('create policy search_owner on registry.address for select to %I using (true)', current_user);
  execute format('create policy size_owner on registry.person for select to %I using (true)', current_user);
end $$;
create function registry.find_addresses(p_part text, p_limit int)
returns table (id uuid, text text, level text, building uuid, community text, grid text)
language plpgsql stable security definer set search_path = registry, pg_temp set jit = off as $$
declare here text := identity.here();
begin
  return query execute
    'select a.id, a.text, a.level, a.building, a.community, a.grid from registry.address a
      where a.street = $1 and a.text like $2 order by length(a.text), a.text limit $3'
    using here, '%' || replace(replace(replace(p_part, '\', '\\'), '%', '\%'), '_', '\_') || '%', p_limit;
end $$;
revoke all on function registry.find_addresses from public;
grant execute on function registry.find_addresses to fengqiao_app;

-- After many rows came in, the database looks at its tables again, so that it plans for what is there now.
create function registry.look_at_sizes() returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
  analyze registry.person; analyze registry.home; analyze registry.organization; analyze registry.address; analyze registry.code;
end $$;
revoke all on function registry.look_at_sizes from public;
grant execute on function registry.look_at_sizes to fengqiao_app;
