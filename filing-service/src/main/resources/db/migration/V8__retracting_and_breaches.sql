alter table filed_feed add column what text not null default 'filed';
comment on column filed_feed.what is 'filed, or retracted: what an earlier entry says of the item holds no more.';
comment on column filed_feed.filed_at is 'When a person filed it, or retracted it.';

alter table worklist_item add column possible_breach boolean not null default false;
comment on column worklist_item.possible_breach is 'Rejected or retracted as not this practice''s or this consultation''s patient.';
