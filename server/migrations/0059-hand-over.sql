-- A district's app hands a resident over whom it has signed in: it signs by a key of its own, and each nonce holds once.
alter table identity.api_key add column public_key text;   -- base64 of an Ed25519 SPKI, for keys that may hand people over

create table identity.hand_over (
  street text not null references platform.street,
  api_key uuid not null,
  nonce text not null,
  ends_at timestamptz not null,       -- after this the token is over by itself, and the row may go
  primary key (street, api_key, nonce),
  foreign key (street, api_key) references identity.api_key
);
create index hand_over_ends_idx on identity.hand_over (street, ends_at);    -- what may be forgotten
grant select, insert, delete on identity.hand_over to fengqiao_app;

alter table identity.hand_over enable row level security;
alter table identity.hand_over force row level security;
create policy own_street on identity.hand_over to fengqiao_app using (street = (select identity.here()));
