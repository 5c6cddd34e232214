-- What is overdue is told once for every clock, not once for ever: an answer that was late must not keep a late delivery
-- silent, nor may an extension that ran out too. The end that was told stands beside the end that is due.
alter table catalogue.request add column told_due_at timestamptz;
alter table catalogue.doubt add column told_due_at timestamptz;
alter table catalogue.proposal add column told_due_at timestamptz;

alter table catalogue.request no force row level security;
update catalogue.request set told_due_at = due_at where told_overdue and due_at < now();
alter table catalogue.request force row level security;
alter table catalogue.request drop column told_overdue;

create index proposal_due_idx on catalogue.proposal (street, due_at) where state = 'endorsed';
