-- Who opened which file of a dossier, and when. Operational state, not a fact of the dossier: never rebuilt from the log, part
-- of every backup, only ever added to.
create schema if not exists ops;
grant usage on schema ops to vinhdanh_app;

create table ops.document_opening (
  id         bigint generated always as identity primary key,
  account_id text not null,
  dossier_id text not null,
  sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  at         timestamptz not null
);
create index document_opening_by_file on ops.document_opening (dossier_id, sha256, id desc);

grant select, insert on ops.document_opening to vinhdanh_app;
