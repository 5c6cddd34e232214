-- Homes and organizations are written by hand too: whoever changes one says which version they had before them.
alter table registry.home add column version int not null default 1;
alter table registry.organization add column version int not null default 1;

-- An organization that left the street is neither in business here nor closed.
alter table registry.organization drop constraint organization_state_check;
alter table registry.organization add constraint organization_state_check check (state in ('open', 'moved', 'closed'));

-- A correction is about a person, a home or an organization; with a row that an import takes back its corrections go.
alter table registry.correction alter column person drop not null;
alter table registry.correction add column home uuid, add column organization uuid,
  add foreign key (street, home) references registry.home on delete cascade,
  add foreign key (street, organization) references registry.organization on delete cascade,
  add constraint correction_about_check check (num_nonnulls(person, home, organization) = 1);
create index correction_home_idx on registry.correction (street, home) where home is not null;
create index correction_organization_idx on registry.correction (street, organization) where organization is not null;
