-- Boundaries are read far more often than they change: one number per street says whether they did.
create table grids.edition (
  street text primary key references platform.street,
  number int not null
);
insert into grids.edition (street, number) select street, max(version) from grids.area group by street;
grant select, insert, update on grids.edition to fengqiao_app;

alter table grids.import
  add column level text not null default 'grid' check (level in ('street', 'community', 'grid')),
  add column units int not null default 0,
  add column dry_run boolean not null default false,
  add column errors int not null default 0,
  add column notices int not null default 0;

-- Addresses are written with spaces and typed without them.
drop index grids.building_address_idx;
create index building_words_idx on grids.building using gin (replace(address || coalesce(name, ''), ' ', '') gin_trgm_ops);   -- typing an address
