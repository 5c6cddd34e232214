-- Where the counter of a unit is: people who set out need more than a phone number.
alter table identity.unit add column address text;
