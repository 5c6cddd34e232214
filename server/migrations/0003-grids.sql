-- Where things are: the geometry of communities and grids, buildings, and the lines drawn on the map.

create schema grids;
grant usage on schema grids to fengqiao_app;

-- The shape of a unit (street, community or grid). Coordinates are WGS84 longitude and latitude.
create table grids.area (
  street text not null references platform.street,
  unit text not null,
  level text not null check (level in ('street', 'community', 'grid')),
  community text,
  purpose text not null default 'basic' check (purpose in ('basic', 'exclusive')),
  shape jsonb not null,               -- GeoJSON Polygon or MultiPolygon
  west double precision not null, south double precision not null,
  east double precision not null, north double precision not null,
  square_metres double precision not null,
  households int,
  grid_code text,                     -- 15 digits, W to E and N to S within the community
  version int not null default 1,
  primary key (street, unit),
  foreign key (street, unit) references identity.unit
);
grant select, insert, update, delete on grids.area to fengqiao_app;

create table grids.building (
  street text not null references platform.street,
  id uuid not null,
  grid text not null,
  address text not null,
  name text,
  use text not null,
  floors smallint,
  households int,
  lng double precision not null,
  lat double precision not null,
  shape jsonb,
  primary key (street, id),
  foreign key (street, grid) references identity.unit
);
create index building_grid_idx on grids.building (street, grid);
create index building_address_idx on grids.building using gin (address gin_trgm_ops);   -- typing an address
grant select, insert, update, delete on grids.building to fengqiao_app;

-- Roads, water and places of the base map.
create table grids.feature (
  street text not null references platform.street,
  id uuid not null,
  kind text not null check (kind in ('road', 'water', 'place')),
  name_zh text not null,
  name_en text not null,
  subkind text not null,
  shape jsonb not null,
  width double precision,
  primary key (street, id)
);
create index feature_kind_idx on grids.feature (street, kind);
grant select, insert, update, delete on grids.feature to fengqiao_app;

create table grids.import (
  street text not null references platform.street,
  id uuid not null,
  made_by uuid,
  made_at timestamptz not null,
  source_crs text not null,
  problems jsonb not null,
  applied boolean not null,
  primary key (street, id)
);
grant select, insert on grids.import to fengqiao_app;

create view grids.v_area as
  select street, unit, level, community, purpose, square_metres, households, grid_code, west, south, east, north from grids.area;
grant select on grids.v_area to fengqiao_app;
create view grids.v_building as select street, id, grid, address, name, use, lng, lat from grids.building;
grant select on grids.v_building to fengqiao_app;
