-- Trigrams let people search in any part of a text, and find what is nearly written so, with an index. Any login that may create
-- in this database may make the extension. Where the server does not have it or does not let us, search works without: slower,
-- and without words that are only similar; `vinhdanh doctor` says so, and how to mend it.
do $$
begin
  create extension if not exists pg_trgm with schema public;
exception
  when insufficient_privilege or feature_not_supported or undefined_file then
    raise notice 'pg_trgm is not available: search does without it';
end
$$;
