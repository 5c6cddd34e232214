-- A change of keys seals remarks anew; nothing else of a patrol is ever rewritten.
grant update (remarks_enc) on rounds.patrol to fengqiao_app;
