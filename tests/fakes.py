"""Fakes: an index store in memory, with the same rules as the real ones and faults on demand."""

from collections.abc import Iterable, Iterator

from search.document import ResourceDocument
from search.engine import EngineUnavailable, StoreCondition, WriteFailure


class MemoryStore:
    """An ``IndexStore`` whose generations are dictionaries of ``page id → (version, document or None)``."""

    engine = "memory"
    version = "1"
    writes_at_once = 2
    signature = "as ever"

    def __init__(self) -> None:
        self.generations: dict[str, dict[int, tuple[int, ResourceDocument | None]]] = {}
        self.signatures: dict[str, str] = {}
        self.pointer: str | None = None
        self.down = False
        self.refuses: set[int] = set()

    def _answer(self) -> None:
        if self.down:
            raise EngineUnavailable("The memory is out.")

    def condition(self) -> StoreCondition:
        self._answer()
        documents = len(self.documents()) if self.pointer else 0
        return StoreCondition("Memory 1.0", self.pointer, documents, self.signatures.get(self.pointer or "", ""))

    def create(self, name: str) -> None:
        self._answer()
        self.generations[name] = {}
        self.signatures[name] = self.signature

    def write(
        self, name: str, documents: Iterable[ResourceDocument], deletions: Iterable[int], version: int
    ) -> list[WriteFailure]:
        self._answer()
        rows = self.generations[name]
        new: list[tuple[int, ResourceDocument | None]] = [(d.page_id, d) for d in documents]
        new += [(page_id, None) for page_id in deletions]
        for page_id, document in new:
            if page_id not in self.refuses and version >= rows.get(page_id, (0, None))[0]:
                rows[page_id] = (version, document)
        return [WriteFailure(page_id, "too odd") for page_id, _document in new if page_id in self.refuses]

    def refresh(self, name: str) -> None:
        self._answer()

    def promote(self, name: str) -> None:
        self._answer()
        self.pointer = name

    def live(self) -> str | None:
        self._answer()
        return self.pointer

    def names(self) -> list[str]:
        self._answer()
        return list(self.generations)

    def drop(self, name: str) -> None:
        self._answer()
        self.generations.pop(name, None)

    def fingerprints(self, name: str) -> Iterator[tuple[int, str]]:
        self._answer()
        return iter([(pk, document.fingerprint) for pk, document in self.documents(name).items()])

    def documents(self, name: str = "") -> dict[int, ResourceDocument]:
        """Return what a generation (by default the live one) holds, by page id."""
        rows = self.generations[name or self.pointer or ""]
        return {pk: document for pk, (_version, document) in rows.items() if document is not None}
