-- Free text that seems to hold personal data: proposed to a person, masked only by one. The archive gets a key of its own.

create table retention.scrub (
  street text not null references platform.street,
  id uuid not null,
  source text not null,               -- the room and kind of thing, such as cases
  subject uuid not null,              -- the thing: a case
  no text not null,                   -- its number
  unit text,                          -- who has it in hand
  place text not null,                -- table, column and way within it
  row text not null,
  hits jsonb not null,                -- kinds and positions of what waits for a decision; the words stay where they are
  kept jsonb not null default '[]',   -- positions that a person decided to keep
  masked int not null default 0,
  state text not null check (state in ('open', 'done')),
  found_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  primary key (street, id)
);
create unique index scrub_place_key on retention.scrub (street, source, subject, place, row);
create index scrub_open_idx on retention.scrub (street, state, id);
create index scrub_unit_idx on retention.scrub (street, unit, state, id);
grant select, insert, update, delete on retention.scrub to fengqiao_app;

-- How far the scan of each source has come.
create table retention.scan (
  street text not null references platform.street,
  source text not null,
  at timestamptz not null,
  id uuid not null,
  primary key (street, source)
);
grant select, insert, update on retention.scan to fengqiao_app;

create function retention.own_units() returns text[] language sql stable as $$
  select s.units from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid
$$;
grant execute on function retention.own_units to fengqiao_app;

do $$
declare t text;
begin
  foreach t in array array['scrub', 'scan'] loop
    execute format('alter table retention.%I enable row level security', t);
    execute format('alter table retention.%I force row level security', t);
    execute format('create policy own_street on retention.%I to fengqiao_app using (street = (select identity.here()))', t);
  end loop;
end $$;
create policy own_passages on retention.scrub as restrictive to fengqiao_app using (
  (select retention.watches()) or unit = any ((select retention.own_units())::text[]));

-- Masking reaches what was told of a case and announced of it as well; nothing else of it may change.
grant update (facts) on cases.activity to fengqiao_app;
grant update (facts) on platform.event to fengqiao_app;
create index event_at_idx on platform.event using brin (at);                              -- what was announced at one moment

-- Packages of filed cases are sealed with the key of the archive; older ones are sealed in the background.
alter table cases.archive add column sealed boolean not null default false;
create index archive_open_idx on cases.archive (street, case_id) where not sealed;
grant update (sha256, package, bytes, sealed) on cases.archive to fengqiao_app;
