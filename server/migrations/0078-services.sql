-- What a street itself says of a service item 事项: from a day on a version stands in place of the item the product ships, or takes
-- it off. A version is never rewritten; what has not begun yet may be taken back.
create schema services;
grant usage on schema services to fengqiao_app;

create table services.version (
  street text not null references platform.street,
  code text not null,
  number int not null check (number > 0),
  from_on date not null,
  item jsonb,                         -- null: withdrawn from that day on
  reason text not null,
  name text not null,                 -- under which whoever made it acts
  account uuid not null,
  made_at timestamptz not null,
  revoked_name text,
  revoked_at timestamptz,
  primary key (street, code, number),
  foreign key (street, account) references identity.account,
  check ((revoked_at is null) = (revoked_name is null))
);
create index version_from_idx on services.version (street, code, from_on desc, number desc) where revoked_at is null;
grant select, insert on services.version to fengqiao_app;
grant update (revoked_name, revoked_at) on services.version to fengqiao_app;
alter table services.version enable row level security;
alter table services.version force row level security;
create policy own_street on services.version to fengqiao_app using (street = (select identity.here()));
