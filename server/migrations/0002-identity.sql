-- Accounts, units, posts, sessions. Names and phones of residents are stored encrypted; equality goes by a keyed index.

create schema identity;
grant usage on schema identity to fengqiao_app;

create table identity.unit (
  street text not null references platform.street,
  id text not null check (id ~ '^[a-z][a-z0-9_-]{0,39}$'),
  kind text not null check (kind in
    ('street', 'centre', 'internal', 'dispatched', 'district', 'public_enterprise', 'community', 'grid', 'team', 'social')),
  parent text,
  path text not null,                -- '/street/c03/c03-g07/', for everything below a unit
  name_zh text not null,
  name_en text not null,
  short_zh text not null,
  has_power boolean not null default false,   -- may itself impose administrative penalties
  duties_zh text not null default '',
  official_code text,                -- an attribute; never a key, since official tables differ
  phone text,
  window_from time not null default '08:30',
  window_to time not null default '17:30',
  window_workdays boolean not null default false,
  valid_from timestamptz not null default '-infinity',
  valid_to timestamptz not null default 'infinity',
  primary key (street, id),
  foreign key (street, parent) references identity.unit
);
create index unit_parent_idx on identity.unit (street, parent);
create index unit_path_idx on identity.unit (street, path text_pattern_ops);   -- everything below a unit
grant select, insert, update on identity.unit to fengqiao_app;

create table identity.account (
  street text not null references platform.street,
  id uuid not null,
  kind text not null check (kind in ('staff', 'resident')),
  name text,                         -- staff only; a resident's name is in name_enc
  login text,
  password_hash text,
  totp_enc bytea,
  totp_last bigint,                  -- the last time step accepted, so that a code works once
  name_enc bytea,
  phone_enc bytea,
  phone_index bytea,
  level smallint not null default 0 check (level between 0 and 2),   -- L0 guest, L1 phone, L2 real name
  state text not null default 'active' check (state in ('active', 'locked', 'closed')),
  failed_count smallint not null default 0,
  locked_until timestamptz,
  settings jsonb not null default '{}',
  made_at timestamptz not null,
  primary key (street, id),
  check (kind = 'resident' or (name is not null and login is not null))
);
create unique index account_login_key on identity.account (login) where login is not null;
create unique index account_phone_key on identity.account (street, phone_index) where phone_index is not null and kind = 'resident';
grant select, insert, update on identity.account to fengqiao_app;

create table identity.post (
  street text not null references platform.street,
  id uuid not null,
  account uuid not null,
  unit text not null,
  role text not null,
  valid_from timestamptz not null,
  valid_to timestamptz not null default 'infinity',
  granted_by uuid,
  approved_by uuid,
  reason text not null,
  primary key (street, id),
  foreign key (street, account) references identity.account,
  foreign key (street, unit) references identity.unit
);
create index post_account_idx on identity.post (street, account);
create index post_unit_idx on identity.post (street, unit, role);     -- who to tell in a unit
grant select, insert, update on identity.post to fengqiao_app;

create table identity.session (
  id uuid primary key,
  token_hash text unique,            -- null for the service sessions of a street
  street text not null references platform.street,
  kind text not null check (kind in ('guest', 'resident', 'staff', 'system')),
  account uuid,
  post uuid,
  name text not null,
  role text,
  unit text,
  units text[] not null default '{}',
  wide boolean not null default false,
  level smallint not null default 0,
  device text,
  made_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null
);
create index session_account_idx on identity.session (street, account);
create unique index session_service_key on identity.session (street, kind) where token_hash is null;
create index session_ends_idx on identity.session (ends_at);          -- the sweeper of ended sessions
grant select, insert, update, delete on identity.session to fengqiao_app;

create table identity.phone_code (
  street text not null,
  id uuid not null,
  phone_index bytea not null,
  code_hash text not null,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  tries smallint not null default 0,
  used_at timestamptz,
  primary key (street, id)
);
create index phone_code_phone_idx on identity.phone_code (street, phone_index, made_at desc);
grant select, insert, update, delete on identity.phone_code to fengqiao_app;

-- How to reach somebody who reported without an account (window, phone, paper, Open311). Only identity reads it.
create table identity.contact (
  street text not null references platform.street,
  id uuid not null,
  name_enc bytea,
  phone_enc bytea,
  phone_index bytea,
  email_enc bytea,
  made_at timestamptz not null,
  primary key (street, id)
);
create index contact_phone_idx on identity.contact (street, phone_index);
grant select, insert, update on identity.contact to fengqiao_app;

-- Keys of other systems that use the open interfaces.
create table identity.api_key (
  street text not null references platform.street,
  id uuid not null,
  key_hash text not null unique,
  name text not null,
  scopes text[] not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (street, id)
);
grant select, insert, update on identity.api_key to fengqiao_app;

-- Enters a transaction by the token somebody holds or by a street's service session, and names it to the row policies.
create function identity.enter(p_hash text, p_street text, p_kind text, p_now timestamptz)
returns table (session uuid, kind text, account uuid, name text, street text, role text, unit text, units text[], wide boolean, level smallint)
language sql volatile as $$
  select s.id, s.kind, s.account, s.name, s.street, s.role, s.unit, s.units, s.wide, s.level
    from identity.session s
   where s.token_hash = p_hash and s.ends_at > p_now
     and set_config('fengqiao.session', s.id::text, true) is not null
  union all
  select s.id, s.kind, s.account, s.name, s.street, s.role, s.unit, s.units, s.wide, s.level
    from identity.session s
   where p_hash is null and s.street = p_street and s.kind = p_kind and s.token_hash is null
     and set_config('fengqiao.session', s.id::text, true) is not null
$$;
grant execute on function identity.enter to fengqiao_app;

create view identity.v_unit as
  select street, id, kind, parent, path, name_zh, name_en, short_zh, has_power, phone, window_from, window_to, window_workdays,
         valid_to = 'infinity' as current
    from identity.unit;
grant select on identity.v_unit to fengqiao_app;

create schema audit;
grant usage on schema audit to fengqiao_app;

-- Who looked at what, for what; written in the same transaction as the read.
create table audit.access (
  street text not null references platform.street,
  id uuid not null,
  at timestamptz not null,
  account uuid,
  role text,
  unit text,
  action text not null,
  object text not null,
  subjects uuid[] not null,
  fields text[] not null,
  purpose text not null,
  primary key (street, id)
);
create index access_subjects_idx on audit.access using gin (subjects);
grant select, insert on audit.access to fengqiao_app;

create schema notices;
grant usage on schema notices to fengqiao_app;

create table notices.message (
  street text not null references platform.street,
  id uuid not null,
  account uuid,
  contact uuid,
  unit text,                          -- to everyone on duty in a unit
  role text,
  channel text not null check (channel in ('in_app', 'sms')),
  kind text not null,
  zh text not null,
  en text not null,
  phone_enc bytea,
  case_id uuid,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'delivered', 'failed', 'read')),
  tries smallint not null default 0,
  next_try_at timestamptz,
  provider_ref text,
  error text,
  made_at timestamptz not null,
  sent_at timestamptz,
  read_at timestamptz,
  primary key (street, id)
);
create index message_due_idx on notices.message (next_try_at) where state = 'waiting';
create index message_account_idx on notices.message (street, account, made_at desc);
create index message_unit_idx on notices.message (street, unit, made_at desc);
create index message_case_idx on notices.message (street, case_id);
grant select, insert, update on notices.message to fengqiao_app;
