-- Who has to do with a home beside living in it 人房关联: who owns it, rents it, lets it on, looks after it; told by a table
-- or written by hand. A table ends what tables told, never what somebody wrote.
create table registry.home_person (
  street text not null references platform.street,
  id uuid not null,
  home uuid not null,
  person uuid not null,
  role text not null check (role in ('owner', 'tenant', 'sublessor', 'caretaker')),
  from_day date,                      -- null: since nobody knows when
  until_day date,                     -- the last day
  provenance jsonb not null,          -- '*' for the link, 'until' for its end
  by_account uuid,                    -- whoever wrote it by hand
  made_by_import uuid,
  ended_by_import uuid,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (street, id),
  foreign key (street, home) references registry.home on delete cascade,
  foreign key (street, person) references registry.person on delete cascade,
  check (until_day >= from_day),
  check (num_nonnulls(by_account, made_by_import) <= 1)
);
create index home_person_home_idx on registry.home_person (street, home);               -- the people of a home
create index home_person_person_idx on registry.home_person (street, person);           -- the homes of a person; erasing them
create index home_person_import_idx on registry.home_person (street, made_by_import) where made_by_import is not null;  -- taking an import back
create index home_person_ended_idx on registry.home_person (street, ended_by_import) where ended_by_import is not null;
grant select, insert, update, delete on registry.home_person to fengqiao_app;

-- The owners that tables told stood in a column of their own, without source or day.
alter table registry.home no force row level security;
alter table registry.person no force row level security;
insert into registry.home_person (street, id, home, person, role, provenance, made_by_import, made_at, changed_at)
select h.street, gen_random_uuid(), h.id, h.owner, 'owner', jsonb_build_object('*', h.provenance -> '*'), h.import, h.changed_at, h.changed_at
  from registry.home h where h.owner is not null and exists (select from registry.person p where p.street = h.street and p.id = h.owner);
alter table registry.person force row level security;
alter table registry.home force row level security;
alter table registry.home drop column owner;

alter table registry.home_person enable row level security;
alter table registry.home_person force row level security;
create policy own_street on registry.home_person to fengqiao_app using (street = (select identity.here()));
create policy own_place on registry.home_person as restrictive to fengqiao_app using (
  (select registry.reach()) = 'street'
  or exists (select from registry.home h where h.street = home_person.street and h.id = home_person.home));
