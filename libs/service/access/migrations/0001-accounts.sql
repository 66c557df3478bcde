-- Who may come in. Operational state: never rebuilt from the log, part of every backup.
create schema if not exists ops;
grant usage on schema ops to vinhdanh_app;

create table ops.account (
  id          text primary key,
  name        text not null,
  email       text,
  unit_id     text not null,
  position_id text not null,
  roles       text[] not null check (cardinality(roles) > 0),
  language    text not null default 'vi' check (language in ('vi', 'en')),
  sample      boolean not null default false,
  created_at  timestamptz not null default now()
);
create index account_by_unit on ops.account (unit_id);

-- Only a digest is kept: who reads this table cannot sign in with it. The tokens are random, so a plain SHA-256 is enough.
create table ops.access_token (
  digest     bytea primary key check (octet_length(digest) = 32),
  account_id text not null references ops.account (id) on delete cascade,
  created_at timestamptz not null default now()
);

grant select, insert on ops.account, ops.access_token to vinhdanh_app;
grant delete on ops.access_token to vinhdanh_app;
