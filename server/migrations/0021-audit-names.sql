-- The name of who looked is kept with the look: the person concerned learns it once a doubt was upheld.
alter table audit.access add column name text;

-- Other keys under which looks name the holder of an account, such as the person of the registry they proved to be.
create table audit.known_as (
  street text not null references platform.street,
  account uuid not null,
  subject uuid not null,
  since timestamptz not null,
  primary key (street, account, subject)
);
alter table audit.known_as enable row level security;
alter table audit.known_as force row level security;
create policy own_street on audit.known_as to fengqiao_app using (street = (select identity.here()));
grant select, insert on audit.known_as to fengqiao_app;
