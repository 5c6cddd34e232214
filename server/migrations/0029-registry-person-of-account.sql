-- The person of the registry that a resident has proved to be; two accounts of a street are never one person.
alter table identity.account add column if not exists person uuid;
create unique index if not exists account_person_key on identity.account (street, person) where person is not null;
