"""Which addresses the bot may connect to, and a connector that gets to no other."""

import asyncio
import errno
import ipaddress
import socket
from collections.abc import Awaitable, Callable, Collection
from concurrent.futures import ThreadPoolExecutor

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Lookup = Callable[[str], Awaitable[Collection[str]]]
"""The addresses of a name. Raises socket.gaierror when there are none."""

AT_ONCE = 8
"""Connections at the same time."""
LOOKUPS_AT_ONCE = 4

_UNICAST = ipaddress.ip_network("2000::/3")
# Python 3.11 takes some of these for global. Beyond the documentation range they lead elsewhere
# than they say: an IPv4 address stands in them, or whoever is nearest answers.
_NOT_PUBLIC = tuple(
    map(
        ipaddress.ip_network,
        ("192.0.0.0/24", "192.88.99.0/24", "2001::/23", "2002::/16", "3fff::/20"),
    )
)


class NotAllowed(PermissionError):
    """An address that the bot does not connect to. As an OSError it is a failed connection."""

    def __init__(self) -> None:
        super().__init__(errno.EACCES, "not an address to connect to")


def is_public(address: Address) -> bool:
    """Whether an address belongs to the internet and to one machine in it, by all that is known."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return is_public(address.ipv4_mapped)
        if address not in _UNICAST or address.scope_id is not None:
            return False
    return (
        address.is_global
        and not address.is_multicast
        and not any(address in network for network in _NOT_PUBLIC)
    )


def connector(allowed: Callable[[Address], bool], names: "Names") -> aiohttp.TCPConnector:
    """A connector that looks at the very address each of its connections goes to."""

    def make(info: aiohttp.AddrInfoType) -> socket.socket:
        family, kind, protocol, _, (host, *_) = info
        if not allowed(ipaddress.ip_address(host)):
            raise NotAllowed
        return socket.socket(family, kind, protocol)

    return aiohttp.TCPConnector(
        resolver=names,
        use_dns_cache=False,
        socket_factory=make,
        # Each request makes, and has checked, a connection of its own.
        force_close=True,
        limit=AT_ONCE,
    )


class Names(AbstractResolver):
    """Looks names up; a name that has one address which is not allowed is refused as a whole."""

    def __init__(self, allowed: Callable[[Address], bool], lookup: Lookup | None = None) -> None:
        self._allowed = allowed
        self._lookup = lookup or self._ask
        # A slow name server keeps a thread busy long after we gave up waiting. In the loop's own
        # threads it would hold up the bot's way to Discord.
        self._threads = ThreadPoolExecutor(LOOKUPS_AT_ONCE, thread_name_prefix="names")

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        addresses = [ipaddress.ip_address(one) for one in await self._lookup(host)]
        if not all(map(self._allowed, addresses)):
            raise NotAllowed
        return [
            ResolveResult(
                hostname=host,
                host=str(address),
                port=port,
                family=socket.AF_INET if address.version == 4 else socket.AF_INET6,
                proto=socket.IPPROTO_TCP,
                flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
            )
            for address in addresses
        ]

    async def _ask(self, host: str) -> list[str]:
        loop = asyncio.get_running_loop()
        try:
            found = loop.run_in_executor(self._threads, _system_lookup, host)
        except RuntimeError as closed:
            raise OSError("no names are looked up any more") from closed
        return await found

    async def close(self) -> None:
        # Lookups that still wait for a thread end with whoever waits for them.
        self._threads.shutdown(wait=False)


def _system_lookup(host: str) -> list[str]:
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM, flags=socket.AI_ADDRCONFIG)
    return [str(sockaddr[0]) for *_, sockaddr in found]


def no_such_name(error: BaseException) -> bool:
    """Whether a request failed because the name servers know no such name."""
    if not isinstance(error, aiohttp.ClientConnectorDNSError):
        return False
    cause = error.os_error
    return isinstance(cause, socket.gaierror) and cause.errno == socket.EAI_NONAME
