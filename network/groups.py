"""The groups that exist once in a network: administrators, regional leaders, editors."""

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import Collection, Page

from network import rights

ORGANISATIONS_COLLECTION = "Organisations"


def organisations_collection() -> Collection:
    """Return the collection below which every organisation has its own; made when it does not exist."""
    root = Collection.get_first_root_node()
    found: Collection | None = root.get_children().filter(name=ORGANISATIONS_COLLECTION).first()
    return found or root.add_child(instance=Collection(name=ORGANISATIONS_COLLECTION))


@transaction.atomic
def set_up_groups(directory: Page) -> None:
    """Create the network's groups, or put their rights right again.

    ``directory`` is the page below which the organisations stand: what editors look after.
    """
    administrators = Group.objects.get_or_create(name=rights.ADMINISTRATORS)[0]
    rights.grant_admin_access(administrators, rights.ADMINISTRATORS_ON_MODELS)
    rights.grant_on_page(administrators, Page.get_first_root_node(), rights.ADMINISTRATORS_ON_PAGES)
    rights.grant_on_collection(administrators, Collection.get_first_root_node(), rights.ADMINISTRATORS_ON_FILES)

    editors = Group.objects.get_or_create(name=rights.EDITORS)[0]
    rights.grant_admin_access(editors, rights.EDITORS_ON_MODELS)
    rights.grant_on_page(editors, directory, rights.EDITORS_ON_PAGES)
    rights.grant_on_collection(editors, organisations_collection(), rights.EDITORS_ON_FILES)

    leaders = Group.objects.get_or_create(name=rights.LEADERS)[0]
    rights.grant_admin_access(leaders)
