-- A picture that stood for something else before is found again when it was made smaller, encoded anew or cut at its rim: what it
-- looks like is kept as four difference hashes of 64 bits, and two pictures are alike when one hash of each differs in few bits.
alter table platform.file add column cuts text[];   -- like phash, of what is left when some of the rim is cut off
drop index platform.file_phash_idx;

create table cases.likeness (
  street text not null,
  evidence uuid not null,
  part smallint not null,             -- 0 the whole picture, from 1 its cuts
  hash bit(64) not null,
  -- Hashes that differ in at most seven bits have one of these four that differs in at most one.
  band1 int not null generated always as (substring(hash from 1 for 16)::bit(16)::int) stored,
  band2 int not null generated always as (substring(hash from 17 for 16)::bit(16)::int) stored,
  band3 int not null generated always as (substring(hash from 33 for 16)::bit(16)::int) stored,
  band4 int not null generated always as (substring(hash from 49 for 16)::bit(16)::int) stored,
  primary key (street, evidence, part),
  foreign key (street, evidence) references cases.evidence on delete cascade
);
create index likeness_band1_idx on cases.likeness (street, band1) include (hash, evidence);
create index likeness_band2_idx on cases.likeness (street, band2) include (hash, evidence);
create index likeness_band3_idx on cases.likeness (street, band3) include (hash, evidence);
create index likeness_band4_idx on cases.likeness (street, band4) include (hash, evidence);
grant select, insert on cases.likeness to fengqiao_app;
alter table cases.likeness enable row level security;
alter table cases.likeness force row level security;
create policy own_street on cases.likeness to fengqiao_app using (street = (select identity.here()));

-- A hash of hardly any ones or hardly any zeros is that of a wall or of the night: it says nothing of where it was taken.
create function cases.likenesses(p_phash text, p_cuts text[]) returns table (part smallint, hash bit(64))
language sql immutable as $$
  select (l.n - 1)::smallint, ('x' || l.hex)::bit(64)
    from unnest(p_phash || coalesce(p_cuts, '{}')) with ordinality l(hex, n)
   where bit_count(('x' || l.hex)::bit(64)) between 6 and 58
$$;

create function cases.note_likeness() returns trigger language plpgsql set search_path = cases, pg_temp as $$
begin
  insert into cases.likeness (street, evidence, part, hash)
    select new.street, new.id, l.part, l.hash
      from platform.file f, cases.likenesses(f.phash, f.cuts) l
     where f.street = new.street and f.id = new.file and f.phash is not null;
  return null;
end $$;
create trigger note_likeness after insert on cases.evidence for each row when (new.file is not null)
  execute function cases.note_likeness();

alter table cases.evidence no force row level security;
alter table cases.likeness no force row level security;
insert into cases.likeness (street, evidence, part, hash)
  select e.street, e.id, l.part, l.hash
    from cases.evidence e
    join platform.file f on f.street = e.street and f.id = e.file, cases.likenesses(f.phash, null) l
   where f.phash is not null;
alter table cases.likeness force row level security;
alter table cases.evidence force row level security;
