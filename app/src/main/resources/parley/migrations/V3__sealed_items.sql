-- The original bytes of items. Nobody changes them; they are handed out as they came, to those who may read the item.
create table sealed_item (
  case_id text not null references "case",
  item text not null,
  level smallint not null check (level between 0 and 4),
  compartments text[] not null default '{}',
  name text not null check (length(name) between 1 and 200),
  bytes bytea not null check (length(bytes) between 1 and 20971520),
  primary key (case_id, item)
);

create trigger sealed_item_never_changes before update on sealed_item for each row execute function never();

grant select on sealed_item to parley_app;
alter table sealed_item enable row level security;
create policy label on sealed_item for select to parley_app using (exists (
  select 1 from membership m
  where m.case_id = sealed_item.case_id and m.ended is null and m.account = (select current_account())
    and (m.level = 4 or (m.level >= sealed_item.level
      and (sealed_item.compartments = '{}' or (m.compartments <> '{}' and sealed_item.compartments @> m.compartments))))));
