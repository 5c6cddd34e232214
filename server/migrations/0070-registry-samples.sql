-- How people are spread over grids and buildings shows in nine thousand of them as well as in thirty thousand, and whoever brings
-- a table in waits for it.
do $$
declare c text;
begin
  foreach c in array array['street', 'id', 'kind', 'state', 'community', 'grid', 'building', 'home', 'household', 'name_index',
    'phone_index', 'id_index', 'twin_index', 'version', 'merged_into', 'made_by_import', 'import', 'made_at', 'changed_at']
  loop
    execute format('alter table registry.person alter column %I set statistics 30', c);
  end loop;
end $$;
