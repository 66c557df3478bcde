-- Which messages an account has marked as read. Operational state: part of the backup, never rebuilt from the log. The messages
-- about facts are a read model; those about deadlines are rows of ops.notification.

create table ops.read_mark (
  account_id text not null,
  item       text not null,            -- `event:<id of the event>`, `reminder:<number>`
  marked_at  timestamptz not null default clock_timestamp(),
  primary key (account_id, item)
);

grant select, insert, delete on ops.read_mark to vinhdanh_app;
grant select on ops.read_mark to vinhdanh_reader;
