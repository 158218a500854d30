"""How fast the bot is where a community has grown large: `make bench`."""
