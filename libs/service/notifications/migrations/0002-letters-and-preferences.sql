-- What goes out to whom, by which letter, and what people want of it. All of it is operational state like the tables before.
-- Two clocks: what is about the office (when an envelope closes, when quiet hours end) runs by the office's clock, which may
-- travel; leases and retries are about processes, and run by the server's.

-- Messages inside the application: besides reminders, alarms for operators.
alter table ops.notification
  add column kind text not null default 'reminder' check (kind in ('reminder', 'alarm')),
  add column category text not null default 'deadline',
  -- Of an alarm: the letter that did not arrive, the account it was for, and the code of the refusal.
  add column about_letter text,
  add column about_account text,
  add column code text,
  alter column dossier_id drop not null,
  alter column deadline_id drop not null,
  alter column version drop not null,
  alter column rung drop not null,
  alter column clock drop not null,
  alter column due_at drop not null,
  alter column working_days_left drop not null,
  add check ((kind = 'reminder') = (dossier_id is not null and due_at is not null)),
  add check ((kind = 'alarm') = (about_letter is not null));
create unique index notification_alarm_once on ops.notification (account_id, about_letter) where kind = 'alarm';

drop table ops.delivery;

-- What really leaves: one letter carries one message or many. Its deliveries name it.
create table ops.letter (
  id              text primary key, -- SHA-256 of the deliveries it was made for
  channel         text not null check (channel ~ '^[a-z][a-z_]{0,29}$'),
  account_id      text not null,
  form            text not null check (form in ('single', 'bundle', 'digest')),
  lane            text not null check (lane in ('always', 'ordinary', 'digest')),
  -- When it was made up, by the office's clock; and the moment before which it must not leave (quiet hours).
  made_at         timestamptz not null,
  not_before      timestamptz not null,
  message_id      text not null,
  state           text not null default 'open'
    check (state in ('open', 'claimed', 'sent', 'suppressed', 'bounced', 'dead')),
  lease_owner     text,
  lease_until     timestamptz,
  attempts        int not null default 0,
  -- Attempts that an operator gave back by asking for another round.
  forgiven        int not null default 0,
  -- Claims whose owner was not heard of again: so many times the letter may have left twice.
  takeovers       int not null default 0,
  next_attempt_at timestamptz not null default clock_timestamp(),
  sent_at         timestamptz,
  last_error      text,
  -- Which job of the queue stands for it; 0: none yet.
  job             int not null default 0,
  check ((state = 'claimed') = (lease_owner is not null and lease_until is not null)),
  check ((state = 'sent') = (sent_at is not null))
);
create index letter_open on ops.letter (next_attempt_at) where state in ('open', 'claimed');
create index letter_given_up on ops.letter (id) where state in ('bounced', 'dead');

-- One message to one person on one channel, from the moment it is due to what became of it.
create table ops.delivery (
  id                text primary key, -- SHA-256 of channel, account and what it is about
  channel           text not null check (channel ~ '^[a-z][a-z_]{0,29}$'),
  account_id        text not null,
  kind              text not null check (kind in ('reminder', 'alarm')),
  category          text not null,
  lane              text not null check (lane in ('always', 'ordinary', 'digest')),
  -- Of a reminder.
  dossier_id        text,
  deadline_id       text,
  version           int,
  rung              text,
  recipients        text[],
  due_at            timestamptz,
  note              text check (note in ('position_vacant')),
  -- Of an alarm.
  about_letter      text,
  about_account     text,
  code              text,
  -- By the office's clock.
  created_at        timestamptz not null,
  state             text not null
    check (state in ('queued', 'held', 'suppressed', 'sent', 'failed_temporary', 'bounced', 'dead')),
  -- held: quiet_hours, digest. suppressed: duplicate, preference, left_unit, not_needed, held_back. Else the last refusal.
  reason            text,
  -- When its state last changed, by the server's clock.
  changed_at        timestamptz not null default clock_timestamp(),
  letter_id         text references ops.letter (id),
  check ((kind = 'reminder') = (dossier_id is not null and due_at is not null and recipients is not null)),
  check ((kind = 'alarm') = (about_letter is not null)),
  check (state <> 'suppressed' or reason is not null),
  check (state <> 'sent' or letter_id is not null)
);
create index delivery_waiting on ops.delivery (account_id, channel, lane) where letter_id is null and state in ('queued', 'held');
create index delivery_of_letter on ops.delivery (letter_id);
create index delivery_newest on ops.delivery (created_at desc, id);
create index delivery_of_account on ops.delivery (account_id, created_at desc, id);

-- Where messages to one person wait together until the envelope closes. Its row is the lock under which they come in and
-- under which a letter is made of them.
create table ops.envelope (
  account_id text not null,
  channel    text not null,
  lane       text not null,
  closes_at  timestamptz not null,
  -- By the server's clock.
  opened_at  timestamptz not null default clock_timestamp(),
  primary key (account_id, channel, lane)
);
create index envelope_closes on ops.envelope (closes_at);

-- What was tried. Rows are added and never changed.
create table ops.delivery_attempt (
  id         bigint generated always as identity primary key,
  letter_id  text not null references ops.letter (id),
  attempt    int not null,
  at         timestamptz not null default clock_timestamp(),
  outcome    text not null check (outcome in ('sent', 'temporary', 'permanent', 'resend')),
  code       text,
  -- Of a resend: who asked for it.
  by_account text
);
create index delivery_attempt_of_letter on ops.delivery_attempt (letter_id, id);

-- What people chose; without a row the default holds.
create table ops.notification_preference (
  account_id text not null,
  category   text not null,
  channel    text not null,
  choice     text not null check (choice in ('on', 'off', 'digest')),
  primary key (account_id, category, channel)
);
-- Quiet hours of one's own, besides the office's.
create table ops.notification_quiet (
  account_id  text primary key,
  quiet_from  text not null,
  quiet_until text not null
);
-- Who changed what, when and from where. Rows are added and never changed.
create table ops.preference_change (
  id         bigint generated always as identity primary key,
  account_id text not null,
  changed_by text not null,
  via        text not null check (via in ('settings', 'one_click')),
  at         timestamptz not null default clock_timestamp(),
  -- quiet_hours, or category/channel.
  what       text not null,
  before     text,
  after      text
);

-- Whether anything may leave. After a restore nothing does, until an operator says from when.
create table ops.sending (
  only_row     boolean primary key default true check (only_row),
  installation uuid not null default gen_random_uuid(),
  -- Counted on by every worker, and kept in its data folder: a database that is behind the folder was restored.
  beat         bigint not null default 0,
  state        text not null default 'open' check (state in ('open', 'held')),
  reason       text check (reason in ('restored', 'operator')),
  resume_from  timestamptz,
  check ((state = 'held') = (reason is not null))
);
insert into ops.sending default values;
create table ops.sending_change (
  id          bigint generated always as identity primary key,
  at          timestamptz not null default clock_timestamp(),
  state       text not null,
  reason      text,
  resume_from timestamptz,
  by_account  text not null
);

grant select, insert, update on ops.letter, ops.delivery, ops.notification_preference, ops.sending to vinhdanh_app;
grant select, insert, update, delete on ops.envelope, ops.notification_quiet to vinhdanh_app;
grant select, insert on ops.delivery_attempt, ops.preference_change, ops.sending_change to vinhdanh_app;
grant select on ops.letter, ops.delivery, ops.envelope, ops.delivery_attempt, ops.notification_preference,
  ops.notification_quiet, ops.preference_change, ops.sending, ops.sending_change to vinhdanh_reader;
