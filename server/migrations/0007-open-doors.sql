-- Cases that come from other systems: imports that can be resumed, and what the Open311 door asks of the database.

alter table cases.import_run
  add column file uuid,                         -- the uploaded table; null for one that the command line reads
  add column notes int not null default 0,
  add column error_zh text,                     -- why it stopped
  add column error_en text;
create unique index import_run_running_key on cases.import_run (street, system, sha256) where state = 'running';   -- one at a time
create index import_run_made_idx on cases.import_run (street, made_at desc, id desc);   -- newest first

alter table cases.import_problem
  add column rejects boolean not null default true;     -- a note otherwise: the row was taken in

-- Everything the public may see, newest first, whoever reported it.
create index case_public_idx on cases."case" (street, reported_at desc, id desc) where not sensitive and type is not null;
create index activity_public_idx on cases.activity (street, at desc, id desc) where public;   -- what happened lately
create index report_open311_idx on cases.report (street, (facts ->> 'open311.key'), (facts ->> 'open311.account')) where channel = 'open311';   -- one app's own
