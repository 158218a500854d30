"""The formats link lists come and go in."""
