-- Lists that leave the platform: each is a job with a purpose, an approval by size and grade, a term, and marks to trace it by.

create schema exports;
grant usage on schema exports to fengqiao_app;

create sequence exports.number_seq;
grant usage on sequence exports.number_seq to fengqiao_app;

create table exports.export (
  street text not null references platform.street,
  id uuid not null,
  no text not null,                   -- such as DC2026-000042
  source text not null check (source in ('cases', 'people', 'homes', 'organizations', 'resource')),
  what_enc bytea not null,            -- the filters, in words too; what somebody searched for may name a person
  fields jsonb not null,              -- names, words and grades of the chosen columns
  format text not null check (format in ('csv', 'xlsx')),
  purpose text not null,
  reason text not null,
  grade int not null check (grade between 0 and 3),             -- G4 never leaves
  approval text not null check (approval in ('none', 'lead', 'privacy')),
  rows_told int not null,             -- what the preview counted
  state text not null check (state in ('asked', 'refused', 'withdrawn', 'approved', 'making', 'ready', 'failed', 'wiped')),
  requested_by uuid not null,
  requested_name text not null,
  role text not null,
  unit text not null,
  requested_at timestamptz not null,
  approved_by uuid,
  refused_by uuid,
  decided_name text,
  decided_at timestamptz,
  answer text,
  cursor text,                        -- where the next page begins
  pages int not null default 0,
  rows int not null default 0,
  people int not null default 0,
  complete boolean not null default false,
  failed_by text,                     -- a code of refusal
  sha256 text,
  bytes int,
  ready_at timestamptz,
  expires_at timestamptz,
  wiped_at timestamptz,
  wiped_why text,
  downloads int not null default 0 check (downloads between 0 and 5),
  primary key (street, id),
  unique (street, no),
  foreign key (street, unit) references identity.unit,
  check (approved_by <> requested_by),                          -- four eyes
  check (refused_by <> requested_by),
  check (grade < 2 or approval <> 'none'),
  check (grade < 3 or approval = 'privacy'),
  check (approval = 'none' or state in ('asked', 'refused', 'withdrawn') or approved_by is not null),
  check ((state = 'refused') = (refused_by is not null)),
  check (state <> 'ready' or (sha256 is not null and expires_at is not null)),
  check ((state = 'wiped') = (wiped_at is not null)),
  check ((state = 'failed') = (failed_by is not null))
);
create index export_mine_idx on exports.export (street, requested_by, id);
create index export_waiting_idx on exports.export (street, approval, id) where state = 'asked';
create index export_queue_idx on exports.export (street, id) where state in ('approved', 'making');
create index export_term_idx on exports.export (street, expires_at) where state = 'ready';
create index export_unit_idx on exports.export (street, unit);
grant select, insert, update on exports.export to fengqiao_app;

-- What is made so far, until the file is whole.
create table exports.page (
  street text not null,
  export uuid not null,
  n int not null,
  content_enc bytea not null,
  primary key (street, export, n),
  foreign key (street, export) references exports.export
);
grant select, insert, update, delete on exports.page to fengqiao_app;

create table exports.taken (
  street text not null,
  id uuid not null,
  export uuid not null,
  at timestamptz not null,
  account uuid not null,
  name text not null,
  primary key (street, id),
  foreign key (street, export) references exports.export
);
create index taken_export_idx on exports.taken (street, export, id);
grant select, insert on exports.taken to fengqiao_app;

-- Keyed fingerprints of lines, and of numbers in them, by which a leaked text is found again; a person's go with the person.
create table exports.print (
  street text not null,
  export uuid not null,
  line int not null,
  print_index bytea not null,
  kind text not null check (kind in ('line', 'value')),
  canary boolean not null default false,
  subject uuid,                       -- a line about several people has a row for each
  foreign key (street, export) references exports.export
);
create index print_found_idx on exports.print (street, print_index);     -- tracing
create index print_export_idx on exports.print (street, export);
create index print_subject_idx on exports.print (street, subject) where subject is not null;
grant select, insert, delete on exports.print to fengqiao_app;

create function exports.watches() returns boolean language sql stable as $$
  select s.kind = 'system' or s.role in ('privacy', 'auditor')
    from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid
$$;
create function exports.leads() returns boolean language sql stable as $$
  select s.role in ('leader', 'steward')
    from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid
$$;
create function exports.own_account() returns uuid language sql stable as $$
  select s.account from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid
$$;
grant execute on function exports.watches, exports.leads, exports.own_account to fengqiao_app;

do $$
declare t text;
begin
  foreach t in array array['export', 'page', 'taken', 'print'] loop
    execute format('alter table exports.%I enable row level security', t);
    execute format('alter table exports.%I force row level security', t);
  end loop;
end $$;
create policy own_street on exports.export to fengqiao_app using (street = (select identity.here()));
-- For whoever asked, whoever may say yes to it, and those who watch.
create policy own_exports on exports.export as restrictive to fengqiao_app using (
  (select exports.watches()) or requested_by = (select exports.own_account())
  or (approval = 'lead' and (select exports.leads())));
-- What hangs on an export is for whom the export is for.
do $$
declare t text;
begin
  foreach t in array array['page', 'taken', 'print'] loop
    execute format('create policy own_street on exports.%I to fengqiao_app
      using (street = (select identity.here()) and export in (select e.id from exports.export e))
      with check (street = (select identity.here()))', t);
  end loop;
end $$;
