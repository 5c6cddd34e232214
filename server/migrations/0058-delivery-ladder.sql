-- Word that somebody must get climbs a ladder until it is read: in the product, by SMS, by a call of a person, by a visit.
create table notices.delivery (
  street text not null references platform.street,
  id uuid not null,
  message uuid not null,              -- what it says; in the product where somebody has an account, else the SMS
  sms uuid,                           -- the text message, once there is one; whether it went out stands there
  account uuid,
  contact uuid,
  unit text,                          -- the community that would visit
  rung text not null check (rung in ('app', 'sms', 'call', 'visit')),
  state text not null default 'open' check (state in ('open', 'reached')),
  due_at timestamptz not null,        -- until when the present rung has time
  made_at timestamptz not null,
  reached_at timestamptz,
  primary key (street, id),
  foreign key (street, message) references notices.message on delete cascade,
  check ((account is null) <> (contact is null)),
  check ((state = 'reached') = (reached_at is not null))
);
create unique index delivery_message_key on notices.delivery (street, message);                  -- of a message; its foreign key
create index delivery_due_idx on notices.delivery (street, due_at) where state = 'open';         -- what climbs next
create index delivery_todo_idx on notices.delivery (street, rung, id) where state = 'open';      -- whom to call or visit
grant select, insert, update, delete on notices.delivery to fengqiao_app;

-- What was tried when, by which way, and how it went; shown to whoever was to be told.
create table notices.attempt (
  street text not null references platform.street,
  id uuid not null,
  delivery uuid not null,
  rung text not null check (rung in ('app', 'sms', 'call', 'visit')),
  outcome text not null check (outcome in ('sent', 'failed', 'asked', 'missed', 'reached')),
  by_account uuid,                    -- the member of staff who called or came
  at timestamptz not null,
  primary key (street, id),
  foreign key (street, delivery) references notices.delivery on delete cascade
);
create index attempt_delivery_idx on notices.attempt (street, delivery, id);                     -- the story of one; its foreign key
grant select, insert, delete on notices.attempt to fengqiao_app;

alter table notices.delivery enable row level security;
alter table notices.delivery force row level security;
create policy own_street on notices.delivery to fengqiao_app using (street = (select identity.here()));
alter table notices.attempt enable row level security;
alter table notices.attempt force row level security;
create policy own_street on notices.attempt to fengqiao_app using (street = (select identity.here()));
