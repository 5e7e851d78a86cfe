-- Keys that a device or a browser keeps for somebody. The table holds their public halves; only the keeper reads it.
create table passkey (
  id bytea primary key check (length(id) between 1 and 1023),
  account uuid not null references account,
  public_key bytea not null,
  attestation bytea not null,
  transports text[] not null default '{}',
  backup_eligible boolean not null,
  backed_up boolean not null,
  sign_count bigint not null check (sign_count >= 0),
  label text not null check (length(label) between 1 and 100),
  since timestamptz not null,
  used timestamptz
);
create index passkey_account on passkey (account);
alter table passkey enable row level security;

-- Challenges that were answered, until they are too old to be answered again.
create table challenge_used (
  hash bytea primary key,
  until timestamptz not null
);
alter table challenge_used enable row level security;
