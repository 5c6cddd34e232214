-- Looks are sealed, counted and doubted; purposes and budgets are changed by two people.

-- Facts of a look that its seal covers. Position in the seal is commit order: the transaction, then the number within it.
alter table audit.access
  add column purpose_version int not null default 1,
  add column grade smallint not null default 2,
  add column capacity text not null default 'post',
  add column reason text,
  add column flags smallint not null default 0,      -- bits of accessFlags in the contract
  add column about text,                             -- the case the look belongs to
  add column approved_by uuid,
  add column nonce uuid not null default gen_random_uuid(),   -- keeps what is published of a record from telling what it says
  add column xid xid8 not null default pg_current_xact_id(),
  add column seq bigint generated always as identity,
  add constraint access_four_eyes check (approved_by <> account);
create index access_order_idx on audit.access (street, xid, seq);                        -- what is to be sealed next
create index access_marked_idx on audit.access (street, id) where flags & 225 <> 0;      -- break-glass, orphans, canaries, over budget

-- The register of processing activities. The first version comes with the product; every later one from two people.
create table audit.purpose (
  street text not null references platform.street,
  id text not null,
  version int not null check (version > 0),
  zh text not null,
  en text not null,
  basis_zh text not null,
  basis_en text not null,
  max_grade smallint not null check (max_grade between 1 and 4),
  window_days int check (window_days > 0),
  needs_case boolean not null,
  needs_four_eyes boolean not null,
  visible boolean not null,
  delay_days int not null check (delay_days >= 0),
  exception_zh text,
  exception_en text,
  exception_until date,
  requested_by uuid,
  approved_by uuid,
  since timestamptz not null,
  primary key (street, id, version),
  check (approved_by <> requested_by),
  check (version = 1 or (requested_by is not null and approved_by is not null)),
  check ((visible and delay_days = 0) or (exception_zh is not null and exception_en is not null and exception_until is not null))
);

-- How many people somebody of a role may see in clear on one day: beyond the soft limit with a reason, never beyond the hard one.
create table audit.budget (
  street text not null references platform.street,
  role text not null,
  version int not null check (version > 0),
  soft int not null check (soft >= 0),
  hard int not null,
  requested_by uuid,
  approved_by uuid,
  since timestamptz not null,
  primary key (street, role, version),
  check (hard >= soft),
  check (approved_by <> requested_by),
  check (version = 1 or (requested_by is not null and approved_by is not null))
);

