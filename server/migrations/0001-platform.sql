-- Tools without domain: tenants, facts announced, keys of repeated requests, files, calendar years.

do $$ begin
  if not exists (select from pg_roles where rolname = 'fengqiao_app') then
    create role fengqiao_app nologin noinherit nobypassrls;
  end if;
  execute format('grant fengqiao_app to %I', current_user);
end $$;

create extension if not exists pg_trgm;

create schema platform;
grant usage on schema platform to fengqiao_app;

-- A subdistrict 街道; the district owns the deployment. Its key is the first column of every table's key.
create table platform.street (
  id text primary key check (id ~ '^[a-z][a-z0-9_-]{0,39}$'),
  name_zh text not null,
  name_en text not null,
  prefix text not null unique check (prefix ~ '^[A-Z]{2,4}$'),   -- first letters of its case numbers
  zone text not null default 'Asia/Shanghai',
  settings jsonb not null default '{}',
  made_at timestamptz not null
);
grant select, insert, update on platform.street to fengqiao_app;

create table platform.event (
  seq bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  street text not null references platform.street,
  id uuid not null,
  kind text not null,
  subject text not null,
  facts jsonb not null,
  actor uuid,
  at timestamptz not null
);
create index event_order_idx on platform.event (xid, seq);              -- listeners, live changes
create index event_street_idx on platform.event (street);
grant select, insert on platform.event to fengqiao_app;

create table platform.cursor (
  listener text primary key,
  xid xid8 not null,
  seq bigint not null,
  moved_at timestamptz not null
);
grant select, insert, update on platform.cursor to fengqiao_app;

create table platform.idempotency (
  street text not null,
  who text not null,                 -- session or account, or the address of a guest
  key text not null check (length(key) between 8 and 200),
  request_hash text not null,
  status smallint not null,
  reply jsonb not null,
  at timestamptz not null,
  primary key (street, who, key)
);
create index idempotency_at_idx on platform.idempotency (at);          -- the sweeper that forgets after 7 days
grant select, insert, delete on platform.idempotency to fengqiao_app;

create table platform.file (
  street text not null references platform.street,
  id uuid not null,
  owner uuid,                        -- account; null for a guest
  session uuid,
  sha256 text not null,
  media text not null,
  bytes int not null check (bytes > 0),
  width int,
  height int,
  phash text,                        -- 16 hex digits, perceptual hash of an image, to notice a picture used twice
  taken jsonb not null default '{}', -- place and time stripped from the picture; a graded field
  name text not null,
  attached boolean not null default false,
  made_at timestamptz not null,
  primary key (street, id)
);
create index file_loose_idx on platform.file (made_at) where not attached;   -- the sweeper of abandoned uploads
create index file_phash_idx on platform.file (street, phash) where phash is not null;
grant select, insert, update, delete on platform.file to fengqiao_app;

create table platform.upload_nonce (
  street text not null,
  nonce uuid not null,
  session uuid not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (street, nonce)
);
grant select, insert, update, delete on platform.upload_nonce to fengqiao_app;

-- Yearly day-off arrangements imported by the operator; they take precedence over the shipped table.
create table platform.calendar_year (
  year int primary key check (year between 2000 and 2200),
  status text not null check (status in ('official', 'provisional')),
  days jsonb not null,
  source text not null,
  imported_at timestamptz not null
);
grant select, insert, update on platform.calendar_year to fengqiao_app;

-- Who a street's number counter belongs to; numbers may have gaps, they never repeat.
create sequence platform.number_seq;
grant usage, update on sequence platform.number_seq to fengqiao_app;
