"""Who may do what: the rights each role has, and on which kind of object.

The table is data; ``network/organisations/found.py`` and ``network/groups.py`` write it into Wagtail's own permission
tables. Nothing else grants anything. What a role may do with its section of the tree, with pictures and files of its
collection and with the vocabularies is Wagtail's to enforce; what is left is in ``library/files/rights.py``.

Nobody but administrators may publish: contributors, coordinators and editors send for review, and the approval of a
leader or editor publishes.
"""

from collections.abc import Iterable
from typing import Final

from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from network.organisations.models import Role

ADMINISTRATORS: Final = "Administrators"
LEADERS: Final = "Regional leaders"
EDITORS: Final = "Network editors"

ADMIN_ACCESS: Final = "wagtailadmin.access_admin"

# On pages: "add" alone is Wagtail's "create, and edit one's own"; "change" is "edit anybody's".
ROLE_ON_PAGES: Final[dict[Role, tuple[str, ...]]] = {
    Role.CONTRIBUTOR: ("add_page",),
    Role.COORDINATOR: ("add_page", "change_page"),
}
EDITORS_ON_PAGES: Final = ("change_page", "lock_page", "unlock_page")
ADMINISTRATORS_ON_PAGES: Final = (
    "add_page",
    "change_page",
    "publish_page",
    "bulk_delete_page",
    "lock_page",
    "unlock_page",
)

# On files and pictures of a collection: "add" includes editing what one uploaded oneself.
ROLE_ON_FILES: Final[dict[Role, tuple[str, ...]]] = {
    Role.CONTRIBUTOR: ("add_document", "choose_document", "add_image", "choose_image"),
    Role.COORDINATOR: (
        "add_document",
        "change_document",
        "choose_document",
        "add_image",
        "change_image",
        "choose_image",
    ),
}
EDITORS_ON_FILES: Final = ROLE_ON_FILES[Role.COORDINATOR]
ADMINISTRATORS_ON_FILES: Final = (
    *EDITORS_ON_FILES,
    "add_collection",
    "change_collection",
    "delete_collection",
)

# On models as a whole, as "app_label.model"; every action that the model declares a permission for.
EDITORS_ON_MODELS: Final = (
    "library.topic",
    "library.audience",
    "library.decisionreason",
    "library.checksetting",
    "search.synonymset",
)
ADMINISTRATORS_ON_MODELS: Final = (
    "library.topic",
    "library.audience",
    "library.licence",
    "library.decisionreason",
    "library.checksetting",
    "library.moderationsettings",
    "search.synonymset",
    "search.indexgeneration",
    "network.region",
    "network.leadership",
    "network.membership",
    "network.user",
    "home.sitesettings",
    "wagtailcore.workflow",
    "wagtailcore.task",
    "wagtailcore.groupapprovaltask",
    "wagtailcore.site",
    "wagtailredirects.redirect",
)


def permissions_on_models(models: Iterable[str]) -> list[Permission]:
    """Return every permission on the models named ``app_label.model``."""
    wanted = Q()
    for name in models:
        label, model = name.split(".")
        wanted |= Q(content_type__app_label=label, content_type__model=model)
    return list(Permission.objects.filter(wanted))


def grant_on_page(group: Group, page: Page, codenames: Iterable[str]) -> None:
    """Let a group do exactly this with a page and everything below it."""
    permissions = Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=codenames)
    rights = GroupPagePermission.objects.filter(group=group, page_id=page.pk)
    rights.exclude(permission__in=permissions).delete()
    GroupPagePermission.objects.bulk_create(
        [GroupPagePermission(group=group, page_id=page.pk, permission=permission) for permission in permissions],
        ignore_conflicts=True,
    )


def grant_on_collection(group: Group, collection: Collection, codenames: Iterable[str]) -> None:
    """Let a group do exactly this with the files and pictures of a collection and of those below it."""
    permissions = Permission.objects.filter(
        content_type__app_label__in=("wagtailcore", "wagtaildocs", "wagtailimages"), codename__in=codenames
    )
    rights = GroupCollectionPermission.objects.filter(group=group, collection=collection)
    rights.exclude(permission__in=permissions).delete()
    GroupCollectionPermission.objects.bulk_create(
        [GroupCollectionPermission(group=group, collection=collection, permission=each) for each in permissions],
        ignore_conflicts=True,
    )


def grant_admin_access(group: Group, models: Iterable[str] = ()) -> None:
    """Let a group enter the CMS and manage exactly these models."""
    access = Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin")
    group.permissions.set([*access, *(permissions_on_models(models) if models else ())])
