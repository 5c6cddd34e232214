-- What the rooms of the platform keep waits in the catalogue for two people, one who reviews it for its unit and the steward who
-- publishes it; and impact assessments 个人信息保护影响评估 (PIPL arts 55 and 56) stand in a register that entries choose from.

create sequence catalogue.assessment_seq;
grant usage on sequence catalogue.assessment_seq to fengqiao_app;

-- Never changed and never deleted by the program; the law asks for three years at least.
create table catalogue.assessment (
  street text not null references platform.street,
  id uuid not null,
  no text not null,
  unit text not null,                 -- who answers for the processing
  activity text not null,
  occasions text[] not null check (cardinality(occasions) > 0),
  necessity text not null,            -- whether purpose and means are lawful, legitimate and necessary
  effects text not null,              -- on the rights of people, and the risks
  measures text not null,
  conclusion text not null check (conclusion in ('acceptable', 'with_measures', 'not_acceptable')),
  assessed_on date not null,
  assessed_by uuid not null,
  recorded_at timestamptz not null,
  primary key (street, id),
  unique (street, no),
  foreign key (street, unit) references identity.unit,
  foreign key (street, assessed_by) references identity.account
);
create index assessment_unit_idx on catalogue.assessment (street, unit);
create index assessment_by_idx on catalogue.assessment (street, assessed_by);
grant select, insert on catalogue.assessment to fengqiao_app;
alter table catalogue.assessment enable row level security;
alter table catalogue.assessment force row level security;
create policy own_street on catalogue.assessment to fengqiao_app using (street = (select identity.here()));

-- A draft was proposed by nobody: a room told what it keeps.
alter table catalogue.proposal add column collection text;
alter table catalogue.proposal alter column proposed_by drop not null;
alter table catalogue.proposal drop constraint proposal_state_check;
alter table catalogue.proposal add constraint proposal_state_check
  check (state in ('drafted', 'proposed', 'endorsed', 'published', 'sent_back'));
alter table catalogue.proposal add constraint proposal_by_check check (proposed_by is not null or collection is not null);
drop index catalogue.proposal_open_key;
create unique index proposal_open_key on catalogue.proposal (street, resource) where state in ('drafted', 'proposed', 'endorsed');
create unique index proposal_collection_key on catalogue.proposal (street, collection)
  where collection is not null and state <> 'published';

-- Entries that came in without anybody's review get one: a draft of each waits for the two people.
alter table catalogue.proposal no force row level security;
alter table catalogue.resource no force row level security;
insert into catalogue.proposal (street, id, resource, provider, collection, content, reason, state, proposed_at)
  select r.street, gen_random_uuid(), r.id, r.provider, r.collection, r.content - 'secrecyReview' - 'assessmentNo', '', 'drafted', now()
    from catalogue.resource r
   where r.collection is not null and r.version = 1 and r.state = 'published'
     and not exists (select from catalogue.proposal p
                      where p.street = r.street and p.resource = r.id and p.state in ('proposed', 'endorsed'));
alter table catalogue.proposal force row level security;
alter table catalogue.resource force row level security;
