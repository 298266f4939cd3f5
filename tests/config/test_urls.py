"""What lies in the media folder is not public because it lies there."""

from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("images/cover.width-100.webp", 200),
        ("documents/report.pdf", 404),
        ("original_images/cover.webp", 404),
        ("images/../documents/report.pdf", 400),
        ("images/%2e%2e/documents/report.pdf", 400),
    ],
)
@pytest.mark.django_db
def test_only_pictures_in_page_sizes_are_public(client: Client, path: str, status: int) -> None:
    for name in ("images/cover.width-100.webp", "documents/report.pdf", "original_images/cover.webp"):
        file = Path(settings.MEDIA_ROOT) / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"bytes")
    response = client.get(f"/media/{path}")
    assert response.status_code == status
    response.close()