-- What one person asks to change in either, and a second one decides.
create table audit.change (
  street text not null references platform.street,
  id uuid not null,
  kind text not null check (kind in ('purpose', 'budget')),
  key text not null,
  asked jsonb not null,
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
create unique index change_waiting_key on audit.change (street, kind, key) where decided_at is null;

create table audit.revealed (
  street text not null references platform.street,
  day date not null,
  account uuid not null,
  subject uuid not null,
  primary key (street, day, account, subject)
);
create table audit.revealed_count (
  street text not null references platform.street,
  day date not null,
  account uuid not null,
  role text,
  unit text,
  people int not null,
  primary key (street, day, account)
);

-- Looks beyond one's scope in an emergency: one person, half an hour, looked at afterwards by somebody else.
create table audit.break_glass (
  street text not null references platform.street,
  id uuid not null,
  account uuid not null,
  role text not null,
  unit text not null,
  subject uuid not null,
  reason_code text not null,
  text text not null,
  opened_at timestamptz not null,
  ends_at timestamptz not null,
  review_due_at timestamptz not null,
  reviewed_by uuid,
  reviewed_at timestamptz,
  verdict text check (verdict in ('proper', 'improper')),
  note text,
  primary key (street, id),
  check (reviewed_by <> account),
  check ((reviewed_by is null) = (verdict is null))
);
create index break_glass_open_idx on audit.break_glass (street, account, ends_at);       -- what somebody has open now
create index break_glass_due_idx on audit.break_glass (street, review_due_at) where reviewed_at is null;

-- A person doubts a look. The unit in question does not see it.
create table audit.ticket (
  street text not null references platform.street,
  id uuid not null,
  account uuid not null,
  access uuid not null,
  doubted_account uuid,
  doubted_unit text,
  text_enc bytea not null,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  acknowledged_by uuid,
  acknowledged_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  verdict text check (verdict in ('upheld', 'explained', 'proper')),
  answer_enc bytea,
  primary key (street, id),
  foreign key (street, access) references audit.access,
  check (acknowledged_by <> doubted_account),
  check (decided_by <> doubted_account),
  check ((decided_by is null) = (verdict is null) and (verdict is null) = (answer_enc is null))
);
create unique index ticket_access_key on audit.ticket (street, account, access);         -- one doubt a look
create index ticket_open_idx on audit.ticket (street, due_at) where decided_at is null;

-- What the privacy officer found about a look that stood out.
create table audit.review (
  street text not null references platform.street,
  access uuid not null,
  at timestamptz not null,
  reviewed_by uuid not null,
  verdict text not null check (verdict in ('proper', 'improper')),
  note text not null,
  primary key (street, access),
  foreign key (street, access) references audit.access
);

-- People who do not exist: whoever looks at one of them found them where nobody should look.
create table audit.canary (
  street text not null references platform.street,
  subject uuid not null,
  told text not null,                 -- where it was planted, such as the export it stands in
  planted_at timestamptz not null,
  primary key (street, subject)
);

-- Lists of looks that were handed out.
create table audit.export (
  street text not null references platform.street,
  id uuid not null,
  account uuid not null,
  at timestamptz not null,
  reason text not null,
  asked jsonb not null,
  rows int not null,
  sha256 text not null,
  primary key (street, id)
);

-- The seal: a Merkle tree over the looks (RFC 6962), one a street.
create table audit.leaf (
  street text not null references platform.street,
  position bigint not null,
  access uuid not null,
  hash bytea not null,
  primary key (street, position)
);
create unique index leaf_access_key on audit.leaf (street, access);
-- Roots of complete subtrees of 256, 65 536 … leaves, so that a proof need not read them all.
create table audit.node (
  street text not null references platform.street,
  height smallint not null,
  position bigint not null,
  hash bytea not null,
  primary key (street, height, position)
);
create table audit.head (
  street text not null references platform.street,
  size bigint not null,
  root bytea not null,
  at timestamptz not null,
  key text not null,
  signature bytea not null,
  sm2_key text,
  sm2_signature bytea,
  primary key (street, size)
);
create table audit.seal_key (
  id text primary key,
  algorithm text not null check (algorithm in ('Ed25519', 'SM2')),
  public_key bytea not null,
  since timestamptz not null
);
-- Where sealing stands; the one row its writer locks, which no look waits for.
create table audit.seal (
  street text primary key references platform.street,
  xid xid8 not null default '0',
  seq bigint not null default 0,
  size bigint not null default 0,
  frontier bytea not null default '',
  published bigint not null default 0
);

do $$
declare t text;
begin
  foreach t in array array['purpose', 'budget', 'change', 'revealed', 'revealed_count', 'break_glass', 'ticket', 'review', 'canary',
                           'export', 'leaf', 'node', 'head', 'seal'] loop
    execute format('alter table audit.%I enable row level security', t);
    execute format('alter table audit.%I force row level security', t);
    execute format('create policy own_street on audit.%I to fengqiao_app using (street = (select identity.here()))', t);
    execute format('grant select, insert on audit.%I to fengqiao_app', t);
  end loop;
end $$;
grant select, insert on audit.seal_key to fengqiao_app;
grant update on audit.change, audit.revealed_count, audit.break_glass, audit.ticket, audit.seal to fengqiao_app;
grant delete on audit.revealed, audit.revealed_count to fengqiao_app;

-- Looks at one person, newest first. An index over arrays does not serve a query that a row policy guards, so the
-- street is asked for in here; access_subjects_idx serves it.
do $$ begin execute format('create policy door on audit.access for select to %I using (true)', current_user); end $$;
create function audit.looks_at(p_subjects uuid[]) returns setof audit.access
language sql stable security definer set search_path = audit, pg_temp as $$
  select a.* from audit.access a where a.subjects && p_subjects and a.street = (select identity.here())
$$;
revoke all on function audit.looks_at from public;
grant execute on function audit.looks_at to fengqiao_app;
