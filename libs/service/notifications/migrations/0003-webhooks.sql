-- Where messages to an account go besides its mailbox. Operational state, part of every backup.
create table ops.webhook (
  account_id text primary key,
  -- It may hold a secret of the receiver: shown to operators only, never logged.
  url        text not null,
  -- Each pointing has a secret of its own, derived from the installation's key: none is kept.
  generation int not null default 1,
  pointed_by text not null,
  pointed_at timestamptz not null default clock_timestamp()
);
grant select, insert, update, delete on ops.webhook to vinhdanh_app;
