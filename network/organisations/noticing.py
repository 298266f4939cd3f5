"""An organisation is never left without a coordinator unnoticed: who answers for it is told, once each time."""

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from network.joining.kinds import WITHOUT_COORDINATOR
from network.notifications.notify import notify
from network.organisations.models import Membership, OrganisationPage
from network.organisations.responsible import Responsible
from network.organisations.vacancies import Vacancy, without_coordinator
from network.users.models import User


def note_vacancies() -> None:
    """Note which organisations have lost their last coordinator, and which have one again.

    An organisation that nobody belongs to yet has lost nobody: it stands in the list, and nobody is mailed. Two SQL
    queries when nothing changes; ``run_worker`` calls it each minute.
    """
    noted = Vacancy.objects.filter(organisation=OuterRef("pk"), until__isnull=True)
    people = Membership.objects.filter(organisation=OuterRef("pk"))
    for organisation in without_coordinator().filter(Exists(people), ~Exists(noted)):
        note_vacancy(organisation)
    vacant = without_coordinator().order_by().values("pk")
    Vacancy.objects.filter(until__isnull=True).exclude(organisation__in=vacant).update(until=timezone.now())


@transaction.atomic
def note_vacancy(organisation: OrganisationPage) -> None:
    """Note that nobody coordinates an organisation now, and tell who answers for it."""
    vacancy, is_new = Vacancy.objects.get_or_create(organisation=organisation, until=None)
    if is_new:
        told = User.objects.filter(pk__in=Responsible.read().for_organisation(organisation))
        notify(WITHOUT_COORDINATOR, told, organisation, key=str(vacancy.pk))
