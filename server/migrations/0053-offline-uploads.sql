-- A phone that was offline sends a photo under the address of its content, in pieces, and asks for it again when an answer was lost.
alter table platform.file add column given_sha256 text;
create index file_given_idx on platform.file (street, owner, given_sha256) where given_sha256 is not null;
