CREATE TABLE "figures" (
    "id" TEXT NOT NULL CONSTRAINT "pk_figures" PRIMARY KEY,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "alt" TEXT NOT NULL,
    "source" TEXT NULL,
    "kind" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "is_sample" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_figures_pictures_sha256" FOREIGN KEY ("sha256") REFERENCES "pictures" ("sha256") ON DELETE RESTRICT
);
CREATE TABLE "pictures" (
    "sha256" TEXT NOT NULL CONSTRAINT "pk_pictures" PRIMARY KEY,
    "content" BLOB NOT NULL
);
CREATE UNIQUE INDEX "ix_figures_key" ON "figures" ("key");
CREATE INDEX "ix_figures_sha256" ON "figures" ("sha256");
