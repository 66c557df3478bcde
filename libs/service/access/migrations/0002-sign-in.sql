-- How people and machines come in. Operational state: never rebuilt from the log, part of every backup. Nothing here lets
-- somebody in who only reads it: passwords are Argon2id hashes, second factors are sealed with a key that is not in the database,
-- and of every other secret there is a SHA-256 digest.

alter table ops.account
  alter column unit_id set default '',
  alter column position_id set default '',
  alter column roles set default '{}',
  drop constraint account_roles_check,
  add column closed_at timestamptz;
-- Two accounts may share an address; then nobody signs in with it.
create index account_by_email on ops.account (lower(email)) where email is not null;

alter table ops.access_token
  add column id uuid not null unique default gen_random_uuid(),
  add column name text not null default '',
  add column expires_at timestamptz,
  -- To the hour: when a machine was last there, not what it did.
  add column last_used_at timestamptz;
create index access_token_by_account on ops.access_token (account_id);

create table ops.password (
  account_id  text primary key references ops.account (id) on delete cascade,
  hash        text not null,
  -- Given out by an operator: to be changed before anything else is possible, and void after a while.
  must_change boolean not null default false,
  expires_at  timestamptz,
  set_at      timestamptz not null
);

create table ops.second_factor (
  account_id   text primary key references ops.account (id) on delete cascade,
  sealed       bytea not null,
  -- Null while it is being set up.
  confirmed_at timestamptz,
  -- The last time step whose code was used: no code counts twice.
  last_step    bigint not null default 0
);

create table ops.recovery_code (
  account_id text not null references ops.account (id) on delete cascade,
  digest     bytea not null check (octet_length(digest) = 32),
  used_at    timestamptz,
  primary key (account_id, digest)
);

create table ops.session (
  digest        bytea primary key check (octet_length(digest) = 32),
  id            uuid not null unique,
  account_id    text not null references ops.account (id) on delete cascade,
  via           text not null check (via in ('password', 'oidc')),
  second_factor boolean not null,
  -- Begun with a one-time password that has not been changed yet.
  must_change   boolean not null,
  user_agent    text not null,
  created_at    timestamptz not null,
  last_seen_at  timestamptz not null,
  ends_at       timestamptz not null
);
create index session_by_account on ops.session (account_id);
create index session_by_end on ops.session (ends_at);

-- Which person at a provider is which account here.
create table ops.oidc_link (
  issuer     text not null,
  subject    text not null,
  account_id text not null references ops.account (id) on delete cascade,
  linked_at  timestamptz not null,
  primary key (issuer, subject),
  unique (issuer, account_id)
);

-- Who is on his way to the provider, and has to come back with the same browser. Each is taken out once.
create table ops.oidc_attempt (
  digest     bytea primary key check (octet_length(digest) = 32),
  state      text not null,
  nonce      text not null,
  verifier   text not null,
  expires_at timestamptz not null
);
create index oidc_attempt_by_end on ops.oidc_attempt (expires_at);

-- Failed attempts to sign in, counted for all processes together, in the shape of rate-limiter-flexible. Keys are digests.
create table ops.sign_in_attempt (
  key    varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);

-- What was done to whose account, when and by whom. Only ever added to.
create table ops.account_act (
  id         bigint generated always as identity primary key,
  at         timestamptz not null,
  actor_id   text not null,
  act        text not null,
  account_id text not null
);

grant update (language, closed_at) on ops.account to vinhdanh_app;
grant update (last_used_at) on ops.access_token to vinhdanh_app;
grant select, insert, update, delete
  on ops.password, ops.second_factor, ops.recovery_code, ops.session, ops.oidc_attempt, ops.sign_in_attempt to vinhdanh_app;
grant select, insert, delete on ops.oidc_link to vinhdanh_app;
grant select, insert on ops.account_act to vinhdanh_app;
