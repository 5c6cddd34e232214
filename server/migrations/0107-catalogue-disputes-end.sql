-- A dispute ends with its request: what was taken back, or is over, is decided by nobody into force again.
alter table catalogue.request drop constraint request_dispute_check;
alter table catalogue.request add constraint request_dispute_check
  check (dispute in ('negotiating', 'coordination', 'arbitration', 'settled', 'decided', 'lapsed'));
alter table catalogue.request no force row level security;
update catalogue.request set dispute = 'lapsed', dispute_due_at = null
 where state in ('withdrawn', 'terminated', 'disposed') and dispute in ('negotiating', 'coordination', 'arbitration');
alter table catalogue.request force row level security;
alter table catalogue.request add constraint request_over_check
  check (state not in ('withdrawn', 'terminated', 'disposed') or dispute is null or dispute in ('settled', 'decided', 'lapsed'));

-- Which proposal handed an update in, so that the duty stands again when the proposal is sent back.
alter table catalogue.update_duty add column proposal uuid;
alter table catalogue.update_duty add foreign key (street, proposal) references catalogue.proposal;
create index update_duty_proposal_idx on catalogue.update_duty (street, proposal) where proposal is not null;
