-- A person whom an import takes back takes their corrections along, as homes and organizations do.
alter table registry.correction drop constraint correction_street_person_fkey;
alter table registry.correction add foreign key (street, person) references registry.person on delete cascade;
