-- For the search by the beginning of a token's id or name, byte by byte whatever the database's collation is.
-- They are on expressions, which prisma/schema.prisma cannot tell of.
CREATE INDEX "IndexedAsset_tokenId_prefix_idx" ON "IndexedAsset" ((left("tokenId", 80)) text_pattern_ops);
CREATE INDEX "IndexedAsset_name_prefix_idx" ON "IndexedAsset" ((left(lower("name"), 100)) text_pattern_ops);
