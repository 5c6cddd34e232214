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
  password_hash text,                -- argon2id in PHC form
  password_once_until timestamptz,   -- set while the password is a one-time one, to be replaced at the first sign-in
  totp_enc bytea,
  totp_since timestamptz,            -- null until the holder has proved the authenticator works
  totp_last int,                     -- the last time step accepted, so that a code works once
  name_enc bytea,
  phone_enc bytea,
  phone_index bytea,
  level smallint not null default 0 check (level between 0 and 2),   -- L0 guest, L1 phone, L2 real name
  state text not null default 'active' check (state in ('active', 'closed')),
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
  granted_by uuid,                   -- null: by the operator at installation
  approved_by uuid,
  approved_at timestamptz,           -- null: waits for a second pair of eyes and opens nothing
  reason text not null,
  ended_by uuid,
  end_reason text,
  primary key (street, id),
  foreign key (street, account) references identity.account,
  foreign key (street, unit) references identity.unit,
  check (approved_by <> granted_by and approved_by <> account),
  check (approved_at is null or granted_by is null or approved_by is not null or role in ('grid_worker', 'community', 'department'))
);
create index post_waiting_idx on identity.post (street, valid_from) where approved_at is null;
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
create index session_post_idx on identity.session (street, post);     -- an ended post ends its sessions
create unique index session_service_key on identity.session (street, kind) where token_hash is null;
create index session_ends_idx on identity.session (ends_at);          -- the sweeper of ended sessions
grant select, insert, update, delete on identity.session to fengqiao_app;

create table identity.phone_code (
  street text not null,
  id uuid not null,
  phone_index bytea not null,
  phone_enc bytea,                   -- this and code_enc are erased as soon as the message is handed over
  code_enc bytea,
  code_hash bytea not null,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  tries smallint not null default 0,
  used_at timestamptz,
  primary key (street, id)
);
create index phone_code_phone_idx on identity.phone_code (street, phone_index, made_at desc);
grant select, insert, update, delete on identity.phone_code to fengqiao_app;

-- Tries of one kind by one person or address, named by a keyed hash; counted over a window to slow guessing down.
create table identity.attempt (
  id uuid primary key,
  kind text not null check (kind in ('password', 'code_phone', 'code_address')),
  who bytea not null,
  at timestamptz not null
);
create index attempt_who_idx on identity.attempt (kind, who, at);
create index attempt_at_idx on identity.attempt (at);                  -- the sweeper that forgets after a day
grant select, insert, delete on identity.attempt to fengqiao_app;

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
  made_by uuid,
  made_at timestamptz not null,
  ended_by uuid,
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

-- The street of the session that entered this transaction; null before anyone has.
create function identity.here() returns text language sql stable as $$
  select s.street from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid
$$;
grant execute on function identity.here to fengqiao_app;

-- Everything about people belongs to one street, whatever a query forgets to ask.
do $$
declare t text;
begin
  foreach t in array array['account', 'post', 'phone_code', 'contact', 'api_key'] loop
    execute format('alter table identity.%I enable row level security', t);
    execute format('alter table identity.%I force row level security', t);
    execute format('create policy own_street on identity.%I to fengqiao_app using (street = (select identity.here()))', t);
  end loop;
  execute format('create policy door on identity.account for select to %I using (true)', current_user);
  execute format('create policy door on identity.api_key for select to %I using (true)', current_user);
end $$;

-- At the door nobody is in a street yet: where a login lives, and who holds a key of the open interfaces.
create function identity.login_at(p_login text) returns table (street text, id uuid)
language sql stable security definer set search_path = identity, pg_temp as $$
  select a.street, a.id from identity.account a where a.login = p_login
$$;
revoke all on function identity.login_at from public;
grant execute on function identity.login_at to fengqiao_app;

create function identity.key_holder(p_hash text) returns table (street text, id uuid, name text, scopes text[])
language sql stable security definer set search_path = identity, pg_temp as $$
  select k.street, k.id, k.name, k.scopes from identity.api_key k where k.key_hash = p_hash and k.ended_at is null
$$;
revoke all on function identity.key_holder from public;
grant execute on function identity.key_holder to fengqiao_app;

create view identity.v_staff with (security_invoker = true) as
  select street, id, name, state from identity.account where kind = 'staff';
grant select on identity.v_staff to fengqiao_app;

create view identity.v_post with (security_invoker = true) as
  select p.street, p.id, p.account, a.name, p.unit, p.role, p.valid_from, p.valid_to
    from identity.post p join identity.account a on a.street = p.street and a.id = p.account
   where p.approved_at is not null and a.state = 'active';
grant select on identity.v_post to fengqiao_app;

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
create index access_subjects_idx on audit.access using gin (subjects);   -- who looked at my data
alter table audit.access enable row level security;
alter table audit.access force row level security;
create policy own_street on audit.access to fengqiao_app using (street = (select identity.here()));
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
  phone_enc bytea,                    -- this and body_enc are erased once the message is sent or given up
  body_enc bytea,                     -- the text of an SMS that may not stand in clear, such as a code
  case_id uuid,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'delivered', 'failed')),
  tries smallint not null default 0,
  next_try_at timestamptz,
  give_up_at timestamptz,             -- after this it is not worth sending any more
  provider_ref text,
  error text,
  made_at timestamptz not null,
  sent_at timestamptz,
  primary key (street, id)
);
create index message_due_idx on notices.message (street, next_try_at) where state = 'waiting';   -- what to send next
create index message_failed_idx on notices.message (street, id) where state = 'failed';          -- what could not be sent
create index message_account_idx on notices.message (street, account, id);                       -- to me
create index message_unit_idx on notices.message (street, unit, id);                             -- to my unit
create index message_case_idx on notices.message (street, case_id);
grant select, insert, update on notices.message to fengqiao_app;

-- Who has read what; a message to a unit is read by each of its people.
create table notices.reading (
  street text not null references platform.street,
  message uuid not null,
  account uuid not null,
  at timestamptz not null,
  primary key (street, account, message),
  foreign key (street, message) references notices.message
);
create index reading_message_idx on notices.reading (street, message);
grant select, insert on notices.reading to fengqiao_app;

alter table notices.message enable row level security;
alter table notices.message force row level security;
create policy own_street on notices.message to fengqiao_app using (street = (select identity.here()));
alter table notices.reading enable row level security;
alter table notices.reading force row level security;
create policy own_street on notices.reading to fengqiao_app using (street = (select identity.here()));
