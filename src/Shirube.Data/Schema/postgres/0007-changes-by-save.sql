CREATE INDEX "ix_change_entries_at_utc_by_kind_sequence" ON "change_entries" ("at_utc", "by", "kind", "sequence");
