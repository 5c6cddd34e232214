-- People of a building are read page by page in the order of their keys, as those of a grid are; those of one home stand
-- among them and are told apart without a look at the rows.
create index person_place_idx on registry.person (street, building, id, home);
drop index registry.person_building_idx;
