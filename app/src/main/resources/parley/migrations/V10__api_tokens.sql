-- Words by which programs act for an account. The table keeps their hash alone.
create table api_token (
  hash bytea primary key,
  account uuid not null references account,
  scope text not null check (scope in ('read', 'write', 'calendar')),
  label text not null check (length(label) between 1 and 100),
  since timestamptz not null,
  until timestamptz not null,
  ended timestamptz
);
create index api_token_account on api_token (account);
