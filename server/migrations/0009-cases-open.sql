-- What is open is a small part of all cases: its lists have indexes of their own.
create index case_open_changed_idx on cases."case" (street, updated_at, id)
  where state in ('received', 'verifying', 'registered', 'negotiating', 'dispatched', 'handling', 'handled', 'held');      -- what is open, by its last step
create index case_open_community_idx on cases."case" (street, community, due_at, id)
  where state in ('received', 'verifying', 'registered', 'negotiating', 'dispatched', 'handling', 'handled', 'held');      -- what is open in a community
create index case_open_grid_idx on cases."case" (street, grid, due_at, id)
  where state in ('received', 'verifying', 'registered', 'negotiating', 'dispatched', 'handling', 'handled', 'held');      -- what is open in a grid
