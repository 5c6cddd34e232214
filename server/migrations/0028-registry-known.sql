-- How many rows the registry had when a table was checked: a table that would change more than a small share of them is halted.
alter table registry.import add column known int not null default 0;

-- What an import left behind when it was checked and never applied.
create index import_checked_idx on registry.import (street, made_at) where state = 'checked';
