-- What the register itself does not keep of an import: what was found while reading it, and that it was refused.
create table list_import (
  number integer primary key,
  findings text not null,
  refused timestamptz,
  refused_by uuid references person,
  why text not null default ''
);

-- Somebody who was looked for. The name and all that was found stands sealed in the events; `sought` is a keyed hash, so
-- that the same question finds its earlier answers. band and open are derived from the events and can be made again.
create table screened (
  id uuid primary key,
  case_id text not null references "case",
  sought bytea not null,
  since timestamptz not null,
  account uuid not null references account,
  band smallint not null,
  open integer not null,
  unique (case_id, sought)
);
create table screening_event (
  subject uuid not null references screened on delete cascade,
  seq integer not null,
  at timestamptz not null,
  account uuid not null references account,
  kind text not null check (kind in ('asked', 'ran', 'decided')),
  sealed bytea not null,
  primary key (subject, seq)
);
-- Who looked at whom.
create table screening_access (
  at timestamptz not null,
  account uuid not null,
  subject uuid not null,
  what text not null
);
create trigger screening_event_never_changes before update on screening_event for each row execute function never();
create trigger screening_access_never_changes before update or delete on screening_access for each row execute function never();

-- Whether two records of lists are the same subject, as a person judged it. Undone by a line that names it.
create table identity_judgement (
  id uuid primary key,
  case_id text not null references "case",
  one text not null,
  other text not null,
  verdict text not null check (verdict in ('positive', 'negative', 'unsure', 'undone')),
  why text not null,
  account uuid not null references account,
  at timestamptz not null,
  undoes uuid references identity_judgement,
  check (one < other)
);
create trigger identity_judgement_never_changes before update or delete on identity_judgement for each row execute function never();
