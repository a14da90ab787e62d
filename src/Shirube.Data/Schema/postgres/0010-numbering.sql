ALTER TABLE levels ADD COLUMN numbering text;
