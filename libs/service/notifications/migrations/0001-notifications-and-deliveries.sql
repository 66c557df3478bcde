-- What was told to whom. Operational state: part of the backup, never rebuilt from the log, because a letter that has gone
-- out cannot be asked back. No names and no addresses: accounts by id, dossiers by id.

create schema if not exists ops;
grant usage on schema ops to vinhdanh_app, vinhdanh_reader;

-- Messages inside the application: the key makes them exactly one per person and rung.
create table ops.notification (
  id                bigint generated always as identity primary key,
  account_id        text not null,
  dossier_id        text not null,
  deadline_id       text not null,
  version           int not null,
  rung              text not null,
  -- digest: meant for a daily summary; shown like the others until there is one.
  channel           text not null check (channel in ('in_app', 'digest')),
  clock             text not null,
  due_at            timestamptz not null,
  working_days_left int not null,
  -- Why it came to somebody who is not the one to act.
  note              text check (note in ('position_vacant')),
  -- By the office's clock.
  rung_at           timestamptz not null,
  read_at           timestamptz,
  unique (account_id, dossier_id, deadline_id, version, rung)
);
create index notification_of_account on ops.notification (account_id, id desc);

-- Letters to send, and what became of them. Leases and retries run by the server's clock: they are about processes, and
-- must not move when an office's clock travels.
create table ops.delivery (
  id                text primary key, -- SHA-256 of channel, account, dossier, deadline, version and rung
  channel           text not null check (channel in ('email')),
  account_id        text not null,
  dossier_id        text not null,
  deadline_id       text not null,
  version           int not null,
  rung              text not null,
  due_at            timestamptz not null,
  working_days_left int not null,
  days_exact        boolean not null,
  note              text check (note in ('position_vacant')),
  rung_at           timestamptz not null,
  -- lapsed: what it reminds of was done before it could leave.
  state             text not null default 'pending' check (state in ('pending', 'claimed', 'sent', 'failed', 'lapsed')),
  lease_owner       text,
  lease_until       timestamptz,
  attempts          int not null default 0,
  -- Claims whose owner was not heard of again: so many times the letter may have left twice.
  takeovers         int not null default 0,
  next_attempt_at   timestamptz not null default clock_timestamp(),
  message_id        text not null,
  sent_at           timestamptz,
  last_error        text,
  -- Which job of the queue stands for it; 0: none yet.
  job               int not null default 0,
  unique (channel, account_id, dossier_id, deadline_id, version, rung),
  check ((state = 'claimed') = (lease_owner is not null and lease_until is not null)),
  check ((state = 'sent') = (sent_at is not null))
);
create index delivery_open on ops.delivery (next_attempt_at) where state in ('pending', 'claimed');

grant select, insert, update on ops.notification, ops.delivery to vinhdanh_app;
grant select on ops.notification, ops.delivery to vinhdanh_reader;
