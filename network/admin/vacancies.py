"""Organisations that nobody coordinates, as those who can do something about it see them."""

from dataclasses import dataclass
from datetime import datetime

from network.organisations.models import OrganisationPage
from network.organisations.responsible import Responsible
from network.organisations.vacancies import Vacancy, without_coordinator
from network.users.models import User


@dataclass(frozen=True, slots=True)
class Vacant:
    """An organisation, since when it was noticed (``None`` where nobody belonged to it yet), and who may fill it."""

    organisation: OrganisationPage
    since: datetime | None
    is_mine: bool


def vacancies_for(reader: User) -> list[Vacant]:
    """Return them by name; what the reader may fill is marked. Eight SQL queries."""
    responsible = Responsible.read()
    since = dict(Vacancy.objects.filter(until__isnull=True).values_list("organisation", "since"))
    return [
        Vacant(page, since.get(page.pk), reader.pk in responsible.for_organisation(page) | responsible.administrators)
        for page in without_coordinator().select_related("home_region").prefetch_related("home_region__names")
    ]
