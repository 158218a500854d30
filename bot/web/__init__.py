"""Opening other people's pages, guarded; only where the operator turned it on."""
