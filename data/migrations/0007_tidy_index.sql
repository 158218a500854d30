-- Two pieces of the index that are of a size are joined when it is tidied: every search looks into each.
INSERT INTO documents_index (documents_index, rank) VALUES ('usermerge', 2);
