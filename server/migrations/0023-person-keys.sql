-- A key for each person: what is known of them is sealed with it, and destroying it erases them, in every copy there is.
create table identity.person_key (
  street text not null references platform.street,
  subject uuid not null,              -- the registry's person; a name for the key, not a reference
  key_enc bytea,                      -- wrapped by the master key; null once destroyed
  made_at timestamptz not null,
  destroyed_at timestamptz,
  primary key (street, subject),
  check ((key_enc is null) = (destroyed_at is not null))
);
grant select, insert, update on identity.person_key to fengqiao_app;
alter table identity.person_key enable row level security;
alter table identity.person_key force row level security;
create policy own_street on identity.person_key to fengqiao_app using (street = (select identity.here()));

-- A change of the master key seals kept answers anew too.
grant update (reply) on platform.idempotency to fengqiao_app;
