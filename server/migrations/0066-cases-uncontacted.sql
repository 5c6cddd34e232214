-- The cockpit asks whose first contact was owed: cases whose reporter nobody has reached are few, and found by themselves.
create index assignment_uncontacted_idx on cases.assignment (street, case_id) where contacted_at is null;
