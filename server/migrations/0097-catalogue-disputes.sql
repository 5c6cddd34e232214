-- A dispute goes where both units have their superior: within the street, or to the district where a bureau of it is a party
-- or the street itself asks (Order 809, art. 28). Negotiation comes first, then the sharing authority, then the government.
alter table catalogue.request drop constraint request_dispute_check;
alter table catalogue.request add constraint request_dispute_check
  check (dispute in ('negotiating', 'coordination', 'arbitration', 'settled', 'decided'));
alter table catalogue.request add column dispute_forum text check (dispute_forum in ('street', 'district'));
alter table catalogue.request add column decision_no text;   -- number of the paper that decided it 决定文号

alter table catalogue.request no force row level security;
alter table identity.unit no force row level security;
update catalogue.request r
   set dispute_forum = case
     when r.kind <> 'share' or exists (
       select from identity.unit u where u.street = r.street and u.id in (r.requester, r.provider)
          and u.kind in ('street', 'district', 'public_enterprise')) then 'district'
     else 'street' end
 where r.dispute is not null;
alter table identity.unit force row level security;
alter table catalogue.request force row level security;
alter table catalogue.request add check ((dispute is null) = (dispute_forum is null));

drop index catalogue.request_dispute_idx;
create index request_dispute_idx on catalogue.request (street, dispute_due_at) where dispute in ('negotiating', 'coordination');
