DROP INDEX "ix_levels_plan_id_order";
CREATE INDEX "ix_levels_plan_id_order" ON "levels" ("plan_id", "order");
