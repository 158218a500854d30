"""The real bot on a simulated Discord, in a browser, without a token."""

from bot.playground.server import PortTaken, serve

__all__ = ["PortTaken", "serve"]
