"""Who may talk to the playground: the browser that opened its link, from its own page."""

import secrets
from dataclasses import dataclass, field

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

# The page frames Preview from the same origin; nothing comes from, or goes, anywhere else.
HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
        "img-src 'self' blob:; media-src 'self' blob:; connect-src 'self' blob:; "
        "frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
    ),
}


@dataclass(frozen=True, slots=True)
class Guard:
    """Checks every request, and exchanges the token in the link for a cookie."""

    port: int
    refusal: str
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)

    @property
    def link(self) -> str:
        return f"http://127.0.0.1:{self.port}/?token={self.token}"

    @property
    def _cookie(self) -> str:
        # Cookies ignore ports: two playgrounds at once must not overwrite each other's.
        return f"vinkki_playground_{self.port}"

    def middleware(self) -> Middleware:
        @web.middleware
        async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
            if not self._own_host(request) or not self._own_origin(request):
                return self._refuse()
            if request.path == "/" and "token" in request.query:
                return self._admit(request.query["token"])
            if not self._matches(request.cookies.get(self._cookie, "")):
                return self._refuse()
            try:
                response = await handler(request)
            except web.HTTPException as error:
                error.headers.update(HEADERS)
                raise
            for name, value in HEADERS.items():
                response.headers.setdefault(name, value)
            return response

        return check

    def _hosts(self) -> set[str]:
        return {f"127.0.0.1:{self.port}", f"localhost:{self.port}"}

    def _own_host(self, request: web.Request) -> bool:
        """A page elsewhere can point its name at this machine, but cannot change the Host."""
        return request.headers.get("Host", "") in self._hosts()

    def _own_origin(self, request: web.Request) -> bool:
        if request.method in {"GET", "HEAD"}:
            return True
        return request.headers.get("Origin", "") in {f"http://{host}" for host in self._hosts()}

    def _matches(self, token: str) -> bool:
        return secrets.compare_digest(token.encode(), self.token.encode())

    def _admit(self, token: str) -> web.Response:
        if not self._matches(token):
            return self._refuse()
        response = web.Response(status=303, headers={**HEADERS, "Location": "/"})
        response.set_cookie(self._cookie, token, httponly=True, samesite="Strict", path="/")
        return response

    def _refuse(self) -> web.Response:
        return web.Response(status=403, text=self.refusal, headers=HEADERS)
