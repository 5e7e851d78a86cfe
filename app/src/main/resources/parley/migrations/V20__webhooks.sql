-- Addresses of programs that want to hear when a record has grown. What they are told is what the account may read.
create table webhook (
  id uuid primary key,
  account uuid not null references account,
  case_id text not null references "case",
  address text not null check (length(address) between 8 and 500),
  secret bytea not null,
  since timestamptz not null,
  ended timestamptz,
  told bigint not null,
  telling bigint,
  message text,
  failed integer not null default 0,
  next_try timestamptz not null,
  answer text not null default ''
);
create index webhook_account on webhook (account);
alter table api_token drop constraint api_token_scope_check;
alter table api_token add constraint api_token_scope_check check (scope in ('read', 'write', 'calendar', 'deliver'));
