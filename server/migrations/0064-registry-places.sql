-- People are found by what they are asked for: those of a grid in the order of their keys, those of a building and of its homes
-- together, those of a name page by page. The keys of a grid grow with time and those of a home lie together, so that a table
-- of people writes at few places of the index.
drop index registry.person_place_idx;
drop index registry.person_home_idx;
drop index registry.person_name_idx;
create index person_grid_idx on registry.person (street, grid, id);
create index person_building_idx on registry.person (street, building, home);            -- a home is asked for with its building
create index person_name_idx on registry.person (street, name_index, id);
