-- Single cases on the map are told with their number: it stands in the indexes of the map as well, so that a tile from near
-- does not read the table either.
drop index cases.case_map_idx;
drop index cases.case_map_open_idx;
create index case_map_idx on cases."case" (street, quad)
  include (id, no, state, type, class, community, grid, lead, late_since, reported_at, closed_at, updated_at, seen_by);
create index case_map_open_idx on cases."case" (street, quad)
  include (id, no, state, type, class, community, grid, lead, late_since, reported_at, closed_at, updated_at, seen_by)
  where state in ('received', 'verifying', 'registered', 'negotiating', 'dispatched', 'handling', 'handled', 'held');
