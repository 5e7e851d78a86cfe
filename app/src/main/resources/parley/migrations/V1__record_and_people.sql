-- The record and who may read it. Everything a screen shows is derived from `entry`; `membership` and `reading_copy` are
-- made from it and can be made again.

do $$ begin
  if not exists (select from pg_roles where rolname = 'parley_app') then
    create role parley_app nologin nosuperuser nobypassrls;
  end if;
  -- With one address for everything the owner of the tables becomes this role to read.
  if not pg_has_role(current_user, 'parley_app', 'member') then
    begin
      execute format('grant parley_app to %I', current_user);
    exception when insufficient_privilege then null;
    end;
  end if;
end $$;

grant usage on schema parley to parley_app;

-- A human being. Accounts, devices and roles come and go; four eyes are counted in persons.
create table person (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  since timestamptz not null
);

create table account (
  id uuid primary key,
  person uuid not null references person,
  login text not null unique check (login = lower(login) and length(login) between 1 and 100),
  since timestamptz not null,
  ended timestamptz
);

-- What proves who somebody is. Only the keeper reads it.
create table credential (
  account uuid primary key references account,
  password text,
  totp bytea,
  totp_used bigint not null default 0,
  changed timestamptz not null
);

create table invitation (
  hash bytea primary key,
  account uuid not null references account,
  until timestamptz not null,
  used timestamptz
);

create table web_session (
  hash bytea primary key,
  account uuid not null references account,
  began timestamptz not null,
  seen timestamptz not null,
  strong timestamptz,
  device text not null,
  ended timestamptz
);

create table sign_in_failure (
  key bytea not null,
  at timestamptz not null
);
create index sign_in_failure_key on sign_in_failure (key, at);

create table "case" (
  id text primary key check (id ~ '^[a-z][a-z0-9-]*$'),
  title text not null
);

-- Who is what in which case, by the roles given and ended in the record.
-- level: 0 public, 1 counterpart, 2 partners, 3 core, 4 the whole text with all compartments.
create table membership (
  case_id text not null references "case",
  account uuid not null references account,
  role text not null check (role in ('secretariat', 'desk', 'analyst', 'verifier', 'stakeholder', 'administrator')),
  body text not null default '',
  level smallint not null check (level between 0 and 4),
  compartments text[] not null default '{}',
  given bigint not null,
  ended bigint,
  primary key (case_id, account, role, body, given)
);
create index membership_account on membership (account) where ended is null;

-- The record: one chain a case. `text` is what the hash covers; the other columns repeat parts of it for the database.
create table entry (
  case_id text not null references "case",
  seq bigint not null check (seq >= 0),
  at timestamptz not null,
  account uuid not null,
  kind text not null,
  level smallint not null check (level between 0 and 4),
  compartments text[] not null default '{}',
  text text not null,
  prev bytea not null check (length(prev) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (case_id, seq)
);

-- The text as one kind of reader may see it, for each version.
create table reading_copy (
  case_id text not null references "case",
  version text not null,
  adopted bigint not null,
  adopted_at timestamptz not null,
  level smallint not null,
  compartments text[] not null default '{}',
  text text not null,
  primary key (case_id, version, adopted, level, compartments)
);

-- Who read a clause that few may read, and when.
create table core_read (
  case_id text not null,
  account uuid not null,
  at timestamptz not null,
  what text not null
);

create function never() returns trigger language plpgsql as $$
begin
  raise exception 'the record is only ever added to' using errcode = 'restrict_violation';
end $$;
create trigger entry_never_changes before update or delete on entry for each row execute function never();
create trigger entry_never_emptied before truncate on entry for each statement execute function never();
create trigger core_read_never_changes before update or delete on core_read for each row execute function never();

-- The account of this transaction; nobody if none was set.
create function current_account() returns uuid language sql stable as $$
  select nullif(current_setting('parley.account', true), '')::uuid
$$;

grant select on "case", person, membership, entry, reading_copy to parley_app;
grant select (id, person, login, since, ended) on account to parley_app;
grant insert on core_read to parley_app;

alter table "case" enable row level security;
alter table person enable row level security;
alter table account enable row level security;
alter table membership enable row level security;
alter table entry enable row level security;
alter table reading_copy enable row level security;
alter table core_read enable row level security;

create policy own on membership for select to parley_app using (account = (select current_account()));
create policy own on account for select to parley_app using (id = (select current_account()));
create policy own on person for select to parley_app
  using (id in (select a.person from account a));
create policy member on "case" for select to parley_app
  using (id in (select m.case_id from membership m where m.ended is null));
create policy label on entry for select to parley_app using (exists (
  select 1 from membership m
  where m.case_id = entry.case_id and m.ended is null and m.account = (select current_account())
    and (m.level = 4 or (m.level >= entry.level
      and (entry.compartments = '{}' or (m.compartments <> '{}' and entry.compartments @> m.compartments))))));
create policy label on reading_copy for select to parley_app using (exists (
  select 1 from membership m
  where m.case_id = reading_copy.case_id and m.ended is null and m.account = (select current_account())
    and m.level = reading_copy.level and m.compartments = reading_copy.compartments));
create policy own on core_read for insert to parley_app with check (account = (select current_account()));
