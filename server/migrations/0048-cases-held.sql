-- A team's or grid's own while another leads: most cases are in the hands of their lead and need not be passed by.
drop index cases.case_open_holder_idx;
create index case_open_held_idx on cases."case" (street, holder, due_at, id)
  where state in ('received', 'verifying', 'registered', 'negotiating', 'dispatched', 'handling', 'handled', 'held') and holder is distinct from lead;
