-- The map: where a case lies as one number, so that a tile of the map is a range of an index.

-- Steps east and south on the web map's square, 2^26 a side, interleaved bit by bit; grids/domain/mercator.ts reckons the same.
create function cases.quad(lng double precision, lat double precision) returns bigint
language plpgsql immutable strict parallel safe set search_path = pg_catalog as $$
declare
  sine double precision := sin(radians(greatest(-85.05, least(85.05, lat))));
  x bigint := greatest(0, least(67108863, floor((lng + 180) / 360 * 67108864)))::bigint;
  y bigint := greatest(0, least(67108863, floor((0.5 - ln((1 + sine) / (1 - sine)) / (4 * pi())) * 67108864)))::bigint;
begin
  x := (x | (x << 16)) & 281470681808895;
  x := (x | (x << 8)) & 71777214294589695;
  x := (x | (x << 4)) & 1085102592571150095;
  x := (x | (x << 2)) & 3689348814741910323;
  x := (x | (x << 1)) & 6148914691236517205;
  y := (y | (y << 16)) & 281470681808895;
  y := (y | (y << 8)) & 71777214294589695;
  y := (y | (y << 4)) & 1085102592571150095;
  y := (y | (y << 2)) & 3689348814741910323;
  y := (y | (y << 1)) & 6148914691236517205;
  return x | (y << 1);
end $$;

alter table cases."case" add column quad bigint generated always as (cases.quad(lng, lat)) stored;

-- Both hold all that the map asks of a case, and what the row policy asks, so that the table itself is not read for it.
create index case_map_idx on cases."case" (street, quad)
  include (id, state, type, class, community, grid, lead, late_since, reported_at, closed_at, updated_at, seen_by);
create index case_map_open_idx on cases."case" (street, quad)
  include (id, state, type, class, community, grid, lead, late_since, reported_at, closed_at, updated_at, seen_by)
  where state in ('received', 'verifying', 'registered', 'negotiating', 'dispatched', 'handling', 'handled', 'held');
