-- A number that a whole dormitory gave is read page by page too, and not whole for the first page.
create index person_phone_page_idx on registry.person (street, phone_index, id) where phone_index is not null;
drop index registry.person_phone_idx;
alter index registry.person_phone_page_idx rename to person_phone_idx;
