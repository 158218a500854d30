"""The SQLite store: records and their SQL. The database itself lives in var/, never here."""
