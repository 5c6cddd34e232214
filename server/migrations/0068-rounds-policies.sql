-- One policy a table, so that each by itself is what holds: the street, and within it whose work it is.
drop policy own_street on rounds.checkpoint;
drop policy own_place on rounds.checkpoint;
create policy own_place on rounds.checkpoint to fengqiao_app
  using (street = (select identity.here()) and rounds.reaches(grid));
drop policy own_street on rounds.patrol;
drop policy own_place on rounds.patrol;
create policy own_place on rounds.patrol to fengqiao_app
  using (street = (select identity.here()) and rounds.reaches(unit));
drop policy own_street on rounds.visit;
drop policy own_place on rounds.visit;
create policy own_place on rounds.visit to fengqiao_app
  using (street = (select identity.here()) and rounds.visits_here(unit));
