-- Texts on their way: each kind of reader sees a proposed text as its own copy, and only if something in it changes for it.
create table proposed_copy (
  case_id text not null references "case",
  version text not null,
  proposed bigint not null,
  proposed_at timestamptz not null,
  based_on text not null,
  level smallint not null,
  compartments text[] not null default '{}',
  -- of the partners whose signature is needed, those that this copy shows to be touched
  binds text[] not null default '{}',
  text text not null,
  primary key (case_id, proposed, level, compartments)
);

-- What is proved of a copy; made from the copy and can be made again.
create table proof (
  case_id text not null references "case",
  copy text not null,
  engine text not null,
  level smallint not null,
  compartments text[] not null default '{}',
  -- the entry that put the copied text in force, for finding it again after a restart
  adopted bigint not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed')),
  asked timestamptz not null,
  property text not null default '',
  done integer not null default 0,
  questions integer not null default 0,
  verdicts text,
  primary key (case_id, copy, engine, level, compartments)
);
create index proof_waiting on proof (asked) where state in ('waiting', 'running');

create index core_read_case on core_read (case_id, at);

grant select on proposed_copy, proof to parley_app;

alter table proposed_copy enable row level security;
alter table proof enable row level security;

create policy label on proposed_copy for select to parley_app using (exists (
  select 1 from membership m
  where m.case_id = proposed_copy.case_id and m.ended is null and m.account = (select current_account())
    and m.level = proposed_copy.level and m.compartments = proposed_copy.compartments));
create policy label on proof for select to parley_app using (exists (
  select 1 from membership m
  where m.case_id = proof.case_id and m.ended is null and m.account = (select current_account())
    and m.level = proof.level and m.compartments = proof.compartments));
