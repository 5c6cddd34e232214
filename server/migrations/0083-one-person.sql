-- Rows that were found to be one person are sought together, whenever that person is erased, held or asks who looked.
create index person_merged_idx on registry.person (street, merged_into) where merged_into is not null;
-- A merge that was undone takes back what its accounts could read of each other.
grant delete on audit.known_as to fengqiao_app;
