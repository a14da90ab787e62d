ALTER TABLE levels ADD COLUMN carries_body boolean NOT NULL DEFAULT true;
ALTER TABLE levels ADD COLUMN carries_evaluation boolean NOT NULL DEFAULT true;
ALTER TABLE levels ADD COLUMN carries_indicators boolean NOT NULL DEFAULT true;
ALTER TABLE levels ALTER COLUMN carries_body DROP DEFAULT;
ALTER TABLE levels ALTER COLUMN carries_evaluation DROP DEFAULT;
ALTER TABLE levels ALTER COLUMN carries_indicators DROP DEFAULT;
