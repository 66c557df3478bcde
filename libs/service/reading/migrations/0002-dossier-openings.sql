-- Who opened which dossier, by the hour: whoever reads a dossier ten times in a row has opened it once. Operational state, not a
-- fact of the dossier: never rebuilt from the log, part of every backup.
create table ops.dossier_opening (
  dossier_id  text not null,
  account_id  text not null,
  position_id text not null,
  hour        timestamptz not null,
  first_at    timestamptz not null,
  last_at     timestamptz not null,
  times       int not null default 1 check (times > 0),
  primary key (dossier_id, account_id, position_id, hour)
) with (fillfactor = 80);

grant select, insert, update on ops.dossier_opening to vinhdanh_app;

create index log_reading_by_stream on ops.log_reading ((filter->>'stream'), at desc) where filter->>'stream' is not null;
