"""How fast a provider may be asked: requests and tokens a minute, and pauses that it asks for."""

import asyncio
import time


class Pace:
    """Spreads requests evenly over the minute; None means no limit."""

    def __init__(self, requests_per_minute: int | None, tokens_per_minute: int | None) -> None:
        self._per_request = 60 / requests_per_minute if requests_per_minute else 0.0
        self._per_token = 60 / tokens_per_minute if tokens_per_minute else 0.0
        self._next = 0.0
        self._paused_until = 0.0

    async def take(self, tokens: int) -> None:
        """Wait for this request's turn; `tokens` is what it may use."""
        turn = max(time.monotonic(), self._next)
        if self._per_request or self._per_token:
            self._next = turn + max(self._per_request, tokens * self._per_token)
        while (wait := max(turn, self._paused_until) - time.monotonic()) > 0:
            await asyncio.sleep(wait)

    def pause(self, seconds: float) -> None:
        """Let nobody ask for a while."""
        self._paused_until = max(self._paused_until, time.monotonic() + seconds)
