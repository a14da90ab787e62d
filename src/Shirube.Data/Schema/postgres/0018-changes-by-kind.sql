CREATE INDEX "ix_change_entries_kind" ON "change_entries" ("kind");
