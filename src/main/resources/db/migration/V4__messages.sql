-- A message is the same when its id and its content are the same: it is taken in once and answered once.
create index arrival_message on arrival (file_name) where channel = 'queue';
