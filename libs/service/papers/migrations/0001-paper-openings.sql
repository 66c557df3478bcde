-- Who had which paper made of a dossier or a decision, and when. Operational state, not a fact: never rebuilt from the log, part of
-- every backup, only ever added to.
create schema if not exists ops;
grant usage on schema ops to vinhdanh_app;

create table ops.paper_opening (
  id         bigint generated always as identity primary key,
  account_id text not null,
  subject    text not null check (subject in ('dossier', 'decision')),
  subject_id text not null,
  kind       text not null,
  format     text not null,
  at         timestamptz not null
);
create index paper_opening_by_subject on ops.paper_opening (subject, subject_id, id desc);

grant select, insert on ops.paper_opening to vinhdanh_app;
