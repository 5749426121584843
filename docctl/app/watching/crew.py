"""Orders carried out by several processes, which end with them: the memory that they held is given back."""

from collections.abc import Callable, Iterator, Sequence

import msgspec
from msgspec import Struct

from docctl.app.examine import unreadable
from docctl.app.pool import Lost, run_tasks
from docctl.app.watching.answering import Bench, answered, given_back
from docctl.app.watching.orders import Answer, Order, Unanswered
from docctl.app.watching.stopping import Stop


class Crew(Struct, frozen=True):
    """How orders are carried out."""

    bench: Bench
    jobs: int
    stop: Stop
    leave: Callable[[], None]
    """What each of the processes lets go of first."""

    def answers(self, orders: Sequence[Order]) -> Iterator[tuple[int, Answer]]:
        """The answers as they come, with the ordinals of their orders.

        An order whose process dies is tried once more by itself: another may have taken the memory. When
        somebody wants to end, what was not begun is left.
        """
        lost: list[int] = []
        for at, result in run_tasks(self._work(orders), len(orders), self.jobs):
            if isinstance(result, Lost):
                lost.append(at)
            else:
                yield at, decoded(result)
        for at in lost:
            yield at, self._alone(orders[at])

    def _work(self, orders: Sequence[Order]) -> Callable[[int], bytes]:
        def work(at: int) -> bytes:
            self.leave()
            answer = Unanswered("") if self.stop.asked else answered(orders[at], self.bench)
            return msgspec.msgpack.encode(answer)

        return work

    def _alone(self, order: Order) -> Answer:
        for _at, result in run_tasks(self._work([order]), 1, 1):
            if not isinstance(result, Lost):
                return decoded(result)
            if not self.stop.asked:
                return given_back(unreadable(order.draft, result.cause, self.bench.examination))
        return Unanswered("")


def decoded(result: bytes) -> Answer:
    """The answer that a process wrote."""
    answer: Answer = msgspec.msgpack.decode(result, type=Answer)
    return answer
