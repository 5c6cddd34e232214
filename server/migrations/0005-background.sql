-- Facts a listener could not digest, kept answers as sealed text, and what an upload was proved to be.

-- A fact that failed again and again is set aside, in sight, so that the ones behind it go on.
create table platform.parked (
  listener text not null,
  seq bigint not null references platform.event,
  street text not null references platform.street,
  error text not null,
  tries int not null,
  parked_at timestamptz not null,
  primary key (listener, seq)
);
create index parked_seq_idx on platform.parked (seq);
create index parked_street_idx on platform.parked (street);
grant select, insert, delete on platform.parked to fengqiao_app;

-- An answer may name people, so what is kept for a repeated request is sealed; as text it repeats byte for byte.
delete from platform.idempotency;
alter table platform.idempotency drop column reply, drop column status, add column reply bytea not null;

alter table platform.file
  add column fresh boolean not null default false,     -- taken for this upload: it carried an unused nonce
  add column thumb boolean not null default false;     -- a small picture lies beside it
create index file_sha256_idx on platform.file (sha256);   -- whether the last row of some content is gone
create index upload_nonce_made_idx on platform.upload_nonce (street, made_at);   -- the sweeper of old nonces
