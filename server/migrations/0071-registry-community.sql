-- The people of a community, a page at a time: without it a list of the community that came in last read everybody before it.
create index person_community_idx on registry.person (street, community, id);
