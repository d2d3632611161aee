comment on column item_opening.what is
    'item, original, filed, attachment, changes or history; unreadable where the content could not be shown.';
